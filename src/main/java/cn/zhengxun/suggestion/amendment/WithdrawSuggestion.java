package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Takes a suggestion back; its words stay. Until closing it can be restored. reason is the office's, null for the author. */
record WithdrawSuggestion(
        @NotNull(message = "请选择要撤回的意见。") SuggestionId suggestion,
        @NotNull(message = "请说明是谁在撤回。") ChangedBy by,

        @Size(max = 500, message = "原因不能超过500个字。") String reason)
        implements Command {
    WithdrawSuggestion {
        Commands.validate(WithdrawSuggestion.class, suggestion, by, reason);
    }
}
