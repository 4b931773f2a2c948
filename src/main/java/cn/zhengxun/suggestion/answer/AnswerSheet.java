package cn.zhengxun.suggestion.answer;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.suggestion.Agreement;
import cn.zhengxun.suggestion.Agreements;
import cn.zhengxun.suggestion.Closing;
import cn.zhengxun.suggestion.DraftSheet;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.SeeOther;
import cn.zhengxun.suggestion.SubmissionDesk;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.SuggestionRows;
import cn.zhengxun.suggestion.attachment.Attachment;
import cn.zhengxun.suggestion.attachment.RefusedFiles;
import cn.zhengxun.suggestion.receipt.EditCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.context.LazyContextVariable;

/** The page where a draft is read and opinions are written: the same for personal links and open channels. */
@Component
class AnswerSheet {

    /**
     * Where and for whom the page is shown.
     *
     * @param base path of the page, such as /i/{token}
     * @param reader the invited person's name; null on an open channel
     * @param large whether large type was asked for
     * @param standing what this person has done so far; null on an open channel
     */
    record Place(String base, String reader, boolean large, Standing standing) {
        static Place open(String base, boolean large) {
            return new Place(base, null, large, null);
        }

        /** @return null where nothing was saved */
        Instant begunAt() {
            return standing == null || standing.draft() == null
                    ? null
                    : standing.draft().begunAt();
        }

        /** Whether the form shows the saved draft and nothing else. */
        boolean asSaved(AnswerForm form) {
            return standing != null
                    && standing.draft() != null
                    && form.equals(standing.draft().form());
        }

        /** @return what was typed, and who it is where the page knows that and did not ask */
        AnswerForm form(MultiValueMap<String, String> typed) {
            return standing == null ? AnswerForm.of(typed) : AnswerForm.of(typed, standing.known());
        }

        String query() {
            return large ? "?large=1" : "";
        }
    }

    /**
     * @param draft null where nothing is saved
     * @param noOpinionAt null unless the person said to have none
     * @param known what the directory knows of the person
     * @param duties the stations whose task slips this person holds, looked up where they are shown
     */
    record Standing(
            InvitationId invitation,
            UnsentDraft draft,
            boolean answered,
            Instant noOpinionAt,
            AnswerForm.Person known,
            LazyContextVariable<List<String>> duties) {
        public String noOpinionTime() {
            return noOpinionAt == null ? null : Shanghai.minute(noOpinionAt);
        }
    }

    /** Whether opinions can be given now. GRACE: collection is over, but not yet for this person. */
    enum Door {
        NOT_YET,
        OPEN,
        GRACE,
        PAUSED,
        CLOSED,
        ENDED
    }

    private final SubmissionDesk desk;
    private final SuggestionRows rows;
    private final UnsentDrafts drafts;
    private final DraftSheets sheets;
    private final Briefings briefings;
    private final Closing closing;
    private final AnswerFiles files;
    private final Agreements agreements;
    private final Clock clock;

    AnswerSheet(
            SubmissionDesk desk,
            SuggestionRows rows,
            UnsentDrafts drafts,
            DraftSheets sheets,
            Briefings briefings,
            Closing closing,
            AnswerFiles files,
            Agreements agreements,
            Clock clock) {
        this.desk = desk;
        this.rows = rows;
        this.drafts = drafts;
        this.sheets = sheets;
        this.briefings = briefings;
        this.closing = closing;
        this.files = files;
        this.agreements = agreements;
        this.clock = clock;
    }

    ModelAndView show(Consultation consultation, Place place, AnswerForm form) {
        return show(consultation, place, form, Map.of(), HttpStatus.OK);
    }

    /** A form whose key was just minted, so that no file can wait under it. @param find as in the next */
    ModelAndView fresh(Consultation consultation, Place place, AnswerForm form, String find) {
        return show(consultation, place, form, Map.of(), HttpStatus.OK, List.of())
                .addObject("search", DraftSearch.in(sheets.of(consultation), find));
    }

    /** @param find words to look for in the draft; null or blank for none */
    ModelAndView show(Consultation consultation, Place place, AnswerForm form, String find) {
        return show(consultation, place, form).addObject("search", DraftSearch.in(sheets.of(consultation), find));
    }

    /** One more row, a row about a clause, or handing in; whichever button was pressed. */
    ModelAndView pressed(
            Consultation consultation,
            Place place,
            MultiValueMap<String, String> typed,
            AnswerFiles.Sent sent,
            Sender sender) {
        AnswerForm form = place.form(typed);
        try {
            // whichever button it was: a file that was chosen would be forgotten with the page
            take(consultation, place, form, sent);
        } catch (RefusedFiles refused) {
            return refuse(consultation, place, form, refused);
        }
        String detached = typed.getFirst("detach");
        if (detached != null) {
            files.remove(form.key(), detached);
            return show(consultation, place, form);
        }
        String about = typed.getFirst("about");
        String action = typed.getFirst("action");
        if (about != null && sheets.of(consultation).article(about).isPresent()) {
            return show(consultation, place, form.withRowAbout(about));
        }
        if ("add".equals(action)) {
            return show(consultation, place, form.withAnotherRow());
        }
        if (!"submit".equals(action)) {
            return show(consultation, place, form, typed.getFirst("find"));
        }
        return handIn(
                consultation,
                place,
                form,
                typed.getFirst("turn"),
                filled -> sender.command(filled, agreements.of(typed)));
    }

    /** @throws RefusedFiles saying why a chosen file was not taken; where late words are kept, so are their files */
    void take(Consultation consultation, Place place, AnswerForm form, AnswerFiles.Sent sent) {
        Door door = door(consultation, place);
        switch (door == Door.CLOSED && consultation.status().closed() ? Door.ENDED : door) {
            case OPEN, GRACE, CLOSED -> files.take(consultation.number(), form.key(), sent);
            case NOT_YET -> files.refuse(sent, "征集还没有开始，选好的文件没有收下。开始以后请重新选择。");
            case PAUSED -> files.refuse(sent, "征集暂时停下来了，选好的文件没有收下。恢复以后请重新选择。");
            case ENDED -> files.refuse(sent, "这次征询不再接收意见，选好的文件没有收下。要交给工作人员的，请联系基层立法联系点。");
        }
    }

    /** Adds to a form what the page knows about its sender. */
    interface Sender {
        SubmitSuggestions command(AnswerForm form, Agreement agreement);
    }

    /** @param turn of the page's last saving by itself, null where it saved nothing */
    private ModelAndView handIn(
            Consultation consultation,
            Place place,
            AnswerForm form,
            String turn,
            Function<AnswerForm, SubmitSuggestions> asked) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (form.person().needsGuardian()) {
            faults.put("guardian", "未满14周岁的，请由监护人阅读说明、同意并代为提交。");
        }
        for (int at : form.kept()) {
            if (gone(form.rows().get(at), sheets.of(consultation))) {
                faults.put("clause-" + at, "草案改过，原来选的那一条已经不在了。您写的都还在，请重新选择条款。");
            }
        }
        if (form.kept().size() > AnswerForm.MOST_ROWS) {
            faults.put(
                    "",
                    "一次最多写%d条意见，这里有%d条。请先交一部分，其余的再打开一次页面提交。"
                            .formatted(AnswerForm.MOST_ROWS, form.kept().size()));
        }
        Optional<SubmitSuggestions> command = faults(faults, form, () -> asked.apply(form));
        if (command.isEmpty() || !faults.isEmpty()) {
            return show(consultation, place, form, faults, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Optional<Receipt> receipt = faults(faults, form, () -> desk.submit(command.get()));
        if (receipt.isEmpty()) {
            return show(consultation, place, form, faults, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        if (receipt.get().again() && changed(receipt.get(), command.get())) {
            faults.put(
                    "",
                    "这张表已经交过，回执编号是%s。您后来又改了内容，如果要作为新的意见再交一次，请再按一次“提交意见”。"
                            .formatted(receipt.get().number()));
            return show(consultation, place, form.withNewKey(), faults, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        // what this page saved may have come while it was handing in
        if (place.standing() != null && (place.standing().draft() != null || turn != null)) {
            drafts.outdated(place.standing().invitation(), form.basis(), turn);
        }
        return seeOther(place, receipt.get(), form.key());
    }

    /** Chosen on a page that was opened before the draft was corrected, or thought of by somebody. */
    private static boolean gone(AnswerForm.Row row, DraftSheet sheet) {
        return !row.clause().isBlank() && sheet.article(row.clause()).isEmpty();
    }

    private static <T> Optional<T> faults(Map<String, String> faults, AnswerForm form, Supplier<T> attempt) {
        try {
            return Optional.of(attempt.get());
        } catch (InvalidCommand invalid) {
            faults.putAll(form.faults(invalid.faults()));
        } catch (RuleViolation broken) {
            faults.put("", broken.getMessage());
        }
        return Optional.empty();
    }

    /** A page that was gone back to, changed and sent again must not lose the change behind the first receipt. */
    private boolean changed(Receipt before, SubmitSuggestions command) {
        var kept = rows.handedWith(before.number()).stream()
                .filter(one -> one.replaces() == null)
                .map(SuggestionRows.Told::suggestion)
                .map(SubmitSuggestions.Item::of)
                .toList();
        return !kept.equals(command.suggestions());
    }

    /** To the receipt; on an open channel with the code by which its reader may change it. */
    private static ModelAndView seeOther(Place place, Receipt receipt, String key) {
        String path = place.base() + "/receipt/" + receipt.number() + place.query();
        return SeeOther.to(
                place.reader() != null
                        ? path
                        : path + (place.large() ? "&" : "?") + "edit="
                                + EditCode.of(key).text());
    }

    /** The page again with what was typed and what is wrong, as 422. */
    ModelAndView refuse(Consultation consultation, Place place, AnswerForm form, RuleViolation refused) {
        return show(consultation, place, form, refused.byField(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** The page again with what was typed and chosen, as 429; the same can be handed in after so many seconds. */
    ModelAndView slowDown(
            Consultation consultation, Place place, AnswerForm form, AnswerFiles.Sent sent, long seconds) {
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("", "这会儿交的人比较多，请等%d秒，再按一次“提交意见”。内容不用改。".formatted(seconds));
        try {
            take(consultation, place, form, sent);
        } catch (RefusedFiles refused) {
            faults.putAll(refused.byField());
        }
        return show(consultation, place, form, faults, HttpStatus.TOO_MANY_REQUESTS)
                .addObject("wait", seconds);
    }

    /** Both drafts, and the choice between them, as 409. Nothing was changed. */
    ModelAndView choose(Consultation consultation, Place place, AnswerForm form, NewerDraft newer) {
        return show(consultation, place, form, Map.of("", newer.getMessage()), HttpStatus.CONFLICT)
                .addObject("newer", newer)
                .addObject("other", newer.other());
    }

    private ModelAndView show(
            Consultation consultation, Place place, AnswerForm form, Map<String, String> faults, HttpStatus status) {
        return show(consultation, place, form, faults, status, files.of(form.key()));
    }

    private ModelAndView show(
            Consultation consultation,
            Place place,
            AnswerForm form,
            Map<String, String> faults,
            HttpStatus status,
            List<Attachment> attached) {
        ModelAndView page = new ModelAndView("suggestion/answer", status);
        page.addObject("consultation", consultation);
        page.addObject("place", place);
        page.addObject("query", place.query());
        if (place.standing() != null) {
            page.addObject("duties", place.standing().duties());
        }
        DraftSheet sheet = sheets.of(consultation);
        page.addObject("sheet", sheet);
        Briefing briefing = briefings.of(consultation.number(), sheet);
        page.addObject("briefing", briefing);
        page.addObject("categories", briefing.categories());
        page.addObject("form", form.by(form.person().choosingFrom(briefing.categories())));
        page.addObject("fresh", status == HttpStatus.OK && (form.untouched() || place.asSaved(form)));
        page.addObject("faults", faults);
        page.addObject("files", attached);
        page.addObject("fileLimits", files.limits());
        page.addObject("consentWording", agreements.shown());
        page.addObject("retention", agreements.retention());
        Door door = door(consultation, place);
        page.addObject("door", door);
        if (door == Door.GRACE) {
            page.addObject("graceEnds", closing.graceEnds(consultation));
        }
        page.addObject("emptyRow", AnswerForm.Row.EMPTY);
        page.addObject("mostRows", AnswerForm.MOST_ROWS);
        page.addObject("kinds", SuggestionKind.values());
        page.addObject("ageBands", AnswerForm.Person.AGE_BANDS);
        page.addObject("watermark", consultation.visibility() == Visibility.INTERNAL ? place.reader() : null);
        if (consultation.collectUntil() != null) {
            LocalDate lastDay = Shanghai.dateOf(consultation.collectUntil().minus(Duration.ofSeconds(1)));
            page.addObject("lastDay", Shanghai.date(lastDay));
            page.addObject("daysLeft", ChronoUnit.DAYS.between(Shanghai.dateOf(clock.instant()), lastDay));
        }
        return page;
    }

    private Door door(Consultation consultation, Place place) {
        Instant now = clock.instant();
        if (consultation.acceptsAt(now)) {
            return Door.OPEN;
        }
        if (consultation.suspended() && consultation.status() == Status.COLLECTING) {
            return Door.PAUSED;
        }
        if (closing.graced(consultation, place.begunAt(), now)) {
            return Door.GRACE;
        }
        return switch (consultation.status()) {
            case INTAKE, PLANNING, PUSHING -> Door.NOT_YET;
            case ENDED, DECLINED -> Door.ENDED;
            default -> Door.CLOSED;
        };
    }
}
