package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.suggestion.ReceiptNumbers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For people outside the directory: with the receipt's number, what they said and what became of it. */
@Controller
@WithoutAccount
@RequestMapping("/q")
@PreAuthorize("permitAll()")
class ReceiptPages {
    private static final int LONGEST_SHOWN = 30;

    private final OwnRecords records;
    private final Guesses guesses;

    ReceiptPages(OwnRecords records, Guesses guesses) {
        this.records = records;
        this.guesses = guesses;
    }

    /**
     * An unknown number counts as a guess like an unknown link; up to the limit the page stays, so that a slip of the pen
     * can be mended.
     *
     * @param receipt as printed on the receipt, empty to be asked for it
     */
    @GetMapping
    ModelAndView find(@RequestParam(defaultValue = "") String receipt, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("suggestion/lookup").addObject("typed", receipt);
        if (receipt.isBlank()) {
            return page;
        }
        if (guesses.spent(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        String number = ReceiptNumbers.read(receipt).orElse(receipt.strip());
        Optional<Handed> found = records.ofStranger(number);
        if (found.isPresent()) {
            return page.addObject("handed", found.get());
        }
        if (guesses.failed(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        page.setStatus(HttpStatus.NOT_FOUND);
        return page.addObject("fault", ReceiptNumbers.read(receipt).isPresent() ? "unknown" : "malformed")
                .addObject(
                        "shown", number.length() <= LONGEST_SHOWN ? number : number.substring(0, LONGEST_SHOWN) + "…");
    }
}
