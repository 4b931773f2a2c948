package cn.zhengxun.suggestion.live;

import java.util.List;

/**
 * What has come in so far: on time and not withdrawn, as everywhere; late ones apart.
 *
 * @param today of the total, those since midnight in Shanghai
 * @param latest newest first; empty for those who may not read words
 */
public record Tally(
        int total,
        int today,
        int late,
        List<Count> clauses,
        List<Count> stations,
        List<Count> channels,
        List<Latest> latest) {

    /** @param name of a clause in reading order, or of a station or channel, the most first */
    public record Count(String name, int suggestions) {}

    /** @param words the beginning of the original; @param station null where it came by none */
    public record Latest(long id, String clause, String words, String channel, String station, String time) {}

    Tally withoutWords() {
        return new Tally(total, today, late, clauses, stations, channels, List.of());
    }
}
