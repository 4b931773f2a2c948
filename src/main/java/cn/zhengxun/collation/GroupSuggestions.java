package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Links suggestions under a title; where the title exists in the consultation they join that group. Nothing is merged. */
public record GroupSuggestions(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写归并组名称。") @Size(max = 200, message = "归并组名称不能超过200个字。")
        String groupTitle,

        @NotEmpty(message = "请至少勾选一条意见。") @Size(max = 1000, message = "一次最多归并1000条意见。")
        List<@NotNull(message = "请选择意见。") SuggestionId> suggestions)
        implements Command {
    public GroupSuggestions {
        Commands.validate(GroupSuggestions.class, consultation, groupTitle, suggestions);
        groupTitle = groupTitle.strip();
        suggestions = suggestions.stream().distinct().toList();
    }
}
