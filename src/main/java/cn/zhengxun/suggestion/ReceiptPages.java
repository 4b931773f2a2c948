package cn.zhengxun.suggestion;

import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
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
    private final OwnRecords records;

    ReceiptPages(OwnRecords records) {
        this.records = records;
    }

    /** @param receipt as printed on the receipt, empty to be asked for it */
    @GetMapping
    ModelAndView find(@RequestParam(defaultValue = "") String receipt) {
        ModelAndView page = new ModelAndView("suggestion/lookup");
        if (!receipt.isBlank()) {
            page.addObject("handed", records.ofStranger(receipt.strip()).orElseThrow(UnknownLink::new));
        }
        return page;
    }
}
