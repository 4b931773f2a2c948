package cn.zhengxun.draft.clause;

/**
 * The number of an article or of a division above it.
 *
 * @param number 0 for a division without one, such as 附则
 * @param insertion 0, or the 之一 of a text put in later
 */
record Numeral(int number, int insertion) implements Comparable<Numeral> {
    static final Numeral NONE = new Numeral(0, 0);
    static final Numeral FIRST = new Numeral(1, 0);

    /** @param number as {@link Clause#number()} of an article or a division; what it counts anew in is left out */
    static Numeral of(String number) {
        String own = number.substring(number.indexOf('.') + 1).replaceFirst("~.*", "");
        int dash = own.indexOf('-');
        return dash < 0
                ? new Numeral(Integer.parseInt(own), 0)
                : new Numeral(Integer.parseInt(own.substring(0, dash)), Integer.parseInt(own.substring(dash + 1)));
    }

    /** Whether a text that counts by one goes from this number to the other. */
    boolean isFollowedBy(Numeral next) {
        return next.equals(following()) || next.equals(new Numeral(number, insertion + 1));
    }

    Numeral following() {
        return new Numeral(number + 1, 0);
    }

    /** For example 第七条之一. */
    String with(ClauseKind kind) {
        String plain = "第" + ChineseNumber.write(number) + kind.chinese();
        return insertion == 0 ? plain : plain + "之" + ChineseNumber.write(insertion);
    }

    @Override
    public int compareTo(Numeral other) {
        return number != other.number
                ? Integer.compare(number, other.number)
                : Integer.compare(insertion, other.insertion);
    }

    @Override
    public String toString() {
        return insertion == 0 ? String.valueOf(number) : number + "-" + insertion;
    }
}
