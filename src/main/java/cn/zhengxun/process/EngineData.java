package cn.zhengxun.process;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine may know: the receipt of an opinion that was typed in Tasklist, and whatever colleagues write to one
 * another as comments. Neither has an interface that changes it, so its tables are written here. Everything else a form
 * sends leaves the engine before it is stored.
 */
@Component
@Order(Way.PROCESS)
class EngineData implements PersonalData {
    private static final List<String> VARIABLES = List.of("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_RU_VARIABLE");

    private final JdbcClient db;
    private final OwnSuggestions own;
    private final TracesInTexts texts;

    EngineData(JdbcClient db, OwnSuggestions own, TracesInTexts texts) {
        this.db = db;
        this.own = own;
        this.texts = texts;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        return List.of();
    }

    @Override
    public int erase(Subject subject) {
        Traces traces = own.traces(subject);
        int changed = receipts(own.submissions(subject));
        for (String text : traces.texts()) {
            changed += texts.blacken(
                    traces,
                    "ACT_HI_COMMENT",
                    "POSITION(:text IN MESSAGE_) > 0",
                    Map.of("text", text),
                    List.of("MESSAGE_"));
        }
        return changed + wholeComments(traces);
    }

    private int receipts(List<Long> submissions) {
        if (submissions.isEmpty()) {
            return 0;
        }
        List<String> receipts = db.sql("SELECT receipt FROM submission WHERE id IN (:ids) AND erased_at IS NULL")
                .param("ids", submissions)
                .query(String.class)
                .list();
        return receipts.isEmpty()
                ? 0
                : VARIABLES.stream()
                        .mapToInt(table -> db.sql("UPDATE " + table
                                        + " SET TEXT_ = 'erased' WHERE NAME_ = :name AND TEXT_ IN (:receipts)")
                                .param("name", Variables.RECEIPT.name())
                                .param("receipts", receipts)
                                .update())
                        .sum();
    }

    /** The same comment again, in bytes. */
    private int wholeComments(Traces traces) {
        record Comment(String id, String text) {}
        List<Comment> blackened = traces.none()
                ? List.of()
                : db
                        .sql("SELECT ID_, FULL_MSG_ FROM ACT_HI_COMMENT WHERE FULL_MSG_ IS NOT NULL")
                        .query((row, n) -> new Comment(
                                row.getString("ID_"), new String(row.getBytes("FULL_MSG_"), StandardCharsets.UTF_8)))
                        .stream()
                        .filter(comment -> !traces.blacken(comment.text()).equals(comment.text()))
                        .toList();
        blackened.forEach(comment -> db.sql("UPDATE ACT_HI_COMMENT SET FULL_MSG_ = ? WHERE ID_ = ?")
                .params(traces.blacken(comment.text()).getBytes(StandardCharsets.UTF_8), comment.id())
                .update());
        return blackened.size();
    }
}
