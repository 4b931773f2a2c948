package cn.zhengxun.privacy;

import java.util.List;

/** Under what a person stands, and by what a person is recognised; served by the room that knows submissions and directory. */
public interface KnownAs {

    /** All entries of the directory that are this person, the one asked for included; a receipt is alone. */
    List<Subject> all(Subject subject);

    /**
     * Keeps the person from being erased until the caller's transaction ends.
     *
     * @return false where the person was erased
     */
    boolean held(Subject subject);

    /** None after an erasure. */
    Traces traces(Subject subject);
}
