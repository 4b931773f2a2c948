package cn.zhengxun.suggestion.attachment;

/**
 * What files belong to.
 *
 * @param key a form's idempotency key for STAGED, else an id in digits
 */
public record Owner(Kind kind, String key) {
    public enum Kind {
        STAGED,
        SUBMISSION,
        MEETING
    }

    /** A form that was not handed in yet, by its idempotency key. */
    public static Owner staged(String key) {
        return new Owner(Kind.STAGED, key);
    }

    public static Owner submission(long id) {
        return new Owner(Kind.SUBMISSION, Long.toString(id));
    }

    public static Owner meeting(long id) {
        return new Owner(Kind.MEETING, Long.toString(id));
    }

    /** As the database has it. */
    Object value() {
        return kind == Kind.STAGED ? key : Long.valueOf(key);
    }
}
