package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** With the personal link: the receipts and the record of everything this person was asked and said. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}")
@PreAuthorize("permitAll()")
class OwnRecordPages {
    private final Invitations invitations;
    private final Directory directory;
    private final OwnRecords records;
    private final ReceiptCopies copies;

    OwnRecordPages(Invitations invitations, Directory directory, OwnRecords records, ReceiptCopies copies) {
        this.invitations = invitations;
        this.directory = directory;
        this.records = records;
        this.copies = copies;
    }

    @GetMapping("/receipt/{receipt}")
    ModelAndView receipt(
            @PathVariable String token, @PathVariable String receipt, @RequestParam(required = false) String large) {
        Informant informant = informant(token);
        Handed handed = records.ofInformant(informant.id(), receipt).orElseThrow(UnknownLink::new);
        Place place = new Place("/i/" + token, informant.name(), "1".equals(large));
        return page("suggestion/receipt", place, List.of(handed))
                .addObject("mail", copies.reachable(handed.submission()) ? path(token, receipt) + "/mail" : null)
                .addObject("handed", handed);
    }

    @PostMapping("/receipt/{receipt}/mail")
    ModelAndView mail(
            @PathVariable String token, @PathVariable String receipt, @RequestParam(required = false) String large) {
        Handed handed = records.ofInformant(informant(token).id(), receipt).orElseThrow(UnknownLink::new);
        return ReceiptLook.of(path(token, receipt), large).mailed(copies, handed.submission());
    }

    /** @param year four digits, anything else for all */
    @GetMapping("/record")
    ModelAndView record(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) String large) {
        Invitation invitation = invitations.byToken(token).orElseThrow(UnknownLink::new);
        Place place = new Place("/i/" + token, informant(token).name(), "1".equals(large));
        OwnRecord record = records.ofInformant(
                invitation.informant(),
                invitation.consultation(),
                year.matches("2\\d{3}") ? Integer.valueOf(year) : null,
                page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1);
        return page(
                        "suggestion/record",
                        place,
                        record.consulted().stream()
                                .flatMap(one -> one.handed().stream())
                                .toList())
                .addObject("record", record);
    }

    private static ModelAndView page(String view, Place place, List<Handed> shown) {
        boolean internal = shown.stream().anyMatch(Handed::internal);
        return new ModelAndView(view)
                .addObject("place", place)
                .addObject("query", place.query())
                .addObject("again", place.base())
                .addObject("changes", place.base())
                .addObject("watermark", internal ? place.reader() : null);
    }

    private static String path(String token, String receipt) {
        return "/i/" + token + "/receipt/" + receipt;
    }

    private Informant informant(String token) {
        Invitation invitation = invitations.byToken(token).orElseThrow(UnknownLink::new);
        return directory.informant(invitation.informant()).orElseThrow(UnknownLink::new);
    }
}
