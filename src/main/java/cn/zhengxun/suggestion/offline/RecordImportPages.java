package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.sheet.ReceivedFile;
import cn.zhengxun.sheet.SentFile;
import cn.zhengxun.suggestion.attachment.AttachmentDesk;
import cn.zhengxun.suggestion.attachment.Owner;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

/** The record of a meeting from a file: read into a draft, which is checked and handed in as one that was typed. */
@Controller
@RequestMapping("/consultations/{number}/offline/import/record")
@PreAuthorize("hasAuthority('staff')")
class RecordImportPages {
    private final RecordImports imports;
    private final OpinionImportPages choosing;
    private final AttachmentDesk attachments;
    private final Plans plans;
    private final MessageSource messages;

    RecordImportPages(
            RecordImports imports,
            OpinionImportPages choosing,
            AttachmentDesk attachments,
            Plans plans,
            MessageSource messages) {
        this.imports = imports;
        this.choosing = choosing;
        this.attachments = attachments;
        this.plans = plans;
        this.messages = messages;
    }

    @PostMapping
    String take(
            @PathVariable String number,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response)
            throws IOException {
        ConsultationNumber consultation = new ConsultationNumber(number);
        byte[] content = ReceivedFile.content(file);
        try {
            if (content == null) {
                throw new RuleViolation("请选择会议记录的文件。");
            }
            RecordImports.Taken taken =
                    imports.take(consultation, ReceivedFile.name(file.getOriginalFilename()), content);
            flash.addFlashAttribute("done", said(taken) + kept(taken, consultation, file, content));
            return "redirect:/consultations/{number}/offline/" + taken.record().value();
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return choosing.choose(number, model);
        }
    }

    private String said(RecordImports.Taken taken) {
        return taken.fresh()
                ? say("offline.record.done", taken.statements(), taken.guesses(), taken.notes())
                : say("offline.record.again");
    }

    /** The document itself stays beside what was read of it; where it cannot, that is said and hinders nothing. */
    private String kept(
            RecordImports.Taken taken, ConsultationNumber consultation, MultipartFile file, byte[] content) {
        if (!taken.fresh() || RecordFile.isSheet(content)) {
            return "";
        }
        try {
            attachments.take(Owner.meeting(taken.record().value()), consultation, null, List.of(file));
            return say("offline.record.attached");
        } catch (RuleViolation refused) {
            return refused.getMessage();
        }
    }

    @GetMapping("/template")
    void template(@PathVariable String number, HttpServletResponse response) throws IOException {
        SentFile.name(response, "座谈会记录模板" + number + ".xlsx");
        RecordWorkbook.template(response.getOutputStream(), plans.identityCategories(new ConsultationNumber(number)));
    }

    private String say(String key, Object... counts) {
        return messages.getMessage(key, counts, Locale.SIMPLIFIED_CHINESE);
    }
}
