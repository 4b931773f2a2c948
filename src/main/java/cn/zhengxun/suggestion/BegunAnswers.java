package cn.zhengxun.suggestion;

import cn.zhengxun.outreach.InvitationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What invited people began to write and have not handed in yet; the answer page keeps it. */
public interface BegunAnswers {

    /** @return when it was saved first, null where none is kept */
    Instant begunAt(InvitationId invitation);

    /** Words that stand in a submission now, which is written in the caller's transaction, are forgotten. Other words stay. */
    void handedIn(Map<InvitationId, List<SubmitSuggestions.Item>> submitted);
}
