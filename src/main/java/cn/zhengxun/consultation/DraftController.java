package cn.zhengxun.consultation;

import cn.zhengxun.draft.AmendedLaws;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.Draft;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.HandedIn;
import cn.zhengxun.draft.Mappings;
import cn.zhengxun.draft.ReopenStructure;
import cn.zhengxun.draft.Structures;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.identity.Users;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 1's workbench: the draft as it was received, and how it was read into clauses. */
@Controller
@RequestMapping("/consultations/{number}/draft")
class DraftController {
    private final Consultations consultations;
    private final Drafts drafts;
    private final Structures structures;
    private final Mappings mappings;
    private final AmendedLaws amendedLaws;
    private final Users users;
    private final FormAnswers answers;

    DraftController(
            Consultations consultations,
            Drafts drafts,
            Structures structures,
            Mappings mappings,
            AmendedLaws amendedLaws,
            Users users,
            FormAnswers answers) {
        this.consultations = consultations;
        this.drafts = drafts;
        this.structures = structures;
        this.mappings = mappings;
        this.amendedLaws = amendedLaws;
        this.users = users;
        this.answers = answers;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    String page(@PathVariable String number, Model model) {
        return page(new ConsultationNumber(number), model);
    }

    /** As it was received, to be read beside the clauses. */
    @GetMapping("/file")
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    ResponseEntity<byte[]> file(@PathVariable String number) {
        Draft draft =
                drafts.find(consultations.find(new ConsultationNumber(number)).draft());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(draft.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(drafts.file(draft.id()));
    }

    @PostMapping("/confirm")
    @PreAuthorize("hasAuthority('staff')")
    String confirm(@PathVariable String number, Model model, RedirectAttributes flash, HttpServletResponse response) {
        ConsultationNumber key = new ConsultationNumber(number);
        return answers.carryOut(
                key,
                () -> drafts.confirm(
                        new ConfirmStructure(consultations.find(key).draft())),
                "consultation.draft.done.confirmed",
                "/draft",
                () -> page(key, model),
                model,
                flash,
                response);
    }

    @PostMapping("/reopen")
    @PreAuthorize("hasAuthority('staff')")
    String reopen(@PathVariable String number, Model model, RedirectAttributes flash, HttpServletResponse response) {
        ConsultationNumber key = new ConsultationNumber(number);
        return answers.carryOut(
                key,
                () -> structures.reopen(
                        new ReopenStructure(consultations.find(key).draft())),
                "consultation.draft.done.reopened",
                "/draft",
                () -> page(key, model),
                model,
                flash,
                response);
    }

    @PostMapping("/file")
    @PreAuthorize("hasAuthority('staff')")
    String replace(
            @PathVariable String number,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response)
            throws IOException {
        ConsultationNumber key = new ConsultationNumber(number);
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        byte[] content = file == null ? new byte[0] : file.getBytes();
        model.addAttribute("text", text);
        model.addAttribute("fileChosen", content.length > 0);
        return answers.carryOut(
                key,
                () -> {
                    Draft old = drafts.find(consultations.find(key).draft());
                    HandedIn draft = HandedIn.of(name, content, text, old.title());
                    consultations.replaceDraftFile(new ReplaceDraftFile(key, draft.fileName(), draft.content()));
                },
                "consultation.draft.done.replaced",
                "/draft",
                () -> page(key, model),
                model,
                flash,
                response);
    }

    private String page(ConsultationNumber number, Model model) {
        Consultation consultation = consultations.find(number);
        Draft draft = drafts.find(consultation.draft());
        model.addAttribute("number", number.value());
        model.addAttribute("draft", draft);
        model.addAttribute("importedBy", users.nameOf(draft.importedBy()));
        model.addAttribute("confirmedBy", draft.confirmedBy() == null ? null : users.nameOf(draft.confirmedBy()));
        if (draft.confirmedAt() != null) {
            mappings.of(draft.id()).ifPresent(mapping -> {
                model.addAttribute("before", mapping.before());
                model.addAttribute("openLinks", mapping.open().size());
            });
        }
        ClauseTree tree = drafts.clauses(draft.id());
        model.addAttribute("tree", tree);
        model.addAttribute("amended", amendedLaws.of(draft.id(), tree));
        model.addAttribute(
                "replaceable", consultation.status() == Status.INTAKE || consultation.status() == Status.PLANNING);
        return "consultation/draft";
    }
}
