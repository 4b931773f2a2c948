package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The booklet to be printed for a station, with the choices above it that are not printed. */
@Controller
@RequestMapping("/consultations/{number}/paper-pack")
@PreAuthorize("hasAuthority('staff')")
class PaperPackPages {
    private final PaperPacks packs;
    private final Consultations consultations;
    private final Directory directory;
    private final Clock clock;
    private final String office;
    private final String contact;

    PaperPackPages(
            PaperPacks packs,
            Consultations consultations,
            Directory directory,
            Clock clock,
            @Value("${zhengxun.office:基层立法联系点}") String office,
            @Value("${zhengxun.office-contact:}") String contact) {
        this.packs = packs;
        this.consultations = consultations;
        this.directory = directory;
        this.clock = clock;
        this.office = office;
        this.contact = contact;
    }

    @GetMapping
    String pack(
            @PathVariable String number,
            @RequestParam(required = false) Long station,
            @RequestParam(defaultValue = "1") int copies,
            @RequestParam(defaultValue = "whole") String text,
            Model model,
            HttpServletResponse response) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        model.addAttribute("number", number);
        model.addAttribute("quotedTitle", consultation.citedTitle());
        model.addAttribute("lastDay", InviteeMail.lastDay(consultation));
        model.addAttribute("collecting", consultation.acceptsAt(clock.instant()));
        model.addAttribute("office", office);
        model.addAttribute("contact", contact);
        model.addAttribute(
                "stations",
                directory.stations().stream().filter(Station::active).toList());
        model.addAttribute("station", station);
        model.addAttribute("copies", copies);
        model.addAttribute("whole", !text.equals("focus"));
        try {
            PaperPack pack = packs.of(
                    consultation.number(),
                    station == null ? null : new StationId(station),
                    copies,
                    !text.equals("focus"));
            model.addAttribute("pack", pack);
            model.addAttribute("watermark", pack.internal() ? pack.station().name() : null);
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
        }
        return "outreach/paper-pack";
    }
}
