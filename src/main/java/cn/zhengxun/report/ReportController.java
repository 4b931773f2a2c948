package cn.zhengxun.report;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 8's workbench: the report as it stands, its opening words, its files and versions. */
@Controller
@RequestMapping("/consultations/{number}/report")
class ReportController {
    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Reports reports;
    private final Consultations consultations;
    private final Users users;
    private final MessageSource messages;

    ReportController(Reports reports, Consultations consultations, Users users, MessageSource messages) {
        this.reports = reports;
        this.consultations = consultations;
        this.users = users;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    String page(@PathVariable String number, Model model) throws IOException {
        return page(new ConsultationNumber(number), null, model);
    }

    @PostMapping("/introduction")
    @PreAuthorize("hasAuthority('staff')")
    String introduce(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String introduction,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response)
            throws IOException {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            reports.introduce(new WriteIntroduction(consultation, introduction));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", faults(refused));
            return page(consultation, introduction, model);
        }
        flash.addFlashAttribute(
                "done", messages.getMessage("report.done.introduction", null, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/report";
    }

    @GetMapping("/{version}/report.docx")
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    ResponseEntity<byte[]> docx(@PathVariable String number, @PathVariable int version) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return file(reports.docx(consultation, version), DOCX, name(consultation, version, "报告.docx"));
    }

    @GetMapping("/{version}/annex.xlsx")
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    ResponseEntity<byte[]> xlsx(@PathVariable String number, @PathVariable int version) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return file(reports.xlsx(consultation, version), XLSX, name(consultation, version, "汇总表.xlsx"));
    }

    private String page(ConsultationNumber number, String typed, Model model) throws IOException {
        Consultation consultation = consultations.find(number);
        List<Report> versions = reports.versions(number);
        Report report = versions.isEmpty() ? null : versions.get(0);
        model.addAttribute("number", number.value());
        model.addAttribute("versions", versions);
        model.addAttribute("report", report);
        model.addAttribute("names", names(versions));
        model.addAttribute(
                "editable",
                consultation.status() == Status.SUBMITTING
                        && report != null
                        && report.version() == consultation.reportVersion()
                        && report.frozenAt() == null);
        consultations.lastReturn(number, "report").ifPresent(returned -> {
            model.addAttribute("returned", returned);
            model.addAttribute("returnedBy", users.nameOf(returned.decidedBy()));
        });
        if (report != null) {
            model.addAttribute("introduction", typed == null ? report.introduction() : typed);
            model.addAttribute("preview", ReportPreview.of(reports.docx(number, report.version())));
        }
        return "report/report";
    }

    private Map<String, String> names(List<Report> versions) {
        return versions.stream()
                .flatMap(r -> java.util.stream.Stream.of(r.approvedBy(), r.signedBy()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(id -> id, users::nameOf));
    }

    private static Map<String, String> faults(RuleViolation refused) {
        return refused instanceof InvalidCommand invalid
                ? invalid.faults().stream()
                        .collect(Collectors.toMap(
                                InvalidCommand.Fault::field, InvalidCommand.Fault::sentence, (one, other) -> one))
                : Map.of("", refused.getMessage());
    }

    private static String name(ConsultationNumber number, int version, String ending) {
        return number + "-第" + version + "版-" + ending;
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
