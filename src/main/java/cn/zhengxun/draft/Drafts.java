package cn.zhengxun.draft;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as received, and their clause trees. */
@Service
@Transactional
public class Drafts {

    /** @throws UnreadableDraft (a RuleViolation) where the file is empty, over 10 MB, unsupported, unreadable, or holds no 条 */
    public DraftId importDraft(ImportDraft command) {
        throw new UnsupportedOperationException("draft");
    }

    public void confirm(ConfirmStructure command) {
        throw new UnsupportedOperationException("draft");
    }

    public Draft find(DraftId id) {
        throw new UnsupportedOperationException("draft");
    }

    public byte[] file(DraftId id) {
        throw new UnsupportedOperationException("draft");
    }

    public ClauseTree clauses(DraftId id) {
        throw new UnsupportedOperationException("draft");
    }
}
