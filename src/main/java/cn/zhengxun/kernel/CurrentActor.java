package cn.zhengxun.kernel;

/** Who is acting now. */
public interface CurrentActor {
    /** Acting id of the engine's jobs and schedules, where nobody is signed in. */
    String SYSTEM = "system";
    /** Acting id of the public pages, which know no user. */
    String PUBLIC = "public";

    /** @return a user id, {@link #SYSTEM} or {@link #PUBLIC}; never null */
    String id();
}
