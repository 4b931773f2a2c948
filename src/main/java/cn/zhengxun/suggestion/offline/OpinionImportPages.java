package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.sheet.ReceivedFile;
import cn.zhengxun.sheet.SentFile;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingFile;
import cn.zhengxun.sheet.WaitingRow;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.offline.HandedIn.Progress;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Offline opinions from a table: the file, what it would add, the confirmation, and the receipts. */
@Controller
@RequestMapping("/consultations/{number}/offline/import")
@PreAuthorize("hasAuthority('staff')")
class OpinionImportPages {
    private static final int PAGE = 500;

    private final OpinionImports imports;
    private final OpinionImportDesk desk;
    private final Consultations consultations;
    private final Plans plans;
    private final DraftSheets sheets;
    private final Directory directory;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    OpinionImportPages(
            OpinionImports imports,
            OpinionImportDesk desk,
            Consultations consultations,
            Plans plans,
            DraftSheets sheets,
            Directory directory,
            Users users,
            MessageSource messages,
            Clock clock) {
        this.imports = imports;
        this.desk = desk;
        this.consultations = consultations;
        this.plans = plans;
        this.sheets = sheets;
        this.directory = directory;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    /** A file that somebody uploaded and nobody confirmed yet. */
    public record Waiting(WaitingFile preview, String uploader) {}

    @GetMapping
    String choose(@PathVariable String number, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        model.addAttribute("columns", OpinionColumn.values());
        model.addAttribute("late", late(consultation));
        model.addAttribute(
                "waiting",
                imports.waiting(consultation.number()).stream()
                        .map(one -> new Waiting(one, users.nameOf(one.uploadedBy())))
                        .toList());
        return "suggestion/offline/import";
    }

    @PostMapping
    String preview(
            @PathVariable String number,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            return redirect("/"
                    + imports.preview(new PreviewOpinions(
                            new ConsultationNumber(number),
                            file == null ? null : file.getOriginalFilename(),
                            ReceivedFile.content(file))));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            return again(number, refused, model, response);
        }
    }

    /** @param skip how many rows were seen on the pages before */
    @GetMapping("/{id}")
    String show(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int skip,
            Model model,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        WaitingFile preview;
        try {
            preview = imports.find(consultation, id);
        } catch (NotFound gone) {
            return imports.slips(consultation, id).isEmpty()
                    ? again(number, gone, model, response)
                    : redirect("/" + id + "/receipts");
        }
        int from = Math.max(0, skip);
        model.addAttribute("preview", preview);
        model.addAttribute("late", late(consultations.find(consultation)));
        model.addAttribute("uploader", users.nameOf(preview.uploadedBy()));
        model.addAttribute("wrong", imports.lines(id, Verdict.FAULT, false, from, PAGE));
        model.addAttribute("sound", imports.lines(id, Verdict.NEW, false, from, PAGE));
        model.addAttribute("known", imports.lines(id, Verdict.UNCHANGED, false, from, PAGE));
        model.addAttribute("skip", from);
        model.addAttribute("page", PAGE);
        model.addAttribute(
                "more", from + PAGE < Math.max(Math.max(preview.faulty(), preview.added()), preview.unchanged()));
        return "suggestion/offline/import-preview";
    }

    @PostMapping("/{id}")
    String confirm(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(required = false) Boolean soundOnly,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            int faulty = imports.find(consultation, id).faulty();
            Progress done = desk.confirm(new ConfirmOpinions(id, soundOnly));
            flash.addFlashAttribute(
                    "done", say("offline.import.done", done.suggestions(), done.receipts(), done.known(), faulty));
            return redirect(done.receipts() == 0 ? "" : "/" + id + "/receipts");
        } catch (NotFound gone) {
            return show(number, id, 0, model, response);
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return show(number, id, 0, model, response);
        }
    }

    @PostMapping("/{id}/drop")
    String drop(
            @PathVariable String number,
            @PathVariable String id,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            imports.find(new ConsultationNumber(number), id);
            imports.drop(new DropOpinions(id));
        } catch (NotFound gone) {
            return again(number, gone, model, response);
        }
        flash.addFlashAttribute("done", say("offline.import.dropped"));
        return redirect("");
    }

    /** What everybody whose words were handed in takes home. */
    @GetMapping("/{id}/receipts")
    String receipts(@PathVariable String number, @PathVariable String id, Model model) {
        List<HandedIn.Slip> slips = imports.slips(new ConsultationNumber(number), id);
        if (slips.isEmpty()) {
            throw new NotFound("这次导入没有登记任何意见，请从“从文件导入”重新上传。");
        }
        model.addAttribute("slips", slips);
        model.addAttribute(
                "total", slips.stream().mapToInt(HandedIn.Slip::suggestions).sum());
        model.addAttribute(
                "lateOnes", slips.stream().filter(HandedIn.Slip::late).count());
        return "suggestion/offline/import-receipts";
    }

    @GetMapping("/template")
    void template(@PathVariable String number, HttpServletResponse response) throws IOException {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        List<String> stations = directory.stations().stream()
                .filter(Station::active)
                .map(Station::name)
                .toList();
        SentFile.name(response, "线下意见模板" + number + ".xlsx");
        OpinionWorkbook.template(
                response.getOutputStream(),
                stations,
                plans.identityCategories(consultation.number()),
                new ClauseNumbers(sheets.of(consultation).clauses()));
    }

    /** The faulty rows, to be mended and uploaded again. */
    @GetMapping("/{id}/faults")
    void faults(@PathVariable String number, @PathVariable String id, HttpServletResponse response) throws IOException {
        imports.find(new ConsultationNumber(number), id);
        List<WaitingRow<OpinionColumn>> lines = imports.lines(id, Verdict.FAULT, false, 0, Integer.MAX_VALUE);
        SentFile.name(response, "待改的行" + number + ".xlsx");
        OpinionWorkbook.faults(response.getOutputStream(), lines);
    }

    private boolean late(Consultation consultation) {
        return !consultation.acceptsAt(clock.instant());
    }

    private String again(String number, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return choose(number, model);
    }

    private String say(String key, Object... counts) {
        return messages.getMessage(key, counts, Locale.SIMPLIFIED_CHINESE);
    }

    /** The number is Chinese, so that the view has to write it into the address. */
    private static String redirect(String rest) {
        return "redirect:/consultations/{number}/offline/import" + rest;
    }
}
