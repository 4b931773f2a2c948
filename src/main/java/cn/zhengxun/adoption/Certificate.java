package cn.zhengxun.adoption;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * What was certified, as of the moment of issue.
 *
 * @param informant null once the person was erased
 * @param code by which anybody can verify it, for example 7K3M-9QXA-2HRT
 */
record Certificate(
        long id,
        InformantId informant,
        int year,
        int revision,
        String code,
        Participation participation,
        Instant issuedAt) {

    /** For example 2026年12月31日. */
    public String issuedOn() {
        return Shanghai.date(issuedAt);
    }
}
