package cn.zhengxun.suggestion.arrival;

import java.util.EnumMap;
import java.util.Map;

/** A suggestion as it came in. @param proposed null where there is none; @param reason likewise */
public record Arrived(long suggestion, String original, String proposed, String reason) {
    public enum Field {
        ORIGINAL,
        PROPOSED,
        REASON
    }

    Map<Field, String> texts() {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        texts.put(Field.ORIGINAL, original);
        if (proposed != null) {
            texts.put(Field.PROPOSED, proposed);
        }
        if (reason != null) {
            texts.put(Field.REASON, reason);
        }
        return texts;
    }
}
