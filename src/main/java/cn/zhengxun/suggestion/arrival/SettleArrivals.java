package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * One person's verdict on several suggestions at once, for one reason: all of them or none.
 *
 * @param cases each once; @param routedTo required for REROUTE, dropped otherwise
 */
public record SettleArrivals(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotEmpty(message = "请先勾选要一起处理的意见。") @Size(max = 100, message = "一次最多一起处理100条。")
        List<Seen> cases,

        @NotNull(message = "请选择处理方式。") Verdict verdict,

        @NotBlank(message = "请写明理由，写一句话就行。") @Size(max = 1000, message = "理由不能超过1000个字。")
        String reason,

        @Size(max = 200, message = "转办单位不能超过200个字。") String routedTo)
        implements Command {

    /** @param suggestion an id; @param version of its case that this person saw */
    public record Seen(long suggestion, int version) {}

    public SettleArrivals {
        cases = cases == null ? List.of() : cases.stream().distinct().toList();
        Commands.validate(SettleArrivals.class, consultation, cases, verdict, reason, routedTo);
        SettleArrival.requireBody(verdict, routedTo);
        if (cases.stream().map(Seen::suggestion).distinct().count() < cases.size()) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("cases", "有一条意见勾了两次，请刷新页面再选。")));
        }
        reason = reason.strip();
        routedTo = verdict == Verdict.REROUTE ? routedTo.strip() : null;
    }
}
