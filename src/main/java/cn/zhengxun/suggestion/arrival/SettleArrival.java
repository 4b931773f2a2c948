package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One person's verdict on a suggestion that was flagged or is held.
 *
 * @param suggestion an id; @param seen the version of the case that this person saw
 * @param routedTo required for REROUTE, dropped otherwise
 */
public record SettleArrival(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        long suggestion,
        int seen,
        @NotNull(message = "请选择处理方式。") Verdict verdict,

        @NotBlank(message = "请写明理由，写一句话就行。") @Size(max = 1000, message = "理由不能超过1000个字。")
        String reason,

        @Size(max = 200, message = "转办单位不能超过200个字。") String routedTo)
        implements Command {
    public SettleArrival {
        Commands.validate(SettleArrival.class, consultation, suggestion, seen, verdict, reason, routedTo);
        requireBody(verdict, routedTo);
        reason = reason.strip();
        routedTo = verdict == Verdict.REROUTE ? routedTo.strip() : null;
    }

    static void requireBody(Verdict verdict, String routedTo) {
        if (verdict == Verdict.REROUTE && (routedTo == null || routedTo.isBlank())) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("routedTo", "请写明转给哪个单位办理，提出人会看到。")));
        }
    }
}
