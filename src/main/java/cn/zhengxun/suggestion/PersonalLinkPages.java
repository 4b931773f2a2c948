package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an informant reaches with the personal link: the draft, the form, receipts and the own record. No account. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}")
@PreAuthorize("permitAll()")
class PersonalLinkPages {
    private static final int LONGEST_CATEGORY = 40;

    private final Invitations invitations;
    private final Consultations consultations;
    private final Directory directory;
    private final AnswerSheet sheet;
    private final OwnRecords records;

    PersonalLinkPages(
            Invitations invitations,
            Consultations consultations,
            Directory directory,
            AnswerSheet sheet,
            OwnRecords records) {
        this.invitations = invitations;
        this.consultations = consultations;
        this.directory = directory;
        this.sheet = sheet;
        this.records = records;
    }

    @GetMapping
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        invitations.opened(invitation.id());
        return sheet.show(
                consultation(invitation), place(token, informant(invitation), large), AnswerForm.fresh(about));
    }

    @PostMapping
    ModelAndView write(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        Informant informant = informant(invitation);
        return sheet.pressed(
                consultation(invitation),
                place(token, informant, large),
                typed,
                form -> command(invitation, informant, form));
    }

    @GetMapping("/receipt/{receipt}")
    ModelAndView receipt(
            @PathVariable String token, @PathVariable String receipt, @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        Handed handed = records.ofInformant(invitation.informant(), receipt).orElseThrow(UnknownLink::new);
        return page("suggestion/receipt", place(token, informant(invitation), large), List.of(handed))
                .addObject("handed", handed);
    }

    @GetMapping("/record")
    ModelAndView record(@PathVariable String token, @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        List<Handed> record = records.ofInformant(invitation.informant());
        return page("suggestion/record", place(token, informant(invitation), large), record)
                .addObject("record", record);
    }

    private static ModelAndView page(String view, AnswerSheet.Place place, List<Handed> shown) {
        boolean internal = shown.stream().anyMatch(Handed::internal);
        return new ModelAndView(view)
                .addObject("place", place)
                .addObject("query", place.query())
                .addObject("watermark", internal ? place.reader() : null);
    }

    private Invitation invited(String token) {
        return invitations.byToken(token).orElseThrow(UnknownLink::new);
    }

    private Consultation consultation(Invitation invitation) {
        return consultations.find(invitation.consultation());
    }

    private Informant informant(Invitation invitation) {
        return directory.informant(invitation.informant()).orElseThrow(UnknownLink::new);
    }

    private static AnswerSheet.Place place(String token, Informant informant, String large) {
        return new AnswerSheet.Place("/i/" + token, informant.name(), large != null);
    }

    private static SubmitSuggestions command(Invitation invitation, Informant informant, AnswerForm form) {
        return new SubmitSuggestions(
                invitation.consultation(),
                form.key(),
                Channel.PERSONAL_LINK,
                invitation.id(),
                informant.id(),
                informant.station(),
                null,
                false,
                true,
                null,
                null,
                category(informant),
                informant.ageBand(),
                null,
                form.consents().processing(),
                form.consents().callBack(),
                form.consents().publishName(),
                form.items());
    }

    /** Who speaks, for the breakdown by category: an informant's occupation, as far as the column holds it. */
    private static String category(Informant informant) {
        String occupation = informant.occupation();
        return occupation == null || occupation.length() <= LONGEST_CATEGORY
                ? occupation
                : occupation.substring(0, LONGEST_CATEGORY);
    }
}
