package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.Mappings;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.identity.Users;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
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
    private final Users users;

    CarriedPages(CarriedSuggestions carried, Consultations consultations, Mappings mappings, Users users) {
        this.carried = carried;
        this.consultations = consultations;
        this.mappings = mappings;
        this.users = users;
    }

    @GetMapping
    String page(@PathVariable String number, Authentication who, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        Carried shown = carried.to(consultation.number());
        model.addAttribute("carried", shown);
        if (shown.earlier().stream().anyMatch(one -> one.visibility() == Visibility.INTERNAL)) {
            model.addAttribute("watermark", users.nameOf(who.getName()));
        }
        model.addAttribute("openLinks", mappings.open(consultation.draft()));
        return "suggestion/earlier";
    }
}
