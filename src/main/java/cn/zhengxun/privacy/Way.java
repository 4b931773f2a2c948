package cn.zhengxun.privacy;

/** A person's way through the rooms, for {@link org.springframework.core.annotation.Order} of each room's {@link PersonalData}. */
public final class Way {
    public static final int DIRECTORY = 100;
    public static final int OUTREACH = 200;
    public static final int SUGGESTION = 300;
    /** Parts of the room suggestion and whatever else hangs on a submission. */
    public static final int AROUND_SUGGESTION = 350;

    public static final int COLLATION = 400;
    public static final int REPORT = 500;
    public static final int ADOPTION = 600;
    public static final int PROCESS = 800;

    private Way() {}
}
