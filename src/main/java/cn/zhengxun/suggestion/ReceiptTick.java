package cn.zhengxun.suggestion;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The tick beside the contact on an open channel: the receipt goes to that address, too, once everything is handed in. */
@Component
class ReceiptTick {
    private final ReceiptCopies copies;
    private final SubmissionRows rows;

    ReceiptTick(ReceiptCopies copies, SubmissionRows rows) {
        this.copies = copies;
        this.rows = rows;
    }

    /** @param answer to the form; only a way to the receipt means that it was handed in */
    ModelAndView followed(ModelAndView answer, MultiValueMap<String, String> typed) {
        if (!typed.containsKey("receiptByMail") || !(answer.getView() instanceof RedirectView receipt)) {
            return answer;
        }
        return rows.idOfKey(typed.getFirst("key"))
                .map(submission -> new ReceiptLook(receipt.getUrl(), false).mailed(copies, submission))
                .orElse(answer);
    }
}
