package cn.zhengxun.suggestion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who somebody says to be (身份类别): one of the list that staff set for the draft, or whatever else in the person's own
 * words. Read alike on every channel, so that what was ticked, typed and imported is counted together.
 */
public final class IdentityCategory {
    /** Offered beside every list. */
    public static final String OTHER = "其他";

    /** Characters that are kept of it. */
    public static final int LONGEST = 40;

    private static final Pattern NAMED_OTHER = Pattern.compile("其[他它](?:[：:]\\s*(.+)|\\s*[（(]\\s*(.+?)\\s*[）)])");

    private IdentityCategory() {}

    /**
     * Without the space around it, and without the 其他 before words of one's own: 其他：外卖骑手 and 其他（外卖骑手） are
     * 外卖骑手.
     *
     * @param written may be null
     * @return null where nothing is written
     */
    public static String read(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String category = written.strip();
        Matcher other = NAMED_OTHER.matcher(category);
        if (other.matches()) {
            return other.group(1) == null ? other.group(2) : other.group(1);
        }
        return category.equals("其它") ? OTHER : category;
    }
}
