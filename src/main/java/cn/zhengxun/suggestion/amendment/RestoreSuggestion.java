package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Lets a withdrawn suggestion count again. reason is the office's, null for the author. */
record RestoreSuggestion(
        @NotNull(message = "请选择要恢复的意见。") SuggestionId suggestion,
        @NotNull(message = "请说明是谁在恢复。") ChangedBy by,

        @Size(max = 500, message = "原因不能超过500个字。") String reason)
        implements Command {
    RestoreSuggestion {
        Commands.validate(RestoreSuggestion.class, suggestion, by, reason);
    }
}
