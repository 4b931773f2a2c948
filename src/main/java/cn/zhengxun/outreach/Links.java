package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Addresses of this product's pages as they stand in mails and on paper. */
@Component
public class Links {
    private final String base;

    Links(@Value("${zhengxun.base-url:http://localhost:8080}") String base) {
        this.base = base.replaceFirst("/+$", "");
    }

    /** The personal page of one invitation. */
    public String personal(String token) {
        return base + "/i/" + token;
    }

    /** What is kept about the person behind a personal page, and what became of their requests. */
    public String privacy(String token) {
        return personal(token) + "/privacy";
    }

    public String open(String code) {
        return base + "/q/" + code;
    }

    /** Where the number of a receipt shows what became of it. */
    public String receipt(String number) {
        return base + "/q?receipt=" + number;
    }

    /** Where the reader of a mailed receipt says that it is not theirs. */
    public String notMine(String token) {
        return base + "/q/not-me/" + token;
    }

    /** Where anybody asks whether a certificate is genuine. */
    public String verify(String code) {
        return base + "/verify/" + code;
    }

    public String consultation(ConsultationNumber number) {
        return base + "/consultations/" + UriUtils.encodePathSegment(number.value(), StandardCharsets.UTF_8);
    }
}
