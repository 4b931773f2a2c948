package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The coordinator takes the task on, on the own page or by telephone. */
public record ClaimStationSlip(@NotNull(message = "请选择任务单。") StationSlipId slip) implements Command {
    public ClaimStationSlip {
        Commands.validate(ClaimStationSlip.class, slip);
    }
}
