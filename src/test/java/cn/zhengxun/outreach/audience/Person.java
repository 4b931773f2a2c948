package cn.zhengxun.outreach.audience;

import java.time.Duration;
import java.util.Set;

/**
 * What an expression may know of somebody.
 *
 * @param station null where the person belongs to none
 * @param termDays days until the term ends, null where it does not
 * @param asked how long ago each invitation was issued
 */
record Person(
        Set<String> tags,
        At station,
        boolean profilingRefused,
        Integer termDays,
        Set<Duration> asked,
        boolean answered) {
    record At(String name, String kind, boolean active) {}

    Person(Set<String> tags, String station, boolean profilingRefused) {
        this(tags, station == null ? null : new At(station, "立法议事小院", true), profilingRefused, null, Set.of(), false);
    }
}
