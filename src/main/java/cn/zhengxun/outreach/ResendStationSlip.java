package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Mails an open slip to its station's coordinator once more. */
public record ResendStationSlip(
        @NotNull(message = "请选择任务单。") StationSlipId slip) implements Command {
    public ResendStationSlip {
        Commands.validate(ResendStationSlip.class, slip);
    }
}
