package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.SeeOther;
import org.springframework.web.servlet.ModelAndView;

/** Where a receipt is shown again after something was done about it, which the address says in a word. */
public record ReceiptLook(String path, boolean large) {

    static ReceiptLook of(String path, String large) {
        return new ReceiptLook(path, "1".equals(large));
    }

    public ModelAndView after(String done) {
        return SeeOther.to(path + (path.contains("?") ? "&" : "?") + "done=" + done + (large ? "&large=1" : ""));
    }

    /** Says why nothing was sent where nothing can be sent; pressing twice sends one. */
    ModelAndView mailed(ReceiptCopies copies, long submission) {
        try {
            copies.mail(new MailReceipt(submission));
            return after("mailed");
        } catch (RuleViolation refused) {
            return after("unmailed");
        }
    }
}
