package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.attachment.AttachmentDesk;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import cn.zhengxun.suggestion.attachment.RemoveAttachment;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff write down what was said: a meeting with many speakers, or one person. */
@Controller
@RequestMapping("/consultations/{number}/offline")
@PreAuthorize("hasAuthority('staff')")
class OfflineFormPages {
    private static final String FORM = "suggestion/offline/form";
    private static final String LIST = "redirect:/consultations/{number}/offline";
    private static final String ONE = LIST + "/{id}";

    private final OfflineDesk desk;
    private final OfflineRecords records;
    private final RecordSheet sheet;
    private final AttachmentDesk attachmentDesk;
    private final Attachments attachments;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final Clock clock;

    OfflineFormPages(
            OfflineDesk desk,
            OfflineRecords records,
            RecordSheet sheet,
            AttachmentDesk attachmentDesk,
            Attachments attachments,
            CurrentActor actor,
            MessageSource messages,
            Clock clock) {
        this.desk = desk;
        this.records = records;
        this.sheet = sheet;
        this.attachmentDesk = attachmentDesk;
        this.attachments = attachments;
        this.actor = actor;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param given what another page knows already: station, place, date, chair, collector */
    @GetMapping("/new")
    String blank(
            @PathVariable String number,
            @RequestParam(defaultValue = "MEETING") String channel,
            @RequestParam MultiValueMap<String, String> given,
            Model model) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : List.of("station", "place", "heldOn", "from", "to", "chair", "explainer", "collector")) {
            fields.put(name, given.getFirst(name) == null ? "" : given.getFirst(name));
        }
        fields.put("channel", channel);
        fields.merge("collector", actor.id(), (typed, me) -> typed.isBlank() ? me : typed);
        fields.merge(
                "heldOn",
                Shanghai.dateOf(clock.instant()).toString(),
                (typed, today) -> typed.isBlank() ? today : typed);
        boolean meeting = channel.equals(Channel.MEETING.name()) && !"true".equals(given.getFirst("single"));
        return form(
                sheet.consultation(number), RecordForm.fresh(meeting, fields).tidied(), model);
    }

    /** What the pressed button says: save, rows, hand-in, next, read-back or copy; Enter in a field saves. */
    @PostMapping
    String post(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) Long detach,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Consultation consultation = sheet.consultation(number);
        RecordForm form = RecordForm.of(typed).collectedBy(sheet::accountOf).tidied();
        flash.addAttribute("number", number);
        // said unless it is taken, since the page comes back with an empty file field
        model.addAttribute("filesLost", AttachmentDesk.anyChosen(files));
        try {
            OfflineRecords.Saved saved =
                    desk.save((action.equals("copy") ? form.copy() : form).command(consultation.number()));
            form = form.saved(saved);
            flash.addAttribute("id", saved.id().value());
            Owner owner = OfflineRecord.filesOwner(saved.id(), form.meeting());
            model.addAttribute("filesLost", false);
            attachmentDesk.take(owner, consultation.number(), null, files);
            if (detach != null) {
                attachments.remove(new RemoveAttachment(owner, detach));
                return ONE + "#files-field";
            }
            return switch (action) {
                case "hand-in" -> isCall(form) ? readBack(saved) : handIn(saved, flash, ONE);
                case "next" -> isCall(form) ? readBack(saved) : next(saved, form, flash);
                case "read-back" -> readBack(saved);
                case "attach" -> ONE + "#files-field";
                case "rows" -> ONE + "?blank=15";
                default -> {
                    flash.addFlashAttribute("done", text("offline.done.saved", saved.time()));
                    yield ONE;
                }
            };
        } catch (NotFound unknown) {
            throw unknown;
        } catch (InvalidCommand invalid) {
            return refused(consultation, form, RecordForm.faults(invalid), model, response);
        } catch (ChangedMeanwhile changed) {
            if (form.record().matches("\\d{1,18}")
                    || records.begunWith(form.key()).isPresent()) {
                OfflineRecord kept = kept(form);
                if (kept.handedIn(form.command(consultation.number()))) {
                    flash.addAttribute("id", kept.id().value());
                    flash.addFlashAttribute("done", text("offline.done.already"));
                    return ONE;
                }
                model.addAttribute("kept", kept.id().value());
            }
            return refused(consultation, form, Map.of("", changed.getMessage()), model, response);
        } catch (RuleViolation refusal) {
            return refused(consultation, form, refusal.byField(), model, response);
        }
    }

    private OfflineRecord kept(RecordForm form) {
        return records.find(
                form.record().matches("\\d{1,18}")
                        ? new OfflineRecordId(Long.parseLong(form.record()))
                        : records.begunWith(form.key()).orElseThrow());
    }

    private String handIn(OfflineRecords.Saved saved, RedirectAttributes flash, String where) {
        List<Slip> slips = desk.handIn(new HandInRecord(saved.id(), saved.version()));
        int suggestions = slips.stream().mapToInt(Slip::suggestions).sum();
        flash.addFlashAttribute(
                "done",
                slips.size() == 1
                        ? text(
                                "offline.done.handed-in.one",
                                suggestions,
                                slips.get(0).receipt())
                        : text("offline.done.handed-in", suggestions, slips.size()));
        return where;
    }

    /** Keeps what stays the same from one letter to the next. */
    private String next(OfflineRecords.Saved saved, RecordForm form, RedirectAttributes flash) {
        String where = handIn(saved, flash, "redirect:/consultations/{number}/offline/new");
        flash.addFlashAttribute("before", saved.id().value());
        flash.addFlashAttribute("beforeKey", form.key());
        for (String name : List.of("channel", "station", "collector", "heldOn")) {
            flash.addAttribute(name, form.text(name));
        }
        flash.addAttribute("single", "true");
        return where;
    }

    /** What was heard on the telephone is read back before it is handed in. */
    private static boolean isCall(RecordForm form) {
        return form.channel() == Channel.TELEPHONE;
    }

    private String readBack(OfflineRecords.Saved saved) {
        records.requireReady(saved.id());
        return ONE + "/read-back";
    }

    private String refused(
            Consultation consultation,
            RecordForm form,
            Map<String, String> faults,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", faults);
        return form(consultation, form, model);
    }

    private String form(Consultation consultation, RecordForm form, Model model) {
        sheet.fill(model, consultation, form);
        return FORM;
    }

    /** The same for the script that saves while somebody types. version and record are null where it was refused. */
    record Autosaved(Long record, Integer version, String time, String sentence) {}

    @PostMapping("/autosave")
    ResponseEntity<Autosaved> autosave(@PathVariable String number, @RequestParam MultiValueMap<String, String> typed) {
        try {
            OfflineRecords.Saved saved = desk.save(RecordForm.of(typed)
                    .tidied()
                    .command(sheet.consultation(number).number()));
            return ResponseEntity.ok(new Autosaved(saved.id().value(), saved.version(), saved.time(), null));
        } catch (ChangedMeanwhile changed) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(new Autosaved(null, null, null, changed.getMessage()));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            return ResponseEntity.unprocessableEntity().body(new Autosaved(null, null, null, refused.getMessage()));
        }
    }

    @GetMapping("/{id:\\d{1,18}}/read-back")
    String readBack(@PathVariable String number, @PathVariable long id, Model model, RedirectAttributes flash) {
        OfflineRecord record = records.of(sheet.consultation(number).number(), new OfflineRecordId(id));
        if (record.handedIn()) {
            flash.addAttribute("number", number).addAttribute("id", id);
            return ONE;
        }
        model.addAttribute("record", record);
        model.addAttribute("labels", records.clauseLabels(record));
        return "suggestion/offline/read-back";
    }

    /** @param confirmed whether the person said that every word is right */
    @PostMapping("/{id:\\d{1,18}}/read-back")
    String readBack(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam boolean confirmed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Consultation consultation = sheet.consultation(number);
        OfflineRecord record = records.of(consultation.number(), new OfflineRecordId(id));
        flash.addAttribute("number", number).addAttribute("id", id);
        try {
            OfflineRecords.Saved saved = record.handedIn()
                    ? new OfflineRecords.Saved(record.id(), record.version(), record.savedAt())
                    : desk.save(record.confirmed(version, confirmed));
            return handIn(saved, flash, ONE);
        } catch (InvalidCommand invalid) {
            return refused(consultation, RecordForm.of(record), RecordForm.faults(invalid), model, response);
        } catch (RuleViolation refusal) {
            return refused(consultation, RecordForm.of(record), refusal.byField(), model, response);
        }
    }

    @PostMapping("/{id:\\d{1,18}}/delete")
    String delete(@PathVariable String number, @PathVariable long id, RedirectAttributes flash) {
        OfflineRecord record = records.of(sheet.consultation(number).number(), new OfflineRecordId(id));
        records.discard(new DiscardRecord(record.id()));
        flash.addAttribute("number", number);
        flash.addFlashAttribute("done", text("offline.done.deleted"));
        return LIST;
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
