package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which doubtful things of a consultation are listed.
 *
 * @param reason null for all
 * @param reports whether reports of "not me" are among them, which name people
 */
record DoubtfulFilter(ConsultationNumber consultation, Show show, DoubtfulReason reason, boolean reports) {

    /** How far it got. Reports wait or are settled, and are never held. */
    enum Show {
        OPEN,
        HELD,
        DONE;

        static Show of(ArrivalState state) {
            return state.open() ? OPEN : state == ArrivalState.HELD ? HELD : DONE;
        }

        /** As the address says it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<ArrivalState> states() {
            return Arrays.stream(ArrivalState.values())
                    .filter(state -> of(state) == this)
                    .toList();
        }
    }

    /** What cannot be read is as if it were not said. @param show as in the address; @param reason likewise */
    static DoubtfulFilter of(ConsultationNumber consultation, String show, String reason, boolean reports) {
        return new DoubtfulFilter(
                consultation,
                Arrays.stream(Show.values())
                        .filter(one -> one.word().equals(show))
                        .findFirst()
                        .orElse(Show.OPEN),
                Arrays.stream(DoubtfulReason.values())
                        .filter(one -> one.name().equals(reason) && (reports || !one.report()))
                        .findFirst()
                        .orElse(null),
                reports);
    }

    boolean withCases() {
        return reason == null || !reason.report();
    }

    boolean withReports() {
        return reports && (reason == null || reason.report());
    }
}
