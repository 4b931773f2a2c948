package cn.zhengxun.suggestion.offline;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of files that wait for their confirmation, and what tells that a row was handed in before. */
@Component
class WaitingOpinions implements PersonalData {
    private final OpinionImportRows waiting;
    private final ImportedRows imported;

    WaitingOpinions(OpinionImportRows waiting, ImportedRows imported) {
        this.waiting = waiting;
        this.imported = imported;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Chapter> copyOf(Subject subject) {
        List<Chapter.Fact> facts = subject.informant() == null
                ? List.of()
                : waiting.wordsOf(subject.informant()).stream()
                        .map(words -> new Chapter.Fact("等待确认的意见", words))
                        .toList();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("从表格读入、还没有登记的意见（两小时内登记或删除）", facts));
    }

    @Override
    @Transactional
    public int erase(Subject subject) {
        return subject.informant() == null
                ? imported.forgetReceipt(subject.receipt())
                : waiting.forget(subject.informant()) + imported.forgetInformant(subject.informant());
    }
}
