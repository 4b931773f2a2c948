package cn.zhengxun.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What became of suggestions, as far as any room tells it. */
@Component
public class KnownFates {
    public static final SuggestionFates.Fate RECEIVED = new SuggestionFates.Fate("已收到", "已原文登记，正在按程序办理。有了结果会在这里告诉您。");
    public static final SuggestionFates.Fate LATE =
            new SuggestionFates.Fate("逾期收到", "收到时征集已经截止，内容原样保存，工作人员可以看到，但不计入这次征集。");

    public static final SuggestionFates.Fate WITHDRAWN = new SuggestionFates.Fate("已撤回", "这条意见已经由您撤回，不再计入这次征集。原话仍然留存。");

    private final List<SuggestionFates> rooms;

    KnownFates(List<SuggestionFates> rooms) {
        this.rooms = rooms;
    }

    /** @return the known ones only */
    public Map<SuggestionId, SuggestionFates.Fate> of(Collection<SuggestionId> ids) {
        Map<SuggestionId, SuggestionFates.Fate> known = new HashMap<>();
        List<SuggestionId> open = new ArrayList<>(ids);
        for (SuggestionFates room : rooms) {
            if (!open.isEmpty()) {
                known.putAll(room.of(List.copyOf(open)));
                open.removeAll(known.keySet());
            }
        }
        return known;
    }
}
