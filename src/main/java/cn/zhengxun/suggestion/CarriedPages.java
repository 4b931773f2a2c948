package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.Mappings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people said about the bill's earlier readings, under the clauses of the present one. */
@Controller
@RequestMapping("/consultations/{number}/earlier")
@PreAuthorize("hasAnyAuthority('staff', 'director', 'leader')")
class CarriedPages {
    private final CarriedSuggestions carried;
    private final Consultations consultations;
    private final Mappings mappings;

    CarriedPages(CarriedSuggestions carried, Consultations consultations, Mappings mappings) {
        this.carried = carried;
        this.consultations = consultations;
        this.mappings = mappings;
    }

    @GetMapping
    String page(@PathVariable String number, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        model.addAttribute("carried", carried.to(consultation.number()));
        model.addAttribute("openLinks", mappings.open(consultation.draft()));
        return "suggestion/earlier";
    }
}
