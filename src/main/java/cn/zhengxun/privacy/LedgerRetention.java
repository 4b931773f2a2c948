package cn.zhengxun.privacy;

import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/**
 * Requests of people who were never erased, from their answer on. That something was asked for and answered in time stays
 * to be counted; by whom, and what about, is needed only while the answer may be disputed.
 */
@Component
class LedgerRetention implements Expiring {
    private final RequestRows rows;

    LedgerRetention(RequestRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "requests";
    }

    @Override
    public Period usually() {
        return Period.ofYears(3);
    }

    @Override
    public int due(Instant before) {
        return rows.over(before);
    }

    @Override
    public int remove(Instant before, int most) {
        return rows.forgetOver(before, most);
    }
}
