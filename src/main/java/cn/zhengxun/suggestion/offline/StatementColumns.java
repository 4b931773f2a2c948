package cn.zhengxun.suggestion.offline;

import cn.zhengxun.sheet.Column;
import java.util.List;
import java.util.Map;

/** The columns of a table of statements, by everything they are called in records of meetings. */
final class StatementColumns {
    static final String SPEAKER = "发言人";
    static final String CATEGORY = "身份";
    static final String CONTACT = "联系方式";
    static final String CLAUSE = "条款";
    static final String KIND = "意见类型";
    static final String WORDS = "原话";
    static final String PROPOSED = "建议条文";
    static final String REASON = "理由";

    /** In the order of the template. */
    static final List<String> ALL = List.of(SPEAKER, CATEGORY, CONTACT, CLAUSE, KIND, WORDS, PROPOSED, REASON);

    private static final Map<String, List<String>> CALLED = Map.of(
            SPEAKER, List.of("发言人", "姓名", "发言人姓名", "提出人", "意见提出人", "发言者"),
            CATEGORY, List.of("身份", "身份类别", "职务", "单位", "单位职务", "单位及职务", "类别"),
            CONTACT, List.of("联系方式", "电话", "联系电话", "手机"),
            CLAUSE, List.of("条款", "涉及条款", "条文", "对应条款", "条款号"),
            KIND, List.of("意见类型", "类型"),
            WORDS, List.of("原话", "意见", "发言内容", "意见建议", "意见和建议", "发言", "发言摘要", "主要意见", "内容", "意见内容", "发言记录"),
            PROPOSED, List.of("建议条文", "修改建议", "建议修改为"),
            REASON, List.of("理由", "修改理由", "理由和事例"));

    private StatementColumns() {}

    /** Null where it is the heading of none. */
    static String named(String heading) {
        String plain = Column.plain(heading);
        return CALLED.entrySet().stream()
                .filter(column -> column.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
