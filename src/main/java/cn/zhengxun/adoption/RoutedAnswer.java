package cn.zhengxun.adoption;

/** What the author of a suggestion is told that another body handles. */
final class RoutedAnswer {
    static final String EVIDENCE = "梳理归并时的转办登记";

    private RoutedAnswer() {}

    /** @param body null or empty where none was named */
    static String reason(String body) {
        return "您反映的事项不属于本次立法征询的范围，已转" + (body == null || body.isBlank() ? "有关部门" : body) + "办理。";
    }
}
