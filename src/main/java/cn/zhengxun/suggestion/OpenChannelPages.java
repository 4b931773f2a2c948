package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.OpenChannel;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The open channel behind a station's QR code: anybody may read the public draft and give opinions, also anonymously. */
@Controller
@WithoutAccount
@RequestMapping("/q/{code}")
@PreAuthorize("permitAll()")
class OpenChannelPages {
    private final Invitations invitations;
    private final Consultations consultations;
    private final AnswerSheet sheet;
    private final OwnRecords records;

    OpenChannelPages(Invitations invitations, Consultations consultations, AnswerSheet sheet, OwnRecords records) {
        this.invitations = invitations;
        this.consultations = consultations;
        this.sheet = sheet;
        this.records = records;
    }

    /** A channel and its consultation, which is a public one. */
    private record Open(OpenChannel channel, Consultation consultation) {}

    @GetMapping
    ModelAndView read(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(required = false) String large) {
        return sheet.show(open(code).consultation(), place(code, large), AnswerForm.fresh(about));
    }

    @PostMapping
    ModelAndView write(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) String large) {
        Open open = open(code);
        return sheet.pressed(open.consultation(), place(code, large), typed, form -> command(open.channel(), form));
    }

    @GetMapping("/receipt/{receipt}")
    ModelAndView receipt(
            @PathVariable String code, @PathVariable String receipt, @RequestParam(required = false) String large) {
        AnswerSheet.Place place = place(code, large);
        return new ModelAndView("suggestion/receipt")
                .addObject("place", place)
                .addObject("query", place.query())
                .addObject(
                        "handed",
                        records.ofOpenChannel(open(code).channel().consultation(), receipt)
                                .orElseThrow(UnknownLink::new));
    }

    private Open open(String code) {
        OpenChannel channel = invitations.channel(code).orElseThrow(UnknownLink::new);
        Consultation consultation = consultations.find(channel.consultation());
        if (consultation.visibility() != Visibility.PUBLIC) {
            throw new UnknownLink();
        }
        return new Open(channel, consultation);
    }

    private static AnswerSheet.Place place(String code, String large) {
        return AnswerSheet.Place.open("/q/" + code, large != null);
    }

    private static SubmitSuggestions command(OpenChannel channel, AnswerForm form) {
        AnswerForm.Person person = form.person();
        return new SubmitSuggestions(
                channel.consultation(),
                form.key(),
                Channel.QR_CODE,
                null,
                null,
                channel.station(),
                person.guardian() ? "监护人" : null,
                person.guardian(),
                true,
                AnswerForm.orNull(person.name().strip()),
                AnswerForm.orNull(person.contact().strip()),
                AnswerForm.orNull(person.identityCategory().strip()),
                AnswerForm.orNull(person.ageBand().strip()),
                null,
                form.consents().processing(),
                form.consents().callBack(),
                form.consents().publishName(),
                form.items());
    }
}
