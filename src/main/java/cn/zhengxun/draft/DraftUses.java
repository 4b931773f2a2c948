package cn.zhengxun.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What drafts are used for; the room that uses them answers. */
public interface DraftUses {

    /** One consultation on a draft. @param status in Chinese, as pages show it */
    record Use(String number, String title, String status) {}

    /** @return the consultations on each of these drafts, newest first; a draft without any is absent */
    Map<DraftId, List<Use>> of(Collection<DraftId> drafts);

    /** @return the drafts of the consultations whose plan names this person as an expert */
    Set<DraftId> callingOn(String userId);
}
