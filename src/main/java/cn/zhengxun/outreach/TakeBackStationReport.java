package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Cancels a report that was wrong; the report itself stays in the history. */
public record TakeBackStationReport(
        @NotNull(message = "请选择任务单。") StationSlipId slip, long report) implements Command {
    public TakeBackStationReport {
        Commands.validate(TakeBackStationReport.class, slip, report);
    }
}
