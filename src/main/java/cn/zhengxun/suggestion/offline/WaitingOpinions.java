package cn.zhengxun.suggestion.offline;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of files that wait for their confirmation, and what tells that a row was handed in before. */
@Component
class WaitingOpinions implements PersonalData {
    private final OpinionImportRows waiting;
    private final ImportedRows imported;
    private final OwnSuggestions own;
    private final TracesInTexts texts;

    WaitingOpinions(OpinionImportRows waiting, ImportedRows imported, OwnSuggestions own, TracesInTexts texts) {
        this.waiting = waiting;
        this.imported = imported;
        this.own = own;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Chapter> copyOf(Subject subject) {
        List<Chapter.Fact> facts = own.all(subject).stream()
                .filter(one -> one.informant() != null)
                .flatMap(one -> waiting.wordsOf(one.informant()).stream())
                .map(words -> new Chapter.Fact("等待确认的意见", words))
                .toList();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("从表格读入、还没有登记的意见（两小时内登记或删除）", facts));
    }

    @Override
    @Transactional
    public int erase(Subject subject) {
        int removed = 0;
        for (Subject one : own.all(subject)) {
            removed += one.informant() == null
                    ? imported.forgetReceipt(one.receipt())
                    : waiting.forget(one.informant()) + imported.forgetInformant(one.informant());
        }
        return removed
                + texts.blacken(
                        own.traces(subject),
                        "offline_import_row",
                        "1 = 1",
                        Map.of(),
                        List.of("cells", "note", "findings"));
    }
}
