package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A slip to be printed, for coordinators who are not reached by mail. Answered directly, not by a redirect: the
 * coordinator's link in it is shown this once and kept nowhere.
 */
@Controller
@RequestMapping("/consultations/{number}/stations/{slip}/print")
@PreAuthorize("hasAuthority('staff')")
class StationSheetPages {
    private final StationSlips slips;
    private final StationSlipRows rows;
    private final StationChannels channels;
    private final Consultations consultations;
    private final Plans plans;
    private final Directory directory;
    private final String office;

    StationSheetPages(
            StationSlips slips,
            StationSlipRows rows,
            StationChannels channels,
            Consultations consultations,
            Plans plans,
            Directory directory,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.slips = slips;
        this.rows = rows;
        this.channels = channels;
        this.consultations = consultations;
        this.plans = plans;
        this.directory = directory;
        this.office = office;
    }

    @PostMapping
    String print(@PathVariable String number, @PathVariable long slip, Model model, HttpServletResponse response) {
        StationSlip found = slips.find(new StationSlipId(slip))
                .filter(one -> one.consultation().equals(new ConsultationNumber(number)))
                .orElseThrow(() -> new NotFound("没有这张任务单，请从列表中选择。"));
        String link = slips.print(new PrintStationSlip(found.id()));
        Consultation consultation = consultations.find(found.consultation());
        Station station = directory.station(found.station()).orElseThrow();
        model.addAttribute("number", number);
        model.addAttribute("slip", found);
        model.addAttribute("station", station);
        model.addAttribute(
                "coordinator",
                directory.informant(station.coordinator()).map(Informant::name).orElse(""));
        model.addAttribute("quotedTitle", consultation.citedTitle());
        model.addAttribute("lastDay", InviteeMail.lastDay(consultation));
        model.addAttribute(
                "purpose", plans.find(consultation.number()).map(Plan::purpose).orElse(null));
        model.addAttribute("office", office);
        model.addAttribute(
                "channel", channels.code(consultation, found.station()).orElse(null));
        model.addAttribute("own", QrCode.of(link));
        model.addAttribute(
                "members",
                rows.members(found.consultation(), found.station()).stream()
                        .filter(member -> !member.answered() && (!member.invited() || !member.byMail()))
                        .toList());
        model.addAttribute("watermark", consultation.visibility() == Visibility.INTERNAL ? station.name() : null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "outreach/station-sheet";
    }
}
