package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Closing;
import cn.zhengxun.suggestion.DraftSheet;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.answer.AnswerForm;
import cn.zhengxun.suggestion.receipt.ReceiptLook;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one suggestion is changed: the same for personal links, open channels and the office. */
@Component
class AmendmentSheet {

    /**
     * Where and by whom it is changed.
     *
     * @param base of the addresses that change, such as /i/{token}
     * @param back the page that lists what was handed in together
     * @param reader the invited person's name, null otherwise; @param large whether large type was asked for
     */
    record Desk(String base, String back, String reader, boolean large, ChangedBy by) {
        String query() {
            return large ? "?large=1" : "";
        }

        /** The office comes back to the one suggestion, which has a new number after each change. */
        Desk showing(Suggestion latest) {
            return by == ChangedBy.OFFICE
                    ? new Desk(base, base + "/suggestions/" + latest.id().value(), reader, large, by)
                    : this;
        }

        /** The address after a change, which the page confirms in words. */
        ModelAndView done(String what) {
            return new ReceiptLook(back, large).after(what);
        }
    }

    private final Amendments amendments;
    private final Consultations consultations;
    private final DraftSheets sheets;
    private final Closing closing;
    private final Clock clock;

    AmendmentSheet(
            Amendments amendments, Consultations consultations, DraftSheets sheets, Closing closing, Clock clock) {
        this.amendments = amendments;
        this.consultations = consultations;
        this.sheets = sheets;
        this.closing = closing;
        this.clock = clock;
    }

    /** The present words, to be changed. */
    ModelAndView show(Desk desk, Suggestion asked) {
        Suggestion suggestion = amendments.latest(asked);
        return page(desk, suggestion, AnswerForm.again(suggestion), "", Map.of(), HttpStatus.OK);
    }

    /** @param typed one row of the opinion form; @return the way back, or the page again with all that was typed, as 422 */
    ModelAndView amend(Desk desk, Suggestion suggestion, MultiValueMap<String, String> typed) {
        AnswerForm form = AnswerForm.of(typed);
        String given = typed.getFirst("changeReason");
        // only the office gives one; an author's would be text that nobody looks at on arrival
        String reason = given == null || desk.by() == ChangedBy.AUTHOR ? "" : given.replace("\0", "");
        Map<String, String> faults = new HashMap<>();
        try {
            amendments.amend(new AmendSuggestion(
                    suggestion.id(),
                    form.key(),
                    desk.by(),
                    typed.containsKey("withdrawn"),
                    form.items().get(0),
                    AnswerForm.orNull(reason)));
            return desk.showing(amendments.latest(suggestion)).done("amended");
        } catch (InvalidCommand invalid) {
            form.faults(invalid.faults().stream()
                            .map(fault -> new InvalidCommand.Fault(
                                    fault.field()
                                            .replaceFirst("^words\\.", "suggestions[0].")
                                            .replaceFirst("^reason$", "changeReason"),
                                    fault.sentence()))
                            .toList())
                    .forEach(faults::put);
        } catch (ChangedMeanwhile changed) {
            faults.put("", changed.getMessage());
            form = form.withNewKey();
        } catch (RuleViolation refused) {
            faults.put("", refused.getMessage());
        }
        return page(desk, amendments.latest(suggestion), form, reason, faults, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    ModelAndView withdraw(Desk desk, Suggestion suggestion, String given) {
        String reason = given.replace("\0", "");
        return pressed(
                desk,
                suggestion,
                reason,
                "withdrawn",
                () -> amendments.withdraw(
                        new WithdrawSuggestion(suggestion.id(), desk.by(), AnswerForm.orNull(reason))));
    }

    ModelAndView restore(Desk desk, Suggestion suggestion, String given) {
        String reason = given.replace("\0", "");
        return pressed(
                desk,
                suggestion,
                reason,
                "restored",
                () -> amendments.restore(new RestoreSuggestion(suggestion.id(), desk.by(), AnswerForm.orNull(reason))));
    }

    private ModelAndView pressed(Desk desk, Suggestion suggestion, String reason, String done, Runnable change) {
        try {
            change.run();
            return desk.done(done);
        } catch (RuleViolation refused) {
            Suggestion latest = amendments.latest(suggestion);
            return page(
                    desk,
                    latest,
                    AnswerForm.again(latest),
                    reason,
                    Map.of("", refused.getMessage()),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView page(
            Desk desk,
            Suggestion suggestion,
            AnswerForm form,
            String reason,
            Map<String, String> faults,
            HttpStatus status) {
        Consultation consultation = consultations.find(suggestion.consultation());
        DraftSheet sheet = sheets.of(consultation);
        AnswerForm.Row row = form.rows().get(0);
        String view = desk.by() == ChangedBy.OFFICE ? "suggestion/correct" : "suggestion/amend";
        return new ModelAndView(view, status)
                .addObject("desk", desk)
                .addObject("query", desk.query())
                .addObject("consultation", consultation)
                .addObject("suggestion", suggestion)
                .addObject("withdrawn", amendments.withdrawn(suggestion.id()))
                .addObject("open", closing.changeable(consultation, clock.instant()))
                .addObject("sheet", sheet)
                .addObject("about", sheet.article(row.clause()).orElse(null))
                .addObject("kinds", SuggestionKind.values())
                .addObject("form", form)
                .addObject("row", row)
                .addObject("changeReason", reason)
                .addObject("faults", faults)
                .addObject(
                        "until",
                        consultation.collectUntil() == null ? null : Shanghai.minute(consultation.collectUntil()))
                .addObject("watermark", consultation.visibility() == Visibility.INTERNAL ? desk.reader() : null);
    }
}
