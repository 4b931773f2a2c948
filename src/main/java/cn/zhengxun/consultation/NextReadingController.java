package cn.zhengxun.consultation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says what of this consultation is to be copied into the start form when the bill's next reading arrives. */
@Controller
@PreAuthorize("hasAuthority('staff')")
class NextReadingController {
    private final Consultations consultations;
    private final NextReadings readings;

    NextReadingController(Consultations consultations, NextReadings readings) {
        this.consultations = consultations;
        this.readings = readings;
    }

    @GetMapping("/consultations/{number}/next-reading")
    String page(@PathVariable String number, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        model.addAttribute("subject", consultation);
        model.addAttribute("bill", readings.bill(consultation.number()));
        return "consultation/next-reading";
    }
}
