package cn.zhengxun.suggestion.offline;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.sheet.WaitingFiles;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of files that wait for their confirmation, and what tells that a row was handed in before. */
@Component
class WaitingOpinions implements PersonalData {
    private final WaitingFiles waiting;
    private final ImportedRows imported;
    private final OwnSuggestions own;

    WaitingOpinions(WaitingFiles waiting, ImportedRows imported, OwnSuggestions own) {
        this.waiting = waiting;
        this.imported = imported;
        this.own = own;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Chapter> copyOf(Subject subject) {
        List<Chapter.Fact> facts = own.all(subject).stream()
                .filter(one -> one.informant() != null)
                .flatMap(one -> waiting.ofInformant(OpinionColumn.TABLE, one.informant()).stream())
                .map(row -> new Chapter.Fact("等待确认的意见", row.row().cell(OpinionColumn.ORIGINAL)))
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
                    : waiting.forget(List.of(one.informant())) + imported.forgetInformant(one.informant());
        }
        return removed
                + waiting.blacken(OpinionColumn.TABLE, own.traces(subject), List.of("cells", "note", "findings"));
    }
}
