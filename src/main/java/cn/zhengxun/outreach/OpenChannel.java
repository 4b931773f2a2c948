package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import java.security.SecureRandom;

/** A link without a person, /q/{code}; station is null where it belongs to none. */
public record OpenChannel(String code, ConsultationNumber consultation, StationId station) {
    /** Without the characters that are misread on a poster: 0 o, 1 l i. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new code of ten letters and digits, short enough to be typed from a poster. */
    static String freshCode() {
        StringBuilder code = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
        return code.toString();
    }
}
