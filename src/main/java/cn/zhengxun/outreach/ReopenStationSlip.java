package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** A slip that was closed too early is worked on again. */
public record ReopenStationSlip(
        @NotNull(message = "请选择任务单。") StationSlipId slip) implements Command {
    public ReopenStationSlip {
        Commands.validate(ReopenStationSlip.class, slip);
    }
}
