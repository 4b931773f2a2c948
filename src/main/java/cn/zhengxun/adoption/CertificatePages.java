package cn.zhengxun.adoption;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.Links;
import cn.zhengxun.outreach.QrCode;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The certificate of one year, to be printed by the person it is for. Looking changes nothing; a press issues it. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}/certificate/{year:\\d{4}}")
@PreAuthorize("permitAll()")
class CertificatePages {
    private final Certificates certificates;
    private final Invitations invitations;
    private final Directory directory;
    private final Links links;

    CertificatePages(Certificates certificates, Invitations invitations, Directory directory, Links links) {
        this.certificates = certificates;
        this.invitations = invitations;
        this.directory = directory;
        this.links = links;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token, @PathVariable int year, @RequestParam(required = false) String large) {
        return page(token, informant(token), year, large, null);
    }

    @PostMapping
    ModelAndView issue(
            @PathVariable String token, @PathVariable int year, @RequestParam(required = false) String large) {
        Informant informant = informant(token);
        IssueCertificate command = new IssueCertificate(informant.id(), year);
        try {
            try {
                certificates.issue(command);
            } catch (DuplicateKeyException pressedTwice) {
                certificates.issue(command);
            }
        } catch (RuleViolation refused) {
            ModelAndView page = page(token, informant, year, large, refused.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        RedirectView view =
                new RedirectView("/i/" + token + "/certificate/" + year + (large == null ? "" : "?large=1"), true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    private ModelAndView page(String token, Informant informant, int year, String large, String fault) {
        Certificate certificate = certificates.latest(informant.id(), year).orElse(null);
        Participation now = certificates.participation(informant.id(), year);
        ModelAndView page = new ModelAndView("adoption/certificate")
                .addObject("base", "/i/" + token)
                .addObject("query", large == null ? "" : "?large=1")
                .addObject("year", Integer.toString(year))
                .addObject("name", informant.name())
                .addObject("now", now)
                .addObject("certificate", certificate)
                .addObject(
                        "stale",
                        certificate != null
                                && !now.none()
                                && !certificate.participation().equals(now))
                .addObject("fault", fault);
        if (certificate != null) {
            page.addObject("address", links.verify(certificate.code()))
                    .addObject("qr", QrCode.of(links.verify(certificate.code())));
        }
        return page;
    }

    private Informant informant(String token) {
        return invitations
                .byToken(token)
                .flatMap(invitation -> directory.informant(invitation.informant()))
                .orElseThrow(UnknownLink::new);
    }
}
