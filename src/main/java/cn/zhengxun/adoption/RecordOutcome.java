package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's judgement on one suggestion. The reason is always required, since a reasoned "no" is the answer most people
 * get; article, its text and strength where something was adopted; evidence for everything but 待定.
 */
public record RecordOutcome(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择意见。") SuggestionId suggestion,
        @NotNull(message = "请选择采纳结果。") OutcomeKind kind,
        @Size(max = 120, message = "条号不能超过120个字。") String article,
        @Size(max = 5000, message = "公布条文不能超过5000个字。") String articleText,
        Strength strength,

        @NotBlank(message = "请写明理由，这句话会告诉提出人。") @Size(min = 5, max = 2000, message = "理由请写5到2000个字，让提出人看得明白。")
        String reason,

        @Size(max = 2000, message = "依据不能超过2000个字。") String evidence)
        implements Command {
    public RecordOutcome {
        Commands.validate(
                RecordOutcome.class, consultation, suggestion, kind, article, articleText, strength, reason, evidence);
        List<InvalidCommand.Fault> faults = new ArrayList<>();
        if (kind.adopted()) {
            require(faults, article, "article", "采纳的意见请写明对应公布文本的第几条。");
            require(faults, articleText, "articleText", "采纳的意见请写上公布文本的条文。");
            if (strength == null) {
                faults.add(new InvalidCommand.Fault("strength", "采纳的意见请选择吻合程度。"));
            }
        }
        if (kind != OutcomeKind.PENDING) {
            require(faults, evidence, "evidence", "请写明判断的依据，例如公布文本、审议结果的报告或者来函。");
        }
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
        reason = reason.strip();
        evidence = evidence == null ? "" : evidence.strip();
        article = kind.adopted() ? article.strip() : null;
        articleText = kind.adopted() ? articleText.strip() : null;
        strength = kind.adopted() ? strength : null;
    }

    private static void require(List<InvalidCommand.Fault> faults, String value, String field, String sentence) {
        if (value == null || value.isBlank()) {
            faults.add(new InvalidCommand.Fault(field, sentence));
        }
    }
}
