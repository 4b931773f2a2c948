package cn.zhengxun.suggestion.answer;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.HaveNoOpinion;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.Reconsider;
import cn.zhengxun.outreach.StationSlips;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.suggestion.Agreement;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.IdentityCategory;
import cn.zhengxun.suggestion.SeeOther;
import cn.zhengxun.suggestion.SubmitSuggestions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.thymeleaf.context.LazyContextVariable;

/** What an informant reaches with the personal link: the draft and the form. No account. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}")
@PreAuthorize("permitAll()")
class PersonalLinkPages {
    private final Invitations invitations;
    private final StationSlips slips;
    private final Consultations consultations;
    private final Directory directory;
    private final AnswerSheet sheet;
    private final UnsentDrafts drafts;

    PersonalLinkPages(
            Invitations invitations,
            StationSlips slips,
            Consultations consultations,
            Directory directory,
            AnswerSheet sheet,
            UnsentDrafts drafts) {
        this.invitations = invitations;
        this.slips = slips;
        this.consultations = consultations;
        this.directory = directory;
        this.sheet = sheet;
        this.drafts = drafts;
    }

    /** Changes nothing: programs that check mail for harm follow its links, too. */
    @GetMapping
    ModelAndView read(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) String find,
            @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        AnswerSheet.Place place = place(token, invitation, large);
        UnsentDraft draft = place.standing().draft();
        if (draft == null) {
            return sheet.fresh(
                    consultation(invitation),
                    place,
                    AnswerForm.fresh(about, place.standing().known()),
                    find);
        }
        return sheet.show(
                consultation(invitation),
                place,
                about.isBlank() ? draft.form() : draft.form().withRowAbout(about),
                find);
    }

    /** What the page's script tells at the first touch or key, and what every button tells, too: a person is reading. */
    @PostMapping("/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable String token) {
        invitations.opened(invited(token).id());
    }

    @PostMapping
    ModelAndView write(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String large,
            HttpServletRequest request) {
        Invitation invitation = invited(token);
        Informant informant = informant(invitation);
        AnswerSheet.Place place = place(token, invitation, informant, large);
        Consultation consultation = consultation(invitation);
        AnswerFiles.Sent sent = new AnswerFiles.Sent(request.getRemoteAddr(), files);
        AnswerForm form = place.form(typed);
        ModelAndView answer = switch (String.valueOf(typed.getFirst("action"))) {
            case "save" ->
                saved(consultation, place, form, () -> {
                    try {
                        drafts.save(new SaveDraft(invitation.id(), form));
                    } finally {
                        // also where another device was there first: a file that was chosen would be forgotten with the
                        // page
                        sheet.take(consultation, place, form, sent);
                    }
                });
            case "mine", "both" -> {
                AnswerForm chosen = chosen(typed, form, place.standing().draft());
                yield saved(consultation, place, form, () -> {
                    drafts.save(new SaveDraft(invitation.id(), chosen));
                    sheet.take(consultation, place, chosen, sent);
                });
            }
            case "theirs" -> SeeOther.to(place.base() + place.query());
            case "discard" -> saved(consultation, place, form, () -> drafts.discard(new DiscardDraft(invitation.id())));
            default ->
                sheet.pressed(
                        consultation,
                        place,
                        typed,
                        sent,
                        (any, agreement) -> command(invitation, informant, any, agreement));
        };
        boolean handedIn = "submit".equals(typed.getFirst("action")) && answer.getView() instanceof RedirectView;
        if (invitation.openedAt() == null && !handedIn) {
            // what is handed in says so itself
            invitations.opened(invitation.id());
        }
        return answer;
    }

    /** What takes the place of the draft of another device, after its writer has seen both. */
    private static AnswerForm chosen(MultiValueMap<String, String> typed, AnswerForm form, UnsentDraft kept) {
        AnswerForm words = "both".equals(typed.getFirst("action")) && kept != null ? form.with(kept.form()) : form;
        String seen = typed.getFirst("other");
        // what was handed in elsewhere has used up the key; what is still a draft has its files under it
        return (kept == null ? words.withNewKey() : words).basedOn(seen == null ? "" : seen);
    }

    @PostMapping("/no-opinion")
    ModelAndView haveNoOpinion(@PathVariable String token, @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        invitations.opened(invitation.id());
        return saved(
                consultation(invitation),
                place(token, invitation, large),
                AnswerForm.fresh(""),
                () -> invitations.haveNoOpinion(new HaveNoOpinion(invitation.id())));
    }

    @PostMapping("/reconsidered")
    ModelAndView reconsider(@PathVariable String token, @RequestParam(required = false) String large) {
        Invitation invitation = invited(token);
        return saved(
                consultation(invitation),
                place(token, invitation, large),
                AnswerForm.fresh(""),
                () -> invitations.reconsider(new Reconsider(invitation.id())));
    }

    /** @return the page anew, or with what is wrong and all that was typed */
    private ModelAndView saved(Consultation consultation, AnswerSheet.Place place, AnswerForm form, Runnable change) {
        try {
            change.run();
        } catch (NewerDraft newer) {
            return sheet.choose(consultation, place, form, newer);
        } catch (RuleViolation refused) {
            return sheet.refuse(consultation, place, form, refused);
        }
        return SeeOther.to(place.base() + place.query());
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

    private AnswerSheet.Place place(String token, Invitation invitation, String large) {
        return place(token, invitation, informant(invitation), large);
    }

    private AnswerSheet.Place place(String token, Invitation invitation, Informant informant, String large) {
        return new AnswerSheet.Place(
                "/i/" + token,
                informant.name(),
                "1".equals(large),
                new AnswerSheet.Standing(
                        invitation.id(),
                        invitation.draftedAt() == null
                                ? null
                                : drafts.find(invitation.id()).orElse(null),
                        invitation.answeredAt() != null,
                        invitation.noOpinionAt(),
                        known(informant),
                        duties(token)));
    }

    private LazyContextVariable<List<String>> duties(String token) {
        return new LazyContextVariable<>() {
            @Override
            protected List<String> loadValue() {
                return slips.duties(token);
            }
        };
    }

    private static SubmitSuggestions command(
            Invitation invitation, Informant informant, AnswerForm form, Agreement agreement) {
        return new SubmitSuggestions(
                invitation.consultation(),
                form.key(),
                Channel.PERSONAL_LINK,
                invitation.id(),
                informant.id(),
                informant.station(),
                form.person().guardian() ? "监护人" : null,
                form.person().guardian(),
                true,
                null,
                null,
                form.person().category(),
                AnswerForm.orNull(form.person().ageBand().strip()),
                AnswerForm.orNull(form.person().unit().strip()),
                form.consents().processing(),
                form.consents().callBack(),
                form.consents().publishName(),
                form.items(),
                null,
                agreement);
    }

    /** Who speaks, for the breakdown by category: an informant's occupation, as far as the column holds it. */
    private static AnswerForm.Person known(Informant informant) {
        String occupation = informant.occupation();
        return AnswerForm.Person.known(
                occupation == null || occupation.length() <= IdentityCategory.LONGEST
                        ? occupation
                        : occupation.substring(0, IdentityCategory.LONGEST),
                informant.ageBand());
    }
}
