package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.RuleViolation;
import org.springframework.web.servlet.ModelAndView;

/** Where a receipt is shown again after something was done about it, which the address says in a word. */
record ReceiptLook(String path, boolean large) {

    static ReceiptLook of(String path, String large) {
        return new ReceiptLook(path, large != null);
    }

    ModelAndView after(String done) {
        return AnswerSheet.seeOther(
                path + (path.contains("?") ? "&" : "?") + "done=" + done + (large ? "&large=1" : ""));
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
