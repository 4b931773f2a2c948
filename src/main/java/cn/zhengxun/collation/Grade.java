package cn.zhengxun.collation;

import java.util.List;

/** How a suggestion stands in the report, the highest first; a low grade deletes nothing. */
public enum Grade {
    KEY("重点报送"),
    GENERAL("一般报送"),
    APPENDIX("附录原话");

    private final String chinese;

    Grade(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** @return the highest grade that at least half of these gave or exceeded; GENERAL for none */
    static Grade settled(List<Grade> given) {
        if (given.isEmpty()) {
            return GENERAL;
        }
        List<Grade> highestFirst = given.stream().sorted().toList();
        return highestFirst.get((given.size() - 1) / 2);
    }
}
