package cn.zhengxun.web;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.suggestion.SubmissionConsent;
import cn.zhengxun.suggestion.SubmissionConsents;
import cn.zhengxun.suggestion.SubmissionConsents.OfStranger;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/**
 * The rights of people outside the directory, by the number of a receipt. A number is short and stands on paper, so by
 * itself it shows name and contact only in part, and changes nothing for the worse; whoever knows the contact that was
 * left gets the whole copy and may change it.
 */
@Controller
@WithoutAccount
@RequestMapping("/q/privacy")
@PreAuthorize("permitAll()")
class ReceiptPrivacyPages {
    private static final int LONGEST = 30;

    private final SubmissionConsents submissions;
    private final StrangersChoices choices;
    private final Requests requests;
    private final Erasure erasure;
    private final CopyFile file;
    private final Guesses guesses;
    private final Clock clock;

    ReceiptPrivacyPages(
            SubmissionConsents submissions,
            StrangersChoices choices,
            Requests requests,
            Erasure erasure,
            CopyFile file,
            Guesses guesses,
            Clock clock) {
        this.submissions = submissions;
        this.choices = choices;
        this.requests = requests;
        this.erasure = erasure;
        this.file = file;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** A number is short, and so is what is left to guess of a contact that is shown in part. */
    @ModelAttribute
    void refuseGuessing(HttpServletRequest request) {
        if (guesses.spent(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
    }

    /** @param receipt empty to be asked for it */
    @GetMapping
    ModelAndView page(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(required = false) String large,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request) {
        if (receipt.isBlank()) {
            return dressed(new ModelAndView("web/privacy-receipt"), "", large);
        }
        Optional<OfStranger> found = submissions.ofStranger(receipt.strip());
        if (found.isEmpty()) {
            return unknown(receipt, large, request);
        }
        OfStranger kept = found.get();
        return page(kept, large, "", Map.of(), HttpStatus.OK)
                .addObject("did", OwnPrivacyPages.Did.of(done))
                .addObject(
                        "didNumber",
                        requests.of(StrangersChoices.of(kept)).stream()
                                .map(one -> one.number())
                                .filter(number::equals)
                                .findFirst()
                                .orElse(null));
    }

    /** Counts as a guess; up to the limit the page stays, so that a slip of the pen can be mended. */
    private ModelAndView unknown(String receipt, String large, HttpServletRequest request) {
        if (guesses.failed(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        return dressed(new ModelAndView("web/privacy-receipt", HttpStatus.NOT_FOUND), "", large)
                .addObject("unknown", true)
                .addObject("typed", receipt.length() <= LONGEST ? receipt : receipt.substring(0, LONGEST));
    }

    /** @param contact as it was left: whoever knows it gets everything in full */
    @PostMapping("/copy")
    Object copy(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "txt") String format,
            @RequestParam(required = false) String large,
            HttpServletRequest request) {
        OfStranger kept = kept(receipt);
        if (!proves(kept, contact, request)) {
            return page(
                    kept,
                    large,
                    "",
                    Map.of("copyContact", StrangersChoices.WRONG_CONTACT),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        choices.copied(kept);
        ResponseEntity<byte[]> answer = file.answer(erasure.copy(StrangersChoices.of(kept)), format);
        return answer;
    }

    @PostMapping("/contact")
    ModelAndView correct(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String newContact,
            @RequestParam(required = false) String large,
            HttpServletRequest request) {
        OfStranger kept = kept(receipt);
        proves(kept, contact, request);
        String typed = newContact.replace("\0", "");
        return tried(kept, large, typed, OwnPrivacyPages.Did.corrected, () -> choices.correct(kept, contact, typed));
    }

    @PostMapping("/consents")
    ModelAndView consent(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean given,
            @RequestParam(required = false) String large) {
        OfStranger kept = kept(receipt);
        SubmissionConsent consent = kind(kind);
        return tried(
                kept,
                large,
                "",
                given ? OwnPrivacyPages.Did.given : OwnPrivacyPages.Did.withdrawn,
                () -> choices.consent(kept, consent, given));
    }

    @GetMapping("/erase")
    ModelAndView sure(@RequestParam(defaultValue = "") String receipt, @RequestParam(required = false) String large) {
        OfStranger kept = kept(receipt);
        return dressed(new ModelAndView("web/privacy-sure"), kept.receipt(), large)
                .addObject("step", "erase")
                .addObject("back", address(kept, large, ""));
    }

    @PostMapping("/erase")
    ModelAndView erase(@RequestParam(defaultValue = "") String receipt, @RequestParam(required = false) String large) {
        OfStranger kept = kept(receipt);
        return tried(kept, large, "", OwnPrivacyPages.Did.erasing, () -> choices.erase(kept));
    }

    @PostMapping("/requests/{number}/taken-back")
    ModelAndView takeBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(required = false) String large) {
        OfStranger kept = kept(receipt);
        return tried(kept, large, "", OwnPrivacyPages.Did.takenBack, () -> choices.takeBack(kept, number));
    }

    private ModelAndView tried(
            OfStranger kept, String large, String typed, OwnPrivacyPages.Did did, Supplier<String> attempt) {
        try {
            String number = attempt.get();
            return seeOther(address(kept, large, "&done=" + did + (number == null ? "" : "&number=" + number)));
        } catch (NotFound gone) {
            throw new UnknownLink();
        } catch (RuleViolation refused) {
            return page(kept, large, typed, refused.byField(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView page(
            OfStranger kept, String large, String typed, Map<String, String> faults, HttpStatus status) {
        List<Chapter> chapters = erasure.copy(StrangersChoices.of(kept));
        return dressed(new ModelAndView("web/privacy-receipt", status), kept.receipt(), large)
                .addObject("kept", kept)
                .addObject("typed", typed)
                .addObject("faults", faults)
                .addObject("chapters", PartlyShown.of(chapters))
                .addObject("asked", requests.of(StrangersChoices.of(kept)))
                .addObject("consents", SubmissionConsent.values())
                .addObject("now", clock.instant());
    }

    private ModelAndView dressed(ModelAndView page, String receipt, String large) {
        return page.addObject("path", "/q/privacy")
                .addObject("receipt", receipt)
                .addObject("undoDays", requests.undoDays())
                .addObject("dueDays", requests.dueDays())
                .addObject("large", "1".equals(large))
                .addObject("query", large == null ? "" : "?large=1");
    }

    /** What does not prove it counts as a guess. */
    private boolean proves(OfStranger kept, String contact, HttpServletRequest request) {
        boolean proven = StrangersChoices.proves(kept, contact);
        if (!proven) {
            guesses.failed(request.getRemoteAddr());
        }
        return proven;
    }

    private OfStranger kept(String receipt) {
        return submissions.ofStranger(receipt.strip()).orElseThrow(UnknownLink::new);
    }

    private static SubmissionConsent kind(String name) {
        for (SubmissionConsent consent : SubmissionConsent.values()) {
            if (consent.name().equals(name)) {
                return consent;
            }
        }
        throw new UnknownLink();
    }

    private static String address(OfStranger kept, String large, String more) {
        return "/q/privacy?receipt=" + UriUtils.encode(kept.receipt(), StandardCharsets.UTF_8) + more
                + (large == null ? "" : "&large=1");
    }

    private static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
