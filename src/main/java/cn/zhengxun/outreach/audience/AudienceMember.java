package cn.zhengxun.outreach.audience;

import cn.zhengxun.directory.InformantId;

/** A person of the directory as an audience sees it; reason says why included, or why not. */
public record AudienceMember(InformantId informant, boolean included, String reason) {}
