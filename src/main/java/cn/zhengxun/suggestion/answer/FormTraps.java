package cn.zhengxun.suggestion.answer;

import cn.zhengxun.suggestion.Suspicion;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** Two fields of the open channel's form that only a machine betrays itself by. Both only raise a suspicion. */
final class FormTraps {
    /** Hidden from people and from screen readers. */
    static final String HIDDEN = "homepage";
    /** When the form was made, in milliseconds since 1970. */
    static final String MADE = "made";

    private static final Duration NOBODY_IS_FASTER = Duration.ofSeconds(2);

    private FormTraps() {}

    /** A form without the second field raises nothing: it may be older than the field. */
    static Set<Suspicion> of(MultiValueMap<String, String> typed, Instant now) {
        Set<Suspicion> found = EnumSet.noneOf(Suspicion.class);
        String hidden = typed.getFirst(HIDDEN);
        if (hidden != null && !hidden.isBlank()) {
            found.add(Suspicion.HIDDEN_FIELD);
        }
        String made = typed.getFirst(MADE);
        if (made != null && (!made.matches("\\d{1,15}") || tooYoung(Long.parseLong(made), now))) {
            found.add(Suspicion.TOO_FAST);
        }
        return found;
    }

    private static boolean tooYoung(long made, Instant now) {
        return Instant.ofEpochMilli(made).plus(NOBODY_IS_FASTER).isAfter(now);
    }

    /** What the field says on the page that follows: the first time stays. */
    static String made(MultiValueMap<String, String> typed, Instant now) {
        String made = typed.getFirst(MADE);
        return made == null || !made.matches("\\d{1,15}") ? Long.toString(now.toEpochMilli()) : made;
    }
}
