package cn.zhengxun.outreach.wording;

import java.util.Arrays;
import java.util.Optional;

/** What a template may ask for in braces, for example {姓名}. */
public enum Placeholder {
    NAME("姓名", "收信人的姓名", "王秀兰"),
    TITLE("标题", "征询的草案名称，带书名号", "《反食品浪费条例（草案）》"),
    REQUESTING_BODY("来文单位", "委托征求意见的单位", "市人大常委会法工委"),
    UNTIL("截止时间", "可以提意见的最后一天", "2026年12月13日24时"),
    LINK("链接", "收信人专用的网址，每封信都不同", "https://zhengxun.example/i/shili"),
    OFFICE("办公室", "本联系点的名称", "基层立法联系点"),
    STATION("站点", "收信人所属的站点", "青泥洼立法议事小院"),
    REASON("原因", "办理时填写的原因", "审议安排调整"),
    FROM_DAY("原截止日", "变动前来文单位要求的日期", "2026年12月23日"),
    TO_DAY("新截止日", "变动后来文单位要求的日期", "2027年1月10日"),
    NUMBER("编号", "征询的编号", "2026-市-003"),
    TASK("任务", "待办任务的名称", "审批方案"),
    DUE("办结时限", "任务应当办结的时间", "2026年11月25日 17:30"),
    COUNT("人数", "还没有答复的人数", "3"),
    NAMES("名单", "还没有答复的人，按站点列出", "青泥洼立法议事小院（3人）：王秀兰、李国强、赵敏", true),
    SUGGESTION_COUNT("条数", "收信人的意见条数", "2"),
    SUBMITTED_ON("上报日期", "报告固化的日期", "2026年12月20日"),
    RECEIPT_NUMBER("回执编号", "回执上 R- 开头的编号", "R-20261121-7K3M9Q"),
    RECEIVED_AT("收到时间", "意见或者请求收到的时间", "2026年11月21日 09:00"),
    NOT_MINE("不是本人", "收信人点开可以说明“这不是我提的”的网址", "https://zhengxun.example/q/not-me/shili"),
    REQUEST_NUMBER("请求编号", "个人信息请求的编号", "Q-20261122-7K3M"),
    REQUEST_KIND("请求事项", "个人信息请求要办的事", "更正、补充"),
    ANSWER_BY("答复期限", "个人信息请求最迟答复的日期", "2026年12月14日"),
    UNDO_UNTIL("可撤回到", "本人可以撤回删除请求的最后时间", "2026年11月26日 09:00"),
    ERASING("删除提示", "请求删除时说明以后不再写信的一句话", "删除办好以后，我们不再有您的邮箱，不会再给您写信。"),
    RESULT("办理结果", "个人信息请求办得怎样", "已办结"),
    SUGGESTIONS("意见", "收信人的每条意见（结果告知中连同结果和理由）", "第12号（第三条）：建议把“可以”改为“应当”。", true);

    private final String chinese;
    private final String meaning;
    private final String example;
    private final boolean block;

    Placeholder(String chinese, String meaning, String example) {
        this(chinese, meaning, example, false);
    }

    Placeholder(String chinese, String meaning, String example, boolean block) {
        this.chinese = chinese;
        this.meaning = meaning;
        this.example = example;
        this.block = block;
    }

    /** As it stands between the braces. */
    public String chinese() {
        return chinese;
    }

    public String meaning() {
        return meaning;
    }

    public String example() {
        return example;
    }

    /** As it is typed, for example {姓名}. */
    public String typed() {
        return "{" + chinese + "}";
    }

    /** Stands on a line of its own, at most once, and never in a subject. */
    public boolean standsAlone() {
        return block || link();
    }

    /** Whether its value is an address that the mail makes a link. */
    boolean link() {
        return this == LINK || this == NOT_MINE;
    }

    static Optional<Placeholder> named(String chinese) {
        return Arrays.stream(values())
                .filter(one -> one.chinese.equals(chinese))
                .findFirst();
    }
}
