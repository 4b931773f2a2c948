package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * One person's decision on one suggestion, with its reason.
 *
 * @param seen when the decision that this person saw was taken; null where they saw none
 * @param normalised wording for the table, null to leave the person's own; @param routedTo required for OUT_OF_SCOPE, dropped otherwise
 * @param groupTitle for GROUP: the group to join or to open; null where it already belongs to one
 */
public record ScreenSuggestion(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择意见。") SuggestionId suggestion,
        Instant seen,
        @NotNull(message = "请选择意见类型。") SuggestionKind kind,
        @NotNull(message = "请选择处理方式。") Decision decision,

        @NotBlank(message = "请写明理由，可以从常用理由中选择。") @Size(max = 1000, message = "理由不能超过1000个字。")
        String reason,

        @Size(max = 5000, message = "规范表述不能超过5000个字。") String normalised,
        @Size(max = 200, message = "转办单位不能超过200个字。") String routedTo,
        @Size(max = 200, message = "归并组名称不能超过200个字。") String groupTitle)
        implements Command {

    public ScreenSuggestion {
        Commands.validate(
                ScreenSuggestion.class,
                consultation,
                suggestion,
                seen,
                kind,
                decision,
                reason,
                normalised,
                routedTo,
                groupTitle);
        requireRoute(decision, routedTo);
        reason = reason.strip();
        normalised = stripped(normalised);
        routedTo = decision == Decision.OUT_OF_SCOPE ? stripped(routedTo) : null;
        groupTitle = decision == Decision.GROUP ? stripped(groupTitle) : null;
    }

    static void requireRoute(Decision decision, String routedTo) {
        if (decision == Decision.OUT_OF_SCOPE && stripped(routedTo) == null) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("routedTo", "请写明转给哪个单位办理，提出人会收到这项告知。")));
        }
    }

    /** What a form leaves empty is absent. */
    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
