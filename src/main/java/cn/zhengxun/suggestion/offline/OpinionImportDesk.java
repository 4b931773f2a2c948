package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.ClosedMeanwhile;
import cn.zhengxun.suggestion.offline.HandedIn.Progress;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Carries a confirmation through, piece by piece, from outside a transaction. */
@Component
class OpinionImportDesk {
    private static final int TRIES = 4;

    private final OpinionImports imports;

    OpinionImportDesk(OpinionImports imports) {
        this.imports = imports;
    }

    /**
     * @return what was handed in here; less than the file holds where another request did the rest
     * @throws RuleViolation as {@link OpinionImports#confirm}; where it stops half way, its rows up to there are handed in
     */
    Progress confirm(ConfirmOpinions command) {
        Progress progress = piece(command);
        while (progress.left() > 0) {
            try {
                progress = progress.plus(piece(command));
            } catch (NotFound finishedByAnother) {
                return new Progress(progress.suggestions(), progress.receipts(), progress.known(), 0);
            }
        }
        return progress;
    }

    private Progress piece(ConfirmOpinions command) {
        for (int tried = 1; ; tried++) {
            try {
                return imports.confirm(command);
            } catch (DuplicateKeyException | ConcurrencyFailureException | ClosedMeanwhile again) {
                if (tried == TRIES) {
                    throw again;
                }
            }
        }
    }
}
