package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The station need not do it after all. */
public record WithdrawStationSlip(
        @NotNull(message = "请选择任务单。") StationSlipId slip,

        @NotBlank(message = "请填写撤回理由。") @Size(max = 200, message = "撤回理由不能超过200个字。")
        String reason)
        implements Command {
    public WithdrawStationSlip {
        Commands.validate(WithdrawStationSlip.class, slip, reason);
    }
}
