package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** The same decision and reason for several suggestions; each keeps its kind and its normalised wording. All or none. */
public record ScreenSuggestions(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotEmpty(message = "请至少勾选一条意见。") @Size(max = 1000, message = "一次最多处理1000条意见。") @Valid
        List<Seen> suggestions,

        @NotNull(message = "请选择处理方式。") Decision decision,

        @NotBlank(message = "请写明理由，可以从常用理由中选择。") @Size(max = 1000, message = "理由不能超过1000个字。")
        String reason,

        @Size(max = 200, message = "转办单位不能超过200个字。") String routedTo,
        @Size(max = 200, message = "归并组名称不能超过200个字。") String groupTitle)
        implements Command {

    /** @param at when the decision that the person saw was taken; null where they saw none */
    public record Seen(@NotNull(message = "请选择意见。") SuggestionId suggestion, Instant at) {}

    public ScreenSuggestions {
        Commands.validate(ScreenSuggestions.class, consultation, suggestions, decision, reason, routedTo, groupTitle);
        ScreenSuggestion.requireRoute(decision, routedTo);
        suggestions = List.copyOf(suggestions);
        reason = reason.strip();
        routedTo = decision == Decision.OUT_OF_SCOPE ? ScreenSuggestion.stripped(routedTo) : null;
        groupTitle = decision == Decision.GROUP ? ScreenSuggestion.stripped(groupTitle) : null;
    }
}
