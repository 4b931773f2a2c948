package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.draft.AmendedLaws;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sheets of the drafts that are being read, kept in memory: a draft no longer changes once people are asked. */
@Component
public class DraftSheets {
    private static final int KEPT = 8;

    private final Drafts drafts;
    private final AmendedLaws amendedLaws;
    private final Map<DraftId, DraftSheet> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DraftId, DraftSheet> eldest) {
            return size() > KEPT;
        }
    });

    DraftSheets(Drafts drafts, AmendedLaws amendedLaws) {
        this.drafts = drafts;
        this.amendedLaws = amendedLaws;
    }

    public DraftSheet of(Consultation consultation) {
        DraftSheet known = kept.get(consultation.draft());
        if (known != null) {
            return known;
        }
        ClauseTree clauses = drafts.clauses(consultation.draft());
        DraftSheet sheet = DraftSheet.of(clauses, amendedLaws.of(consultation.draft(), clauses));
        switch (consultation.status()) {
            case INTAKE, DECLINED, PLANNING, PUSHING -> {
                // the tree may still be corrected
            }
            default -> kept.put(consultation.draft(), sheet);
        }
        return sheet;
    }
}
