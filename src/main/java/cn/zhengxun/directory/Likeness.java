package cn.zhengxun.directory;

/** Why two entries may be the same person. */
enum Likeness {
    SAME_PHONE("电话相同"),
    SAME_EMAIL("邮箱相同"),
    SAME_STATION("同一站点、姓名相同"),
    NEAR_PHONE("姓名相同、电话只差一位");

    private final String chinese;

    Likeness(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** One digit mistyped, or two neighbours swapped; both at least seven digits and as {@link PersonKeys} keeps them. */
    static boolean nearPhones(String one, String other) {
        if (one == null || other == null || one.length() != other.length() || one.length() < 7) {
            return false;
        }
        int first = -1;
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                differing++;
                first = first < 0 ? i : first;
            }
        }
        return differing == 1
                || differing == 2
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first);
    }
}
