package cn.zhengxun.report;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.SuggestionFates;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 已上报, for the person's own record. */
@Component
@Order(20)
class SubmittedFates implements SuggestionFates {
    private final ReportRows rows;

    SubmittedFates(ReportRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<SuggestionId, Fate> of(Collection<SuggestionId> suggestions) {
        Map<SuggestionId, Fate> fates = new HashMap<>();
        rows.submittedAt(suggestions)
                .forEach((id, at) -> fates.put(
                        id, new Fate("已上报", "已于" + Shanghai.date(at) + "写入报告，报送给征求意见的单位。法律公布后，我们会告诉您是否采纳和理由。")));
        return fates;
    }
}
