package cn.zhengxun.suggestion.answer;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.outreach.ClosedChannel;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.OpenChannel;
import cn.zhengxun.outreach.PosterReads;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.suggestion.Agreement;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.attachment.AttachmentDesk;
import cn.zhengxun.suggestion.receipt.EditCodes;
import cn.zhengxun.suggestion.receipt.OwnRecords;
import cn.zhengxun.suggestion.receipt.ReceiptTick;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The open channel behind a station's QR code: anybody may read the public draft and give opinions, also anonymously. */
@Controller
@WithoutAccount
@RequestMapping("/q/{code}")
@PreAuthorize("permitAll()")
class OpenChannelPages {
    private final Invitations invitations;
    private final Consultations consultations;
    private final Directory directory;
    private final PosterReads reads;
    private final HandingPace pace;
    private final AnswerSheet sheet;
    private final OwnRecords records;
    private final Guesses guesses;
    private final Clock clock;
    private final EditCodes codes;
    private final ReceiptTick tick;

    OpenChannelPages(
            Invitations invitations,
            Consultations consultations,
            Directory directory,
            PosterReads reads,
            HandingPace pace,
            AnswerSheet sheet,
            OwnRecords records,
            EditCodes codes,
            ReceiptTick tick,
            Guesses guesses,
            Clock clock) {
        this.tick = tick;
        this.guesses = guesses;
        this.codes = codes;
        this.invitations = invitations;
        this.consultations = consultations;
        this.directory = directory;
        this.reads = reads;
        this.pace = pace;
        this.sheet = sheet;
        this.records = records;
        this.clock = clock;
    }

    /** A channel and its consultation, which is a public one. */
    private record Open(OpenChannel channel, Consultation consultation) {}

    @GetMapping
    ModelAndView read(
            @PathVariable String code,
            @RequestParam(required = false) String about,
            @RequestParam(required = false) String find,
            @RequestParam(required = false) String large,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) String agent,
            @RequestHeader(name = "Sec-Purpose", required = false) String purpose) {
        Optional<Open> found = open(code);
        if (found.isEmpty()) {
            return retired(retired(code), AnswerForm.fresh(""));
        }
        Open open = found.get();
        if (about == null && find == null && large == null) {
            reads.opened(code, agent, purpose);
        }
        return sheet.fresh(open.consultation(), place(code, large), AnswerForm.fresh(about == null ? "" : about), find)
                .addObject(FormTraps.MADE, clock.millis());
    }

    @PostMapping
    ModelAndView write(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String large,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Open> open = open(code);
        if (open.isEmpty()) {
            return retired(retired(code), AnswerForm.of(typed)).addObject("filesLost", AttachmentDesk.anyChosen(files));
        }
        return handIn(open.get(), place(code, large), typed, files, request, response)
                .addObject(FormTraps.MADE, FormTraps.made(typed, clock.instant()));
    }

    private ModelAndView handIn(
            Open open,
            AnswerSheet.Place place,
            MultiValueMap<String, String> typed,
            List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response) {
        AnswerFiles.Sent sent = new AnswerFiles.Sent(request.getRemoteAddr(), files);
        Duration wait = "submit".equals(typed.getFirst("action"))
                ? pace.take(request.getRemoteAddr(), typed.getFirst("device"))
                : Duration.ZERO;
        if (!wait.isZero()) {
            long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return sheet.slowDown(open.consultation(), place, AnswerForm.of(typed), sent, seconds);
        }
        SubmitSuggestions.Poster poster =
                new SubmitSuggestions.Poster(open.channel().code(), FormTraps.of(typed, clock.instant()));
        return tick.followed(
                sheet.pressed(
                        open.consultation(),
                        place,
                        typed,
                        sent,
                        (form, agreement) -> command(open.channel(), poster, form, agreement)),
                typed);
    }

    @GetMapping("/receipt/{receipt}")
    ModelAndView receipt(
            @PathVariable String code,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(required = false) String large,
            HttpServletRequest request) {
        AnswerSheet.Place place = place(code, large);
        Optional<EditCodes.Opened> author = codes.open(receipt, edit);
        if (author.isEmpty() && guesses.spent(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        return new ModelAndView("suggestion/receipt")
                .addObject("again", place.base())
                .addObject(
                        "editCode", author.map(opened -> opened.code().text()).orElse(null))
                .addObject("changes", author.map(EditCodes.Opened::base).orElse(null))
                .addObject("place", place)
                .addObject("query", place.query())
                .addObject(
                        "handed",
                        records.ofOpenChannel(consultation(code), receipt).orElseThrow(UnknownLink::new));
    }

    /** Receipts outlive the poster. */
    private ConsultationNumber consultation(String code) {
        return open(code)
                .map(open -> open.channel().consultation())
                .orElseGet(() -> retired(code).consultation());
    }

    private ClosedChannel retired(String code) {
        return invitations
                .closedChannel(code)
                .filter(closed -> consultations.find(closed.consultation()).visibility() == Visibility.PUBLIC)
                .orElseThrow(UnknownLink::new);
    }

    /** Says where to go instead, with everything that was typed. */
    private ModelAndView retired(ClosedChannel channel, AnswerForm form) {
        return new ModelAndView("suggestion/retired", HttpStatus.GONE)
                .addObject("form", form)
                .addObject(
                        "station",
                        channel.station() == null
                                ? null
                                : directory.station(channel.station()).orElse(null));
    }

    /** Empty for one that was taken out of use, or never was. @throws UnknownLink where the consultation is not public */
    private Optional<Open> open(String code) {
        return invitations.channel(code).map(channel -> {
            Consultation consultation = consultations.find(channel.consultation());
            if (consultation.visibility() != Visibility.PUBLIC) {
                throw new UnknownLink();
            }
            return new Open(channel, consultation);
        });
    }

    private static AnswerSheet.Place place(String code, String large) {
        return AnswerSheet.Place.open("/q/" + code, "1".equals(large));
    }

    private static SubmitSuggestions command(
            OpenChannel channel, SubmitSuggestions.Poster poster, AnswerForm form, Agreement agreement) {
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
                person.category(),
                AnswerForm.orNull(person.ageBand().strip()),
                AnswerForm.orNull(person.unit().strip()),
                form.consents().processing(),
                form.consents().callBack(),
                form.consents().publishName(),
                form.items(),
                poster,
                agreement);
    }
}
