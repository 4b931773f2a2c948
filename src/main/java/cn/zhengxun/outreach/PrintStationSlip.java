package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Prints a slip; the sheet carries a link for the coordinator alone, so a token is made for it. */
public record PrintStationSlip(@NotNull(message = "请选择任务单。") StationSlipId slip) implements Command {
    public PrintStationSlip {
        Commands.validate(PrintStationSlip.class, slip);
    }
}
