package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Shanghai;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Makes receipt numbers such as R-20261121-7K3M9Q: the day in Shanghai and six characters nobody can guess. */
@Component
class ReceiptNumbers {
    /** Without 0 O 1 I L, which people mix up when they read a number out on the telephone. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(Shanghai.ZONE);

    private final SecureRandom random = new SecureRandom();

    String next(Instant at) {
        StringBuilder number = new StringBuilder("R-").append(DAY.format(at)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
