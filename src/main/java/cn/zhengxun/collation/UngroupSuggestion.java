package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotNull;

/** Takes one suggestion out of one group; a group without members is gone. */
public record UngroupSuggestion(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择意见。") SuggestionId suggestion,
        @NotNull(message = "请选择归并组。") Long group)
        implements Command {
    public UngroupSuggestion {
        Commands.validate(UngroupSuggestion.class, consultation, suggestion, group);
    }
}
