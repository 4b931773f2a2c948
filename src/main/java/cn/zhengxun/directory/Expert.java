package cn.zhengxun.directory;

/** A member of the think tank (立法智囊团). userId is the account to sign in with; organisation and fields may be null. */
public record Expert(ExpertId id, String name, String userId, String organisation, String fields, boolean active) {}
