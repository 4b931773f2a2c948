package cn.zhengxun.directory;

import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.sheet.ReceivedFile;
import cn.zhengxun.sheet.SentFile;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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

/** Informants in and out as xlsx: the file, what it would change, and the confirmation. */
@Controller
@RequestMapping("/directory")
@PreAuthorize("hasAuthority('staff')")
class InformantImportPages {
    private static final int PAGE = 500;

    private final InformantImports imports;
    private final InformantExport informants;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    InformantImportPages(
            InformantImports imports, InformantExport informants, Users users, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.informants = informants;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/import")
    String choose(Model model) {
        model.addAttribute("columns", InformantColumn.values());
        return "directory/import";
    }

    @PostMapping("/import")
    String preview(@RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        try {
            return "redirect:/directory/import/"
                    + imports.preview(new PreviewImport(
                            file == null ? null : file.getOriginalFilename(), ReceivedFile.content(file)));
        } catch (RuleViolation refused) {
            return again(refused, model, response);
        }
    }

    private String again(RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return choose(model);
    }

    /** @param skip how many faulty and changed rows were seen on the pages before */
    @GetMapping("/import/{id}")
    String show(@PathVariable String id, @RequestParam(defaultValue = "0") int skip, Model model) {
        WaitingFile preview = imports.find(id);
        int from = Math.max(0, skip);
        model.addAttribute("preview", preview);
        model.addAttribute("uploader", users.nameOf(preview.uploadedBy()));
        model.addAttribute("wrong", imports.lines(id, Verdict.FAULT, false, from, PAGE));
        model.addAttribute("changed", imports.lines(id, Verdict.CHANGED, false, from, PAGE));
        model.addAttribute("twins", imports.lines(id, Verdict.NEW, true, from, PAGE));
        model.addAttribute("skip", from);
        model.addAttribute("page", PAGE);
        model.addAttribute(
                "more", from + PAGE < Math.max(Math.max(preview.faulty(), preview.changed()), preview.noted()));
        return "directory/import-preview";
    }

    @PostMapping("/import/{id}")
    String confirm(
            @PathVariable String id,
            @RequestParam(required = false) Boolean soundOnly,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        WaitingFile done;
        try {
            done = imports.confirm(new ConfirmImport(id, soundOnly));
        } catch (NotFound gone) {
            return again(gone, model, response);
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return show(id, 0, model);
        }
        Object[] counts = {done.added(), done.changed(), done.unchanged(), done.faulty()};
        flash.addFlashAttribute(
                "done", messages.getMessage("directory.done.imported", counts, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory";
    }

    @PostMapping("/import/{id}/drop")
    String drop(@PathVariable String id, RedirectAttributes flash) {
        imports.drop(new DropImport(id));
        flash.addFlashAttribute(
                "done", messages.getMessage("directory.done.import-dropped", null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/import";
    }

    @GetMapping("/import/template")
    void template(HttpServletResponse response) throws IOException {
        SentFile.name(response, "信息员导入模板.xlsx");
        InformantWorkbook.template(response.getOutputStream());
    }

    /** A change of the audit trail, though nothing else changes: hence no GET, which a browser may repeat by itself. */
    @PostMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        byte[] file = informants.export(new ExportInformants());
        SentFile.name(response, "信息员名录" + Shanghai.dateOf(clock.instant()) + ".xlsx");
        response.getOutputStream().write(file);
    }
}
