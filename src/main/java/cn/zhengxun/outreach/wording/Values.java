package cn.zhengxun.outreach.wording;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a mail's placeholders stand for. A value is never read again as a template, whatever it contains. */
public final class Values {
    private final Map<Placeholder, List<String>> paragraphs = new EnumMap<>(Placeholder.class);

    /** @param value null or blank where there is none */
    public Values set(Placeholder placeholder, String value) {
        return set(placeholder, value == null || value.isBlank() ? List.of() : List.of(value));
    }

    /** For a placeholder that stands alone: one paragraph each. */
    public Values set(Placeholder placeholder, List<String> values) {
        paragraphs.put(placeholder, List.copyOf(values));
        return this;
    }

    boolean lacks(Placeholder placeholder) {
        return of(placeholder).isEmpty();
    }

    List<String> of(Placeholder placeholder) {
        return paragraphs.getOrDefault(placeholder, List.of());
    }

    String inLine(Placeholder placeholder) {
        return String.join("，", of(placeholder));
    }

    /** Made-up values for a preview. */
    static Values examples(String office) {
        Values values = new Values();
        for (Placeholder placeholder : Placeholder.values()) {
            values.set(placeholder, placeholder.example());
        }
        return values.set(Placeholder.OFFICE, office);
    }
}
