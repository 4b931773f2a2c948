package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Adds to a station's numbers. formKey: minted once for a form; the same again adds nothing. note may be null. */
public record ReportStationNumbers(
        @NotNull(message = "请选择任务单。") StationSlipId slip,

        @Min(value = 0, message = ReportStationNumbers.RANGE) @Max(value = 100000, message = ReportStationNumbers.RANGE)
        int reached,

        @Min(value = 0, message = ReportStationNumbers.RANGE) @Max(value = 100000, message = ReportStationNumbers.RANGE)
        int meetings,

        @Min(value = 0, message = ReportStationNumbers.RANGE) @Max(value = 100000, message = ReportStationNumbers.RANGE)
        int handedOver,

        @Size(max = 200, message = "说明不能超过200个字。") String note,

        @NotBlank(message = "页面已过期，请重新打开。") @Size(max = 64, message = "页面已过期，请重新打开。")
        String formKey)
        implements Command {
    static final String RANGE = "请填0到100000之间的整数。";

    public ReportStationNumbers {
        Commands.validate(ReportStationNumbers.class, slip, reached, meetings, handedOver, note, formKey);
    }
}
