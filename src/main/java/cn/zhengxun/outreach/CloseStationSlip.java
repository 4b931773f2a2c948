package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The station is done; nothing more is expected of it. */
public record CloseStationSlip(@NotNull(message = "请选择任务单。") StationSlipId slip) implements Command {
    public CloseStationSlip {
        Commands.validate(CloseStationSlip.class, slip);
    }
}
