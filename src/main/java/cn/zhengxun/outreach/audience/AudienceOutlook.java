package cn.zhengxun.outreach.audience;

import java.util.List;
import java.util.Map;

/**
 * Whom an expression would reach now, and whom not.
 *
 * @param emptyStations open stations of which nobody would be asked
 * @param emptyTags tags that nobody of those asked has, by family
 * @param mostAsked how often the person most asked lately was asked; @param notAsked how many were not asked lately at all
 * @param viaStations people who refused to be chosen by tags, by the station that reaches them
 */
public record AudienceOutlook(
        AudiencePreview preview,
        List<String> emptyStations,
        Map<String, List<String>> emptyTags,
        int mostAsked,
        int notAsked,
        List<ViaStation> viaStations) {

    /** station is null for people without one; coordinator is a name, null where the station has none. */
    public record ViaStation(String station, String coordinator, int people) {}
}
