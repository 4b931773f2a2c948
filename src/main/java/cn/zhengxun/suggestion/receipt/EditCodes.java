package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.outreach.UnknownLink;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the codes that open submissions of open channels for changes. */
@Component
public class EditCodes {
    private final ReceiptRows rows;

    EditCodes(ReceiptRows rows) {
        this.rows = rows;
    }

    /** The address at which a submission is changed by whoever has its code. */
    public record Opened(String receipt, EditCode code) {
        public String base() {
            return "/q/receipt/" + receipt + "/" + code.text();
        }
    }

    /** @return empty for another code, and for what did not come over an open channel from a stranger */
    public Optional<Opened> open(String receipt, String typed) {
        return rows.editCode(receipt).filter(code -> code.matches(typed)).map(code -> new Opened(receipt, code));
    }

    /** As {@link #open}. @throws UnknownLink where that finds nothing */
    public Opened require(String receipt, String typed) {
        return open(receipt, typed).orElseThrow(UnknownLink::new);
    }
}
