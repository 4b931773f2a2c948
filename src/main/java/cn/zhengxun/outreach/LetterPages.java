package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.NotFound;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * Letters to be printed for people who are reached on paper. Answered directly, not by a redirect: the links in them are
 * shown this once and kept nowhere.
 */
@Controller
@RequestMapping("/consultations/{number}/invitations")
@PreAuthorize("hasAuthority('staff')")
class LetterPages {
    private final Invitations invitations;
    private final Consultations consultations;
    private final Directory directory;
    private final Links links;
    private final String office;

    LetterPages(
            Invitations invitations,
            Consultations consultations,
            Directory directory,
            Links links,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.invitations = invitations;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.office = office;
    }

    /** One printed letter. */
    record Printed(String name, String link) {}

    @PostMapping("/{invitation}/letter")
    String one(
            @PathVariable String number,
            @PathVariable long invitation,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        Invitation found = invitations
                .find(new InvitationId(invitation))
                .filter(one -> one.consultation().value().equals(number))
                .orElseThrow(() -> new NotFound("没有这份邀请，请从名单中选择。"));
        String token = invitations.print(new PrintInvitation(found.id()));
        return letters(found.consultation(), Map.of(found, token), model, response);
    }

    @PostMapping("/letters")
    String all(@PathVariable String number, Model model, jakarta.servlet.http.HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        Map<Invitation, String> tokens = invitations.print(new PrintLetters(consultation));
        return letters(consultation, tokens, model, response);
    }

    private String letters(
            ConsultationNumber number,
            Map<Invitation, String> tokens,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        Consultation consultation = consultations.find(number);
        Map<InformantId, Informant> people =
                directory
                        .informants(tokens.keySet().stream()
                                .map(Invitation::informant)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Function.identity()));
        List<Printed> letters = tokens.entrySet().stream()
                .map(one -> new Printed(people.get(one.getKey().informant()).name(), links.personal(one.getValue())))
                .toList();
        model.addAttribute("letters", letters);
        model.addAttribute("consultation", consultation);
        model.addAttribute("quotedTitle", consultation.citedTitle());
        model.addAttribute("lastDay", InviteeMail.lastDay(consultation));
        model.addAttribute("office", office);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "outreach/letters";
    }
}
