package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.notmine.NotMineKind;

/** Why something waits for a person's look: what was found in a suggestion, or what somebody says is not theirs. */
enum DoubtfulReason {
    PETITION(Concern.PETITION.chinese(), false),
    INSULT(Concern.INSULT.chinese(), false),
    THIRD_PARTY(Concern.THIRD_PARTY.chinese(), false),
    MACHINE(Concern.MACHINE.chinese(), false),
    OTHER(Concern.OTHER.chinese(), false),
    /** Nothing was found; step 6 held it. */
    SCREENING("梳理时暂存", false),
    LINK(NotMineKind.LINK.chinese(), true),
    SUBMISSION(NotMineKind.SUBMISSION.chinese(), true),
    MAIL_COPY(NotMineKind.MAIL_COPY.chinese(), true);

    private final String chinese;
    private final boolean report;

    DoubtfulReason(String chinese, boolean report) {
        this.chinese = chinese;
        this.report = report;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether somebody reported it, which names people. */
    boolean report() {
        return report;
    }
}
