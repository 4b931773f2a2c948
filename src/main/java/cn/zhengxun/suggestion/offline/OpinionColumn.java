package cn.zhengxun.suggestion.offline;

import cn.zhengxun.sheet.Column;
import cn.zhengxun.sheet.Table;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The columns of the table of offline opinions, in the order in which they are written; they are read in any order. */
enum OpinionColumn implements Column {
    CHANNEL("渠道", 12, true, "座谈会、走访、书面、电话代录、视频，选一个。", Channels.NAMES),
    STATION("站点", 22, false, "在哪个站点收到的，写名录里的站点全名；不在站点收到的不填。", List.of()),
    SAID_ON("日期", 14, true, "说的那一天（来信写收到的那一天），例如 2026-11-23。", List.of()),
    NAME("姓名", 12, false, "不愿留名的不填。几个不留名的人说了同样的话，写“居民甲”“居民乙”分开。", List.of()),
    CONTACT("联系方式", 18, false, "手机或邮箱，可以不填。姓名和联系方式与名录一致的，自动记到那位信息员名下。", List.of()),
    CATEGORY("身份类别", 14, false, "从下拉列表里选；都不合适的，照本人说的写，最多40个字。", List.of()),
    AGE_BAND("年龄段", 14, false, "可以不填。", List.of("未满14周岁", "14至17周岁", "18至35周岁", "36至59周岁", "60至74周岁", "75周岁以上")),
    UNIT("单位", 18, false, "可以不填。", List.of()),
    CLAUSE("条款", 16, true, "12、12.2、第十二条第二款都可以；对整部草案的意见写“整体”。", List.of()),
    KIND(
            "意见类型",
            12,
            false,
            "不填算“实质修改”。",
            Arrays.stream(SuggestionKind.values()).map(SuggestionKind::chinese).toList()),
    ORIGINAL("原话", 60, true, "一行一条，照原话写，不要改；可以在格子里换行（Alt+Enter）。最多5000字。", List.of()),
    PROPOSED("建议条文", 40, false, "本人建议怎样写，可以不填。", List.of()),
    REASON("理由", 40, false, "可以不填。", List.of()),
    COLLECTOR("收集人", 12, false, "谁记下来的；不填算上传文件的人。", List.of()),
    CONFIRMED("本人确认", 10, false, "念给本人听过、本人确认无误的填“是”。", List.of("是", "否")),
    PROCESSING("同意处理个人信息", 18, true, "向本人说明用途并得到同意的填“是”，没有得到同意的不能登记。", List.of("是", "否")),
    CALL_BACK("同意回访", 10, false, "不填算“否”。", List.of("是", "否")),
    PUBLISH_NAME("同意公开姓名", 14, false, "不填算“否”。", List.of("是", "否")),
    GUARDIAN("监护人同意", 12, false, "年龄段是“未满14周岁”的必须填“是”。", List.of("是", "否"));

    /** The heading of what the system writes beside the rows that it gives back to be mended. */
    static final String FAULT_HEADING = "有什么问题";

    static final String LINE_HEADING = "原文件行号";

    static final Table<OpinionColumn> TABLE = new Table<>(
            "OPINIONS",
            OpinionColumn.class,
            3,
            Set.of("序号", LINE_HEADING, FAULT_HEADING),
            "表头下面没有意见，请从表头的下一行起每行填一条，再上传。");

    private final String heading;
    private final int width;
    private final boolean required;
    private final String explanation;
    private final List<String> choices;

    OpinionColumn(String heading, int width, boolean required, String explanation, List<String> choices) {
        this.heading = heading;
        this.width = width;
        this.required = required;
        this.explanation = explanation;
        this.choices = choices;
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public String written() {
        return heading + (required ? "*" : "");
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public List<String> choices() {
        return choices;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public boolean day() {
        return this == SAID_ON;
    }

    @Override
    public boolean words() {
        return this == ORIGINAL || this == PROPOSED || this == REASON;
    }

    /** An enum's constants cannot reach its own static fields. */
    private static final class Channels {
        private static final List<String> NAMES = Arrays.stream(Channel.values())
                .filter(channel -> channel != Channel.PERSONAL_LINK && channel != Channel.QR_CODE)
                .map(Channel::chinese)
                .toList();
    }
}
