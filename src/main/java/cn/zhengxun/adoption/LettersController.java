package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters to print, one on a page: for those without an address, or for everyone. */
@Controller
@PreAuthorize("hasAuthority('staff')")
class LettersController {
    private final Letters letters;
    private final Consultations consultations;

    LettersController(Letters letters, Consultations consultations) {
        this.letters = letters;
        this.consultations = consultations;
    }

    @GetMapping("/consultations/{number}/letters")
    String page(@PathVariable String number, @RequestParam(defaultValue = "false") boolean all, Model model) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        model.addAttribute("number", number);
        model.addAttribute("consultation", consultations.find(consultation));
        model.addAttribute("letters", letters.of(consultation, !all));
        model.addAttribute("all", all);
        return "adoption/letters";
    }
}
