package cn.zhengxun.web;

import cn.zhengxun.directory.Consent;
import cn.zhengxun.directory.ConsentKind;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.InformantRecords;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.Requests;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 我的个人信息: what an informant reaches with the personal link about data about the own person. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}/privacy")
@PreAuthorize("permitAll()")
class OwnPrivacyPages {
    /** What is asked once more before it is done; the words on the page are chosen by these. */
    private static final Set<String> STEPS = Set.of("leave", "withdraw", "erase");

    private final Invitations invitations;
    private final Directory directory;
    private final InformantRecords records;
    private final Requests requests;
    private final Erasure erasure;
    private final OwnChoices choices;
    private final CopyFile file;
    private final Clock clock;

    OwnPrivacyPages(
            Invitations invitations,
            Directory directory,
            InformantRecords records,
            Requests requests,
            Erasure erasure,
            OwnChoices choices,
            CopyFile file,
            Clock clock) {
        this.invitations = invitations;
        this.directory = directory;
        this.records = records;
        this.requests = requests;
        this.erasure = erasure;
        this.choices = choices;
        this.file = file;
        this.clock = clock;
    }

    /** The way back to the same person's page. */
    private record Place(String token, Informant person, boolean large) {
        String path() {
            return "/i/" + token + "/privacy";
        }

        String query() {
            return large ? "?large=1" : "";
        }
    }

    @GetMapping
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(required = false) String large,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String number) {
        Place place = place(token, large);
        ModelAndView page = page(place, OwnDetailsForm.of(place.person()), "", Map.of(), HttpStatus.OK);
        return page.addObject("did", Did.of(done)).addObject("didNumber", ownNumber(place, number));
    }

    /** What a redirect may say was done; anything else in an address says nothing. */
    enum Did {
        corrected,
        given,
        withdrawn,
        left,
        asked,
        erasing,
        stopped,
        takenBack;

        static Did of(String name) {
            for (Did one : values()) {
                if (one.name().equals(name)) {
                    return one;
                }
            }
            return null;
        }
    }

    @PostMapping("/copy")
    ResponseEntity<byte[]> copy(@PathVariable String token, @RequestParam(defaultValue = "txt") String format) {
        Place place = place(token, null);
        choices.copied(place.person().id());
        return file.answer(erasure.copy(OwnChoices.of(place.person().id())), format);
    }

    @PostMapping("/details")
    ModelAndView correct(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) String large) {
        Place place = place(token, large);
        OwnDetailsForm form = OwnDetailsForm.of(typed);
        return tried(
                place,
                form,
                "",
                () -> done(
                        place,
                        Did.corrected,
                        choices.correct(form.command(place.person().id()))));
    }

    @PostMapping("/consents")
    ModelAndView consent(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean given,
            @RequestParam(required = false) String large) {
        Place place = place(token, large);
        ConsentKind chosen = kind(kind);
        if (chosen == ConsentKind.PROCESSING && !given) {
            return seeOther(place.path() + "/withdraw" + place.query());
        }
        return tried(
                place,
                OwnDetailsForm.of(place.person()),
                "",
                () -> done(
                        place,
                        given ? Did.given : Did.withdrawn,
                        choices.consent(place.person().id(), chosen, given)));
    }

    /** Something that only the staff can do: another name, another station, a question. */
    @PostMapping("/requests")
    ModelAndView ask(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String wish,
            @RequestParam(required = false) String large) {
        Place place = place(token, large);
        RequestKind asked =
                kind.equals(RequestKind.EXPLANATION.name()) ? RequestKind.EXPLANATION : RequestKind.CORRECTION;
        String kept = wish.replace("\0", "");
        return tried(
                place,
                OwnDetailsForm.of(place.person()),
                kept,
                () -> done(place, Did.asked, choices.ask(place.person().id(), asked, kept)));
    }

    @PostMapping("/requests/{number}/taken-back")
    ModelAndView takeBack(
            @PathVariable String token, @PathVariable String number, @RequestParam(required = false) String large) {
        Place place = place(token, large);
        return tried(place, OwnDetailsForm.of(place.person()), "", () -> {
            choices.takeBack(place.person().id(), number);
            return done(place, Did.takenBack, number);
        });
    }

    @GetMapping("/{step}")
    ModelAndView sure(
            @PathVariable String token, @PathVariable String step, @RequestParam(required = false) String large) {
        Place place = place(token, large);
        if (!STEPS.contains(step)) {
            throw new UnknownLink();
        }
        return dressed(place, new ModelAndView("web/privacy-sure")).addObject("step", step);
    }

    @PostMapping("/{step}")
    ModelAndView confirmed(
            @PathVariable String token, @PathVariable String step, @RequestParam(required = false) String large) {
        Place place = place(token, large);
        InformantId person = place.person().id();
        return switch (step) {
            case "leave" -> done(place, Did.left, choices.leave(person));
            case "withdraw" -> done(place, Did.stopped, choices.withdraw(person));
            case "erase" -> done(place, Did.erasing, choices.ask(person, RequestKind.ERASURE, null));
            default -> throw new UnknownLink();
        };
    }

    private ModelAndView tried(Place place, OwnDetailsForm form, String wish, Supplier<ModelAndView> attempt) {
        try {
            return attempt.get();
        } catch (NotFound gone) {
            throw new UnknownLink();
        } catch (RuleViolation refused) {
            return page(place, form, wish, refused.byField(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private ModelAndView page(
            Place place, OwnDetailsForm form, String wish, Map<String, String> faults, HttpStatus status) {
        InformantId person = place.person().id();
        Map<ConsentKind, Consent> holding = new EnumMap<>(ConsentKind.class);
        records.consents(person).forEach(consent -> holding.putIfAbsent(consent.kind(), consent));
        return dressed(place, new ModelAndView("web/privacy", status))
                .addObject("form", form)
                .addObject("wish", wish)
                .addObject("faults", faults)
                .addObject("chapters", erasure.copy(OwnChoices.of(person)))
                .addObject("asked", requests.of(OwnChoices.of(person)))
                .addObject("now", clock.instant())
                .addObject("kinds", ConsentKind.values())
                .addObject("holding", holding)
                .addObject("channels", PreferredChannel.values());
    }

    private ModelAndView dressed(Place place, ModelAndView page) {
        return page.addObject("person", place.person())
                .addObject("base", "/i/" + place.token())
                .addObject("path", place.path())
                .addObject("large", place.large())
                .addObject("undoDays", requests.undoDays())
                .addObject("dueDays", requests.dueDays())
                .addObject("query", place.query());
    }

    /** A number in the address is repeated on the page only where it is this person's. */
    private String ownNumber(Place place, String number) {
        return requests.of(OwnChoices.of(place.person().id())).stream()
                .map(request -> request.number())
                .filter(number::equals)
                .findFirst()
                .orElse(null);
    }

    private static ConsentKind kind(String name) {
        for (ConsentKind kind : ConsentKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new UnknownLink();
    }

    private Place place(String token, String large) {
        return invitations
                .byToken(token)
                .flatMap(invitation -> directory.informant(invitation.informant()))
                .map(person -> new Place(token, person, "1".equals(large)))
                .orElseThrow(UnknownLink::new);
    }

    private static ModelAndView done(Place place, Did did, String number) {
        return seeOther(place.path() + "?done=" + did
                + (number == null ? "" : "&number=" + number)
                + (place.large() ? "&large=1" : ""));
    }

    private static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
