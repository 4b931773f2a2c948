package cn.zhengxun.outreach.wording;

import static cn.zhengxun.outreach.wording.Placeholder.ANSWER_BY;
import static cn.zhengxun.outreach.wording.Placeholder.COUNT;
import static cn.zhengxun.outreach.wording.Placeholder.DUE;
import static cn.zhengxun.outreach.wording.Placeholder.ERASING;
import static cn.zhengxun.outreach.wording.Placeholder.FROM_DAY;
import static cn.zhengxun.outreach.wording.Placeholder.LINK;
import static cn.zhengxun.outreach.wording.Placeholder.NAME;
import static cn.zhengxun.outreach.wording.Placeholder.NAMES;
import static cn.zhengxun.outreach.wording.Placeholder.NOT_MINE;
import static cn.zhengxun.outreach.wording.Placeholder.NUMBER;
import static cn.zhengxun.outreach.wording.Placeholder.OFFICE;
import static cn.zhengxun.outreach.wording.Placeholder.REASON;
import static cn.zhengxun.outreach.wording.Placeholder.RECEIPT_NUMBER;
import static cn.zhengxun.outreach.wording.Placeholder.RECEIVED_AT;
import static cn.zhengxun.outreach.wording.Placeholder.REQUESTING_BODY;
import static cn.zhengxun.outreach.wording.Placeholder.REQUEST_KIND;
import static cn.zhengxun.outreach.wording.Placeholder.REQUEST_NUMBER;
import static cn.zhengxun.outreach.wording.Placeholder.RESULT;
import static cn.zhengxun.outreach.wording.Placeholder.STATION;
import static cn.zhengxun.outreach.wording.Placeholder.SUBMITTED_ON;
import static cn.zhengxun.outreach.wording.Placeholder.SUGGESTIONS;
import static cn.zhengxun.outreach.wording.Placeholder.SUGGESTION_COUNT;
import static cn.zhengxun.outreach.wording.Placeholder.TASK;
import static cn.zhengxun.outreach.wording.Placeholder.TITLE;
import static cn.zhengxun.outreach.wording.Placeholder.TO_DAY;
import static cn.zhengxun.outreach.wording.Placeholder.UNDO_UNTIL;
import static cn.zhengxun.outreach.wording.Placeholder.UNTIL;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of mail, each with its template: which placeholders it must have, which it may have, and which of them are
 * sometimes without a value. A paragraph whose placeholder has no value is left out of the mail.
 */
public enum MessageKind {
    INVITATION("invitation", "邀请", "名单确认后发给有邮箱的人", Set.of(TITLE, UNTIL, LINK), invitee(), Set.of(STATION)),
    REMINDER("reminder", "提醒", "邀请送出三天后仍未答复时", Set.of(TITLE, LINK), invitee(), Set.of(STATION)),
    REMINDER_DRAFT("reminder-draft", "提醒（有草稿）", "写了一半还没有提交时，代替一般的提醒", Set.of(TITLE, LINK), invitee(), Set.of(STATION)),
    CHASE("chase", "催征", "征集时间过了六成仍无一条意见时", Set.of(TITLE, LINK), invitee(), Set.of(STATION)),
    DEADLINE_MOVED(
            "deadline-moved",
            "截止时间变动",
            "来文单位改了截止日期时",
            Set.of(TITLE, TO_DAY, LINK),
            with(invitee(), FROM_DAY, TO_DAY, REASON),
            Set.of(STATION)),
    SUSPENDED(
            "suspended",
            "暂停",
            "征询暂停时",
            Set.of(TITLE),
            with(without(invitee(), LINK, UNTIL), REASON),
            Set.of(STATION, REASON)),
    RESUMED("resumed", "恢复", "暂停的征询恢复时", Set.of(TITLE, UNTIL, LINK), invitee(), Set.of(STATION)),
    ENDED(
            "ended",
            "终止",
            "征询提前终止时，发给没有答复的人",
            Set.of(TITLE),
            with(without(invitee(), LINK, UNTIL), REASON),
            Set.of(STATION, REASON)),
    COORDINATOR_SILENT(
            "coordinator-silent",
            "告知召集人",
            "提醒次数用完仍未答复时，发给站点召集人一次",
            Set.of(TITLE, NAMES, LINK),
            with(without(invitee(), STATION), NAMES, COUNT),
            Set.of(LINK)),
    STATION_SLIP("station-slip", "站点任务单", "任务单发给站点召集人时", Set.of(TITLE, STATION, LINK), invitee(), Set.of()),
    TASK_ARRIVED(
            "task-arrived",
            "待办通知",
            "任务到达主任、分管领导和专家时，以及环节将到期或超期时",
            Set.of(TASK, LINK),
            Set.of(TITLE, NUMBER, OFFICE, DUE),
            Set.of(DUE)),
    SUBMITTED(
            "submitted",
            "已上报",
            "报告固化后发给意见在报告里的人",
            Set.of(TITLE, SUGGESTIONS),
            with(without(invitee(), UNTIL, STATION), SUGGESTION_COUNT, SUBMITTED_ON),
            Set.of(LINK)),
    RECEIPT(
            "receipt",
            "回执",
            "提意见的人要求把回执发到邮箱时",
            Set.of(TITLE, RECEIPT_NUMBER, SUGGESTIONS),
            with(without(invitee(), STATION), SUGGESTION_COUNT, RECEIVED_AT, NOT_MINE),
            Set.of(NAME, LINK, NOT_MINE)),
    REQUEST_RECEIVED(
            "request-received",
            "个人信息请求收到",
            "有邮箱的人提出个人信息请求时",
            Set.of(REQUEST_NUMBER, REQUEST_KIND),
            Set.of(NAME, OFFICE, RECEIVED_AT, ANSWER_BY, UNDO_UNTIL, ERASING, LINK),
            Set.of(NAME, UNDO_UNTIL, ERASING, LINK)),
    REQUEST_ANSWERED(
            "request-answered",
            "个人信息请求答复",
            "个人信息请求办结或者不予办理时；删除以后没有邮箱，不发",
            Set.of(REQUEST_NUMBER, RESULT),
            Set.of(NAME, OFFICE, REQUEST_KIND, RECEIVED_AT, LINK),
            Set.of(NAME, LINK)),
    OUTCOME(
            "outcome",
            "结果告知",
            "公布采纳情况时发给每位提意见的人",
            Set.of(TITLE, SUGGESTIONS),
            with(without(invitee(), UNTIL, STATION), SUGGESTION_COUNT),
            Set.of(LINK));

    private final String key;
    private final String chinese;
    private final String occasion;
    private final Set<Placeholder> mandatory;
    private final Set<Placeholder> known;
    private final Set<Placeholder> sometimes;

    MessageKind(
            String key,
            String chinese,
            String occasion,
            Set<Placeholder> mandatory,
            Set<Placeholder> optional,
            Set<Placeholder> sometimes) {
        this.key = key;
        this.chinese = chinese;
        this.occasion = occasion;
        this.mandatory = mandatory;
        this.known = with(optional, mandatory.toArray(Placeholder[]::new));
        this.sometimes = sometimes;
    }

    private static Set<Placeholder> invitee() {
        return EnumSet.of(NAME, TITLE, REQUESTING_BODY, UNTIL, LINK, OFFICE, STATION, NUMBER);
    }

    private static Set<Placeholder> with(Set<Placeholder> some, Placeholder... more) {
        Set<Placeholder> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<Placeholder> without(Set<Placeholder> some, Placeholder... fewer) {
        Set<Placeholder> rest = EnumSet.copyOf(some);
        rest.removeAll(List.of(fewer));
        return rest;
    }

    /** Stands in outbox rows and addresses. */
    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    /** When it is sent, in words. */
    public String occasion() {
        return occasion;
    }

    public List<Placeholder> known() {
        return List.copyOf(known);
    }

    public boolean demands(Placeholder placeholder) {
        return mandatory.contains(placeholder);
    }

    /** Whether it may have no value in a mail of this kind. */
    public boolean sometimesLacks(Placeholder placeholder) {
        return sometimes.contains(placeholder);
    }

    boolean knows(Placeholder placeholder) {
        return known.contains(placeholder);
    }

    /** How this kind and its occasion are told apart in lists; empty for another room's mail. */
    public static Optional<MessageKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
