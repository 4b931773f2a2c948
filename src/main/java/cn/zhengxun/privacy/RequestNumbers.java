package cn.zhengxun.privacy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Makes numbers such as Q-20261122-7K3M. They open nothing: whoever has one can ask after it at the office. */
@Component
class RequestNumbers {
    /** Without 0 O 1 I L, which people mix up when they read a number out on the telephone. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final RequestRows rows;

    RequestNumbers(RequestRows rows) {
        this.rows = rows;
    }

    /** One that is free. */
    String next(LocalDate day) {
        String number;
        do {
            StringBuilder made = new StringBuilder("Q-")
                    .append(DateTimeFormatter.BASIC_ISO_DATE.format(day))
                    .append('-');
            for (int i = 0; i < LENGTH; i++) {
                made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            number = made.toString();
        } while (rows.taken(number));
        return number;
    }
}
