package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Shanghai;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes receipt numbers such as R-20261121-7K3M9Q: the day in Shanghai and six characters nobody can guess. */
@Component
public class ReceiptNumbers {
    /** Without 0 O 1 I L, which people mix up when they read a number out on the telephone. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(Shanghai.ZONE);

    private final SecureRandom random = new SecureRandom();

    private static final Pattern WRITTEN = Pattern.compile("R?([0-9OIL]{8})([0-9A-Z]{" + LENGTH + "})");

    /**
     * Forgives what people do to a number they copy from paper: small letters, full-width characters, spaces, dashes left
     * out or of another kind, letters in the date that look like digits.
     *
     * @return as it was printed; empty where it cannot be a receipt's number
     */
    public static Optional<String> read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        Matcher written = WRITTEN.matcher(plain);
        return written.matches()
                ? Optional.of(
                        "R-" + written.group(1).replace('O', '0').replaceAll("[IL]", "1") + '-' + written.group(2))
                : Optional.empty();
    }

    String next(Instant at) {
        StringBuilder number = new StringBuilder("R-").append(DAY.format(at)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
