package cn.zhengxun.identity;

/** The group ids of the engine's user store, which are also the authorities of a signed-in user. */
public final class Roles {
    public static final String STAFF = "staff";
    public static final String DIRECTOR = "director";
    public static final String LEADER = "leader";
    public static final String EXPERT = "expert";
    public static final String MANAGER = "manager";
    public static final String ADMINISTRATOR = "camunda-admin";

    private Roles() {}
}
