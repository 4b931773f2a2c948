package cn.zhengxun.report;

import cn.zhengxun.collation.Grade;
import cn.zhengxun.collation.ReviewNote;
import cn.zhengxun.collation.Screening;
import cn.zhengxun.suggestion.AuthorMasks;
import cn.zhengxun.suggestion.Suggestion;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One forwarded suggestion as the report shows it.
 *
 * @param station name of the station, null without one
 * @param alike how many other suggestions stand in the same groups
 */
record Entry(
        Suggestion suggestion, Screening screening, Grade grade, String station, int alike, List<ReviewNote> notes) {

    /** As others than the office may read it. */
    Entry masked(AuthorMasks.Masks masks) {
        return new Entry(
                suggestion.masked(masks),
                screening == null ? null : screening.masked(masks),
                grade,
                station,
                alike,
                notes.stream().map(note -> note.masked(masks)).toList());
    }

    /** @return the wording of the person who screened; null where it says nothing beyond the original words */
    String normalised() {
        String wording = screening == null ? null : screening.normalised();
        return wording == null
                        || wording.isBlank()
                        || wording.strip().equals(suggestion.original().strip())
                ? null
                : wording;
    }

    /** @return the experts' notes without their names, empty where nobody wrote one */
    String expertOpinion() {
        return notes.stream()
                .flatMap(note -> Stream.of(
                        titled("合法性", note.legality()),
                        titled("必要性", note.necessity()),
                        titled("可行性", note.feasibility()),
                        titled("与上位法关系", note.upperLaw())))
                .filter(Objects::nonNull)
                .distinct()
                .collect(java.util.stream.Collectors.joining("；"));
    }

    private static String titled(String title, String text) {
        return text == null || text.isBlank() ? null : title + "：" + text.strip();
    }
}
