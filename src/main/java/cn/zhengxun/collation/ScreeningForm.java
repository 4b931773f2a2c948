package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The fields of one suggestion's screening form as they were typed; a field may be null or faulty. */
record ScreeningForm(
        String seen,
        String kind,
        String decision,
        String reason,
        String normalised,
        String routedTo,
        String groupTitle) {

    /** What the form shows before anybody typed. */
    static ScreeningForm of(CollationRow row) {
        return new ScreeningForm(
                row.seen(),
                (row.kind() == null ? row.givenKind() : row.kind()).name(),
                row.decision() == null ? "" : row.decision().name(),
                row.reason(),
                row.normalised(),
                row.routedTo(),
                null);
    }

    ScreenSuggestion command(ConsultationNumber number, long suggestion) {
        return new ScreenSuggestion(
                number,
                new SuggestionId(suggestion),
                instant(seen),
                named(SuggestionKind.class, kind),
                named(Decision.class, decision),
                reason,
                normalised,
                routedTo,
                groupTitle);
    }

    /** @return null where nothing was chosen, or something that does not exist */
    static <E extends Enum<E>> E named(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** @return null for no decision; an unreadable one was seen by nobody */
    static Instant instant(String seen) {
        if (seen == null || seen.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(seen);
        } catch (DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }
}
