package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.InvalidCommand.Fault;
import cn.zhengxun.suggestion.Agreement;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a record still lacks before it can be handed in; and what is handed in, once it lacks nothing. */
@Component
class Readiness {
    private static final Pattern OF_ITEM = Pattern.compile("suggestions\\[(\\d+)]\\.(\\w+)");

    private final Namesakes namesakes;

    Readiness(Namesakes namesakes) {
        this.namesakes = namesakes;
    }

    /** @param statements places of what this speaker said within the record */
    record Ready(Speaker speaker, List<Integer> statements, SubmitSuggestions command) {}

    /**
     * @param today no record is of a later day
     * @param collector who took it down where the record does not say
     * @return one for each speaker
     * @throws InvalidCommand naming fields of {@link SaveRecord}; statements and speakers by their places in the record
     */
    List<Ready> of(OfflineRecord record, ClauseNumbers clauses, LocalDate today, String collector) {
        List<Fault> faults = new ArrayList<>();
        checkOccasion(record.occasion(), today, faults);
        List<Statement> statements = record.statements();
        if (statements.isEmpty()) {
            faults.add(new Fault("statements", "还没有写下意见。请至少写下一条，再提交。"));
        }
        List<ClauseNumbers.Meant> meant = statements.stream()
                .map(statement -> clauses.find(statement.clause()))
                .toList();
        for (int i = 0; i < meant.size(); i++) {
            if (!meant.get(i).known()) {
                faults.add(new Fault("statements[" + i + "].clause", clauseFault(statements.get(i), meant.get(i))));
            }
        }
        boolean meeting = record.occasion().meeting();
        List<Turns.Turn> turns = Turns.of(meeting, record.speakers(), statements);
        checkSpeakers(record, turns, faults);
        List<Ready> ready = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            ready(record, turns.get(i), i, meant, collector, faults, ready);
        }
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
        return ready;
    }

    private static void checkOccasion(Occasion occasion, LocalDate today, List<Fault> faults) {
        if (occasion.heldOn() == null) {
            faults.add(new Fault("occasion.heldOn", "请填写日期。"));
        } else if (occasion.heldOn().isAfter(today)) {
            faults.add(new Fault("occasion.heldOn", "日期在今天以后，请核对。"));
        }
        if (occasion.from() != null && occasion.to() != null && occasion.to().isBefore(occasion.from())) {
            faults.add(new Fault("occasion.to", "结束时间早于开始时间，请核对。"));
        }
        if (occasion.meeting() && (occasion.place() == null || occasion.place().isBlank())) {
            faults.add(new Fault("occasion.place", "请填写会议地点。"));
        }
        if (!occasion.noticeRead()) {
            faults.add(new Fault("occasion.noticeRead", "请先向本人说明信息的用途，得到同意后勾选。"));
        }
        if (occasion.channel() == Channel.PERSONAL_LINK || occasion.channel() == Channel.QR_CODE) {
            faults.add(new Fault("occasion.channel", "网上提交的意见不在这里登记，请选择座谈会、走访、书面、电话代录或者视频。"));
        }
    }

    private static String clauseFault(Statement statement, ClauseNumbers.Meant meant) {
        return meant.choices().isEmpty()
                ? "草案里没有找到这一条，请写成 12 或 12.2.1 这样；对整部草案的意见请留空。"
                : "草案里有%d处都可以这样写，请选择是哪一处。".formatted(meant.choices().size());
    }

    private void checkSpeakers(OfflineRecord record, List<Turns.Turn> turns, List<Fault> faults) {
        List<Speaker> all = record.speakers();
        List<Speaker> spoke = turns.stream().map(Turns.Turn::speaker).toList();
        Map<String, List<Namesakes.Namesake>> known =
                namesakes.of(all.stream().map(one -> Turns.label(one.label())).toList());
        for (int i = 0; i < all.size(); i++) {
            Speaker one = all.get(i);
            if (!spoke.contains(one)) {
                continue;
            }
            if (one.informant() == null && !one.outsider() && known.containsKey(Turns.label(one.label()))) {
                faults.add(new Fault("speakers[" + i + "].informant", "名录里有同名的信息员，请选择是不是本人。"));
            }
            if (one.needsGuardian()) {
                faults.add(new Fault("speakers[" + i + "].guardian", "未满14周岁的，要先得到监护人同意。"));
            }
        }
    }

    private static void ready(
            OfflineRecord record,
            Turns.Turn turn,
            int number,
            List<ClauseNumbers.Meant> meant,
            String collector,
            List<Fault> faults,
            List<Ready> ready) {
        Occasion occasion = record.occasion();
        Speaker who = turn.speaker();
        try {
            SubmitSuggestions command = new SubmitSuggestions(
                    record.consultation(),
                    key(record.id(), number),
                    occasion.channel(),
                    null,
                    who.informant(),
                    occasion.station(),
                    given(occasion.collector()) == null ? collector : occasion.collector(),
                    true,
                    occasion.confirmed() || who.confirmed(),
                    who.informant() != null || who.anonymous() ? null : Turns.label(who.label()),
                    given(who.contact()),
                    given(who.identityCategory()),
                    given(who.ageBand()),
                    given(who.unit()),
                    true,
                    who.callBack(),
                    who.publishName(),
                    turn.statements().stream()
                            .map(i -> item(record.statements().get(i), meant.get(i)))
                            .toList());
            ready.add(new Ready(
                    who, turn.statements(), who.guardian() ? command.agreed(Agreement.ofGuardian(null)) : command));
        } catch (InvalidCommand invalid) {
            invalid.faults().forEach(fault -> faults.add(placed(fault, turn)));
        }
    }

    /** The idempotency key of a speaker's submission, counted from 0. */
    static String key(OfflineRecordId record, int speaker) {
        return "offline" + SubmitSuggestions.OWN_KEY + record.value() + SubmitSuggestions.OWN_KEY + speaker;
    }

    private static SubmitSuggestions.Item item(Statement statement, ClauseNumbers.Meant meant) {
        return new SubmitSuggestions.Item(
                meant.clause() == null ? null : meant.clause().id(),
                statement.kind() == null ? SuggestionKind.SUBSTANCE : statement.kind(),
                statement.original() == null ? "" : statement.original(),
                given(statement.proposed()),
                given(statement.reason()));
    }

    /** A fault of one person's submission, at its place in the record. */
    private static Fault placed(Fault fault, Turns.Turn turn) {
        Matcher item = OF_ITEM.matcher(fault.field());
        if (!item.matches()) {
            return new Fault("statements[" + turn.statements().get(0) + "].speaker", fault.sentence());
        }
        int place = turn.statements().get(Integer.parseInt(item.group(1)));
        return new Fault("statements[" + place + "]." + item.group(2), fault.sentence());
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
