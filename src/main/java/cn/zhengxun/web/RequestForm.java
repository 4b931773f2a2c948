package cn.zhengxun.web;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.privacy.EnterRequest;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.RequestWay;
import cn.zhengxun.privacy.Subject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** A request as staff typed it; informant and receipt are empty where nobody was found on file. */
record RequestForm(
        Long informant,
        String receipt,
        RequestKind kind,
        RequestWay way,
        String receivedOn,
        String asker,
        String identityCheck,
        String wish) {
    RequestForm {
        receipt = receipt == null ? "" : receipt.strip();
    }

    EnterRequest command() {
        return new EnterRequest(subject(), kind, way, date("receivedOn", receivedOn), asker, identityCheck, wish);
    }

    private Subject subject() {
        if (informant != null) {
            return Subject.ofInformant(informant);
        }
        return receipt.isBlank() ? null : Subject.ofReceipt(receipt);
    }

    static LocalDate date(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault(field, "日期请写成年-月-日，例如 2026-03-01。")));
        }
    }
}
