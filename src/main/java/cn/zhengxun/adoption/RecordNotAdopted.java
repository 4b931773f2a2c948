package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** 未采纳 for several suggestions with one reason and evidence. */
public record RecordNotAdopted(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotEmpty(message = "请勾选要登记的意见。") Set<SuggestionId> suggestions,

        @NotBlank(message = "请写明理由，这句话会告诉每位提出人。") @Size(min = 5, max = 2000, message = "理由请写5到2000个字，让提出人看得明白。")
        String reason,

        @NotBlank(message = "请写明判断的依据，例如公布文本、审议结果的报告或者来函。") @Size(max = 2000, message = "依据不能超过2000个字。")
        String evidence)
        implements Command {
    public RecordNotAdopted {
        Commands.validate(RecordNotAdopted.class, consultation, suggestions, reason, evidence);
        suggestions = Set.copyOf(suggestions);
    }
}
