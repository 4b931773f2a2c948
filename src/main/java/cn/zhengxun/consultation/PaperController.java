package cn.zhengxun.consultation;

import cn.zhengxun.draft.Draft;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is printed in step 1: the receipt sheet (收文登记单) and the reply when the consultation is declined. */
@Controller
@RequestMapping("/consultations/{number}")
@PreAuthorize("hasAnyAuthority('staff','director')")
class PaperController {
    private final Consultations consultations;
    private final Timetables timetables;
    private final Drafts drafts;
    private final Users users;

    PaperController(Consultations consultations, Timetables timetables, Drafts drafts, Users users) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.drafts = drafts;
        this.users = users;
    }

    @GetMapping("/intake-sheet")
    String intakeSheet(@PathVariable String number, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        Draft draft = drafts.find(consultation.draft());
        model.addAttribute("subject", consultation);
        model.addAttribute("draft", draft);
        model.addAttribute("articles", drafts.clauses(draft.id()).units().size());
        model.addAttribute(
                "previous",
                consultations.lineage(consultation.number()).previous().orElse(null));
        model.addAttribute("registeredBy", users.nameOf(consultation.registeredBy()));
        model.addAttribute("entries", timetables.entries(consultation.number()));
        model.addAttribute("holidayGap", timetables.holidayGap(consultation.number()));
        return "consultation/intake-sheet";
    }

    @GetMapping("/decline-reply")
    String declineReply(@PathVariable String number, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        if (consultation.declineReply() == null) {
            throw new NotFound("征询" + consultation.number() + "没有不予受理的答复。");
        }
        model.addAttribute("subject", consultation);
        model.addAttribute("declinedAt", decline(consultation.number()).decidedAt());
        return "consultation/decline-reply";
    }

    private Decision decline(ConsultationNumber number) {
        return consultations.decisions(number).stream()
                .filter(decision -> decision.decision().equals("decline"))
                .findFirst()
                .orElseThrow(() -> new NotFound("征询" + number + "没有不予受理的答复。"));
    }
}
