package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import java.time.Instant;
import java.util.Map;

/** What came in by each poster. The room of suggestions knows it. */
public interface PosterHarvest {

    /** @param submissions on time and with anything left in them; @param suggestions of these; @param last when the latest came */
    record Yield(int submissions, int suggestions, Instant last) {
        public static final Yield NONE = new Yield(0, 0, null);
    }

    /** By code, in one query; codes nothing came by are left out. */
    Map<String, Yield> of(ConsultationNumber number);
}
