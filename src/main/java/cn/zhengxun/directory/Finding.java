package cn.zhengxun.directory;

/** What is wrong with a cell and what to do about it, or what it changes. column: the heading; value: what stands there. */
record Finding(String column, String value, String sentence) {
    private static final int LONGEST = 60;

    static Finding in(SheetColumn column, String value, String sentence) {
        String shown = value == null ? "" : value;
        return new Finding(
                column.heading(), shown.length() > LONGEST ? shown.substring(0, LONGEST) + "……" : shown, sentence);
    }
}
