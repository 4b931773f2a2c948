package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.suggestion.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The receipt of somebody who gave an opinion over an open channel, opened with its edit code. The receipt's number alone
 * shows, and changes nothing: it is short, and read out on the telephone.
 */
@Controller
@WithoutAccount
@RequestMapping("/q/receipt/{receipt}")
@PreAuthorize("permitAll()")
class EditCodePages {
    private final EditCodes codes;
    private final OwnRecords records;
    private final ReceiptCopies copies;
    private final Guesses guesses;

    EditCodePages(EditCodes codes, OwnRecords records, ReceiptCopies copies, Guesses guesses) {
        this.codes = codes;
        this.records = records;
        this.copies = copies;
        this.guesses = guesses;
    }

    /** From the page that found the receipt by its number. A wrong code counts as a guess, and the page stays. */
    @GetMapping
    ModelAndView enter(
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(required = false) String large,
            HttpServletRequest request) {
        Optional<EditCodes.Opened> opened = codes.open(receipt, edit);
        if (opened.isPresent()) {
            Place place = new Place(opened.get().base(), null, "1".equals(large));
            return SeeOther.to(place.base() + place.query());
        }
        if (guesses.spent(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        Handed handed = records.ofStranger(receipt).orElseThrow(UnknownLink::new);
        guesses.failed(request.getRemoteAddr());
        return new ModelAndView("suggestion/lookup", HttpStatus.NOT_FOUND)
                .addObject("typed", receipt)
                .addObject("handed", handed)
                .addObject("codeFault", true);
    }

    @GetMapping("/{code}")
    ModelAndView receipt(
            @PathVariable String receipt, @PathVariable String code, @RequestParam(required = false) String large) {
        EditCodes.Opened opened = codes.require(receipt, code);
        Handed handed = records.ofStranger(receipt).orElseThrow(UnknownLink::new);
        Place place = new Place(opened.base(), null, "1".equals(large));
        return new ModelAndView("suggestion/receipt")
                .addObject("place", place)
                .addObject("query", place.query())
                .addObject("editCode", opened.code().text())
                .addObject("changes", place.base())
                .addObject("mail", copies.reachable(handed.submission()) ? place.base() + "/mail" : null)
                .addObject("handed", handed);
    }

    @PostMapping("/{code}/mail")
    ModelAndView mail(
            @PathVariable String receipt, @PathVariable String code, @RequestParam(required = false) String large) {
        EditCodes.Opened opened = codes.require(receipt, code);
        Handed handed = records.ofStranger(receipt).orElseThrow(UnknownLink::new);
        return ReceiptLook.of(opened.base(), large).mailed(copies, handed.submission());
    }
}
