package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Takes an unconfirmed decision back: the suggestion waits again. Groups stay. @param seen when the decision to be undone was taken */
public record UndoScreening(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择意见。") SuggestionId suggestion,
        @NotNull(message = "请刷新页面后再撤销。") Instant seen)
        implements Command {
    public UndoScreening {
        Commands.validate(UndoScreening.class, consultation, suggestion, seen);
    }
}
