package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Puts other words in the place of a suggestion; both stay.
 *
 * @param suggestion the version that its author saw
 * @param key minted once for a form; with it, the same change is made once
 * @param withdrawn whether the author saw that this version is withdrawn; the new one counts again
 * @param reason of the office; null for the author
 */
record AmendSuggestion(
        @NotNull(message = "请选择要修改的意见。") SuggestionId suggestion,

        @NotBlank(message = "页面已过期，请重新打开。") @Size(max = 64, message = "页面已过期，请重新打开。")
        String key,

        @NotNull(message = "请说明是谁在修改。") ChangedBy by,
        boolean withdrawn,
        @NotNull(message = "请写下您的意见。") @Valid SubmitSuggestions.Item words,

        @Size(max = 500, message = "更正原因不能超过500个字。") String reason)
        implements Command {
    AmendSuggestion {
        Commands.validate(AmendSuggestion.class, suggestion, key, by, withdrawn, words, reason);
    }
}
