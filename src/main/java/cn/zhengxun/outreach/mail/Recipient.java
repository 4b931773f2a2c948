package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.InformantId;

/** To whom a mail goes, by id; the address is looked up when it is sent. */
public record Recipient(Kind kind, String id) {
    public enum Kind {
        INFORMANT,
        USER,
        /** Whoever handed in the submission with this id. */
        AUTHOR
    }

    public static Recipient informant(InformantId id) {
        return new Recipient(Kind.INFORMANT, Long.toString(id.value()));
    }

    public static Recipient author(long submission) {
        return new Recipient(Kind.AUTHOR, Long.toString(submission));
    }

    public static Recipient user(String userId) {
        return new Recipient(Kind.USER, userId);
    }
}
