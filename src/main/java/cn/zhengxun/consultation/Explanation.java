package cn.zhengxun.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * 明白纸: what the draft means in plain words. It is an explanation, not law.
 *
 * @param text paragraphs apart by an empty line; empty when it was skipped unwritten
 * @param publishedAt null until published
 * @param skipReason why nothing is explained; null where something is
 */
public record Explanation(
        ConsultationNumber consultation,
        String text,
        String writtenBy,
        Instant writtenAt,
        Instant publishedAt,
        String skipReason) {

    public boolean published() {
        return publishedAt != null;
    }

    public List<String> paragraphs() {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
