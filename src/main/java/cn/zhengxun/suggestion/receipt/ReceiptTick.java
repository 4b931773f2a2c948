package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.suggestion.SubmissionDesk;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The tick beside the contact on an open channel: the receipt goes to that address, too, once everything is handed in. */
@Component
public class ReceiptTick {
    private final ReceiptCopies copies;
    private final SubmissionDesk desk;

    ReceiptTick(ReceiptCopies copies, SubmissionDesk desk) {
        this.copies = copies;
        this.desk = desk;
    }

    /** @param answer to the form; only a way to the receipt means that it was handed in */
    public ModelAndView followed(ModelAndView answer, MultiValueMap<String, String> typed) {
        if (!typed.containsKey("receiptByMail") || !(answer.getView() instanceof RedirectView receipt)) {
            return answer;
        }
        return desk.submission(typed.getFirst("key"))
                .map(submission -> new ReceiptLook(receipt.getUrl(), false).mailed(copies, submission))
                .orElse(answer);
    }
}
