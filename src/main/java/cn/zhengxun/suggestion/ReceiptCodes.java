package cn.zhengxun.suggestion;

import cn.zhengxun.outreach.Links;
import cn.zhengxun.outreach.QrCode;
import org.springframework.stereotype.Component;

/** The address of a receipt as it is printed on it; templates ask for it by name, whichever page shows the receipt. */
@Component("receiptCodes")
public class ReceiptCodes {
    private final Links links;

    ReceiptCodes(Links links) {
        this.links = links;
    }

    public QrCode of(String receipt) {
        return QrCode.of(links.receipt(receipt));
    }
}
