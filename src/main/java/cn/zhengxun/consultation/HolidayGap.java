package cn.zhengxun.consultation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Years whose holidays are not on file, so that dates in them were computed with weekends only.
 *
 * @param years in order; empty when nothing is missing
 * @param folder where the operator's own files are read from; null while none is set
 */
public record HolidayGap(List<Integer> years, String folder) {

    public boolean exists() {
        return !years.isEmpty();
    }

    /** For example 2027年、2028年. */
    public String yearsChinese() {
        return years.stream().map(year -> year + "年").collect(Collectors.joining("、"));
    }

    /** For example 2027.json、2028.json. */
    public String files() {
        return years.stream().map(year -> year + ".json").collect(Collectors.joining("、"));
    }
}
