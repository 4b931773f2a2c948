package cn.zhengxun.sheet;

/** What is wrong with a cell and what to do about it, or what it changes. column: the heading; value: what stands there. */
public record Finding(String column, String value, String sentence) {
    private static final int LONGEST = 60;

    /** With the value cut to what a line of a page holds; value may be null for an empty cell. */
    public static Finding in(String column, String value, String sentence) {
        String shown = value == null ? "" : value;
        int characters = shown.codePointCount(0, shown.length());
        return new Finding(
                column,
                characters > LONGEST ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "……" : shown,
                sentence);
    }
}
