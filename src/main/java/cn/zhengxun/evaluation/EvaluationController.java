package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The evaluation of one consultation, and its case files. */
@Controller
class EvaluationController {
    private final Evaluations evaluations;
    private final CaseFiles caseFiles;
    private final Users users;

    EvaluationController(Evaluations evaluations, CaseFiles caseFiles, Users users) {
        this.evaluations = evaluations;
        this.caseFiles = caseFiles;
        this.users = users;
    }

    @GetMapping("/consultations/{number}/evaluation")
    @PreAuthorize("hasAnyAuthority('staff', 'director', 'manager')")
    String evaluation(@PathVariable String number, Model model) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        Optional<Evaluation> evaluation = evaluations.find(consultation);
        model.addAttribute("evaluation", evaluation.orElse(null));
        model.addAttribute(
                "approver",
                evaluation
                        .filter(Evaluation::approved)
                        .map(e -> users.nameOf(e.approvedBy()))
                        .orElse(null));
        model.addAttribute(
                "figures", evaluation.map(Evaluation::figures).orElseGet(() -> evaluations.now(consultation)));
        model.addAttribute("caseFiles", caseFiles.of(consultation));
        return "evaluation/evaluation";
    }

    @GetMapping("/consultations/{number}/case-file/{occasion}.zip")
    @PreAuthorize("hasAnyAuthority('staff', 'director')")
    ResponseEntity<byte[]> caseFile(@PathVariable String number, @PathVariable String occasion) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        CaseFiles.Occasion wanted = Arrays.stream(CaseFiles.Occasion.values())
                .filter(o -> o.name().equalsIgnoreCase(occasion))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这种案卷，请从评价页选择。"));
        byte[] zip = caseFiles
                .zip(consultation, wanted)
                .orElseThrow(() -> new NotFound("征询" + number + "还没有“" + wanted.chinese() + "”案卷，流程到该步时自动生成。"));
        ContentDisposition file = ContentDisposition.attachment()
                .filename("案卷-" + number + "-" + wanted.chinese() + ".zip", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(zip);
    }
}
