package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Agreements;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.attachment.Attachment;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page on which a record is written. */
@Component
class RecordSheet {
    static final List<Channel> OF_MEETINGS = List.of(Channel.MEETING, Channel.VIDEO);
    static final List<Channel> OF_ONE_PERSON =
            List.of(Channel.VISIT, Channel.PAPER, Channel.TELEPHONE, Channel.VIDEO, Channel.MEETING);

    private static final List<String> AGE_BANDS =
            List.of(Speaker.UNDER_14, "14至17周岁", "18至35周岁", "36至59周岁", "60至74周岁", "75周岁以上");
    /** Enough of a clause to see that it is the right one. */
    private static final int FIRST_WORDS = 24;

    private final Consultations consultations;
    private final Plans plans;
    private final DraftSheets sheets;
    private final Directory directory;
    private final Namesakes namesakes;
    private final Users users;
    private final SlipRows records;
    private final Attachments attachments;
    private final Agreements agreements;
    private final MessageSource messages;
    private final Clock clock;

    RecordSheet(
            Consultations consultations,
            Plans plans,
            DraftSheets sheets,
            Directory directory,
            Namesakes namesakes,
            Users users,
            SlipRows records,
            Attachments attachments,
            Agreements agreements,
            MessageSource messages,
            Clock clock) {
        this.consultations = consultations;
        this.plans = plans;
        this.sheets = sheets;
        this.directory = directory;
        this.namesakes = namesakes;
        this.users = users;
        this.records = records;
        this.attachments = attachments;
        this.agreements = agreements;
        this.messages = messages;
        this.clock = clock;
    }

    /** A clause as it is typed, cited and begun. */
    record ClauseLine(String code, String label, String words) {}

    /** What a row's clause means: said beside it; empty where it says nothing yet. choices where it may be several. */
    record Meaning(String said, List<ClauseLine> choices) {}

    void fill(Model model, Consultation consultation, RecordForm form) {
        ClauseNumbers clauses = clauses(consultation);
        model.addAttribute("form", form);
        model.addAttribute(
                "meanings",
                form.rows().stream().map(row -> meaning(row.clause(), clauses)).toList());
        model.addAttribute(
                "clauses",
                clauses.choices().stream().map(clause -> line(clause, clauses)).toList());
        model.addAttribute(
                "namesakes",
                namesakes.of(form.speakers().stream()
                        .map(speaker -> Turns.label(speaker.label()))
                        .toList()));
        model.addAttribute(
                "stations",
                directory.stations().stream().filter(Station::active).toList());
        model.addAttribute("channels", form.meeting() ? OF_MEETINGS : OF_ONE_PERSON);
        model.addAttribute("kinds", SuggestionKind.values());
        model.addAttribute("ageBands", AGE_BANDS);
        model.addAttribute("collectorName", nameOf(form.text("collector")));
        model.addAttribute("collectors", staff().map(UserAccount::name).toList());
        model.addAttribute("emptyRow", new RecordForm.Row("", "", "", "", "", ""));
        model.addAttribute("emptySpeaker", Speaker.named(""));
        List<String> categories = plans.identityCategories(consultation.number());
        model.addAttribute("categories", categories);
        model.addAttribute("attendees", attendees(categories));
        model.addAttribute(
                "files",
                form.record().matches("\\d{1,18}")
                        ? attachments.of(OfflineRecord.filesOwner(
                                new OfflineRecordId(Long.parseLong(form.record())), form.meeting()))
                        : List.of());
        model.addAttribute("retention", agreements.retention());
        model.addAttribute("limits", attachments.limits());
        model.addAttribute("today", Shanghai.dateOf(clock.instant()));
        model.addAttribute("open", consultation.acceptsAt(clock.instant()));
        model.addAttribute("most", SaveRecord.MOST);
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Map.of());
        }
    }

    Meaning meaning(Consultation consultation, String typed) {
        return meaning(typed, clauses(consultation));
    }

    private Meaning meaning(String typed, ClauseNumbers clauses) {
        ClauseNumbers.Meant meant = clauses.find(typed);
        if (meant.whole()) {
            return new Meaning(typed.isBlank() ? "" : "整体", List.of());
        }
        if (meant.clause() != null) {
            ClauseLine line = line(meant.clause(), clauses);
            return new Meaning(line.label() + " " + line.words(), List.of());
        }
        return new Meaning(
                meant.choices().isEmpty() ? "没有找到这一条" : "有几处，请选择",
                meant.choices().stream().map(clause -> line(clause, clauses)).toList());
    }

    private ClauseNumbers clauses(Consultation consultation) {
        return new ClauseNumbers(sheets.of(consultation).clauses());
    }

    private static ClauseLine line(Clause clause, ClauseNumbers clauses) {
        return new ClauseLine(clauses.code(clause), clause.label(), clauses.firstWords(clause, FIRST_WORDS));
    }

    /** Of a record that is read: a meeting's own, or what went along with one person's submission. */
    List<Attachment> filesOf(OfflineRecord record) {
        return record.occasion().meeting()
                ? attachments.of(Owner.meeting(record.id().value()))
                : records.submissionsOf(record.id()).stream()
                        .flatMap(submission -> attachments.ofSubmission(submission).stream())
                        .toList();
    }

    /** The account of a colleague's name; any other name as it was typed. */
    String accountOf(String name) {
        List<UserAccount> bearers =
                staff().filter(account -> account.name().equals(name.strip())).toList();
        return bearers.size() == 1 ? bearers.get(0).id() : name;
    }

    private Stream<UserAccount> staff() {
        return users.in(Roles.STAFF).stream();
    }

    /** Who may be at a meeting: the draft's categories, and who comes as something else. */
    private List<String> attendees(List<String> categories) {
        String others = messages.getMessage("offline.attendees", null, LocaleContextHolder.getLocale());
        return Stream.concat(categories.stream(), Stream.of(others.split(",")))
                .distinct()
                .toList();
    }

    /** An account's name; a name as it was typed. */
    String nameOf(String collector) {
        return collector == null || collector.isBlank() ? "" : users.nameOf(collector);
    }

    Consultation consultation(String number) {
        return consultations.find(new ConsultationNumber(number));
    }
}
