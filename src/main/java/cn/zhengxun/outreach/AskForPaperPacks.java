package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How many paper packs the station wants now; while an earlier request waits, the number replaces its number. */
public record AskForPaperPacks(
        @NotNull(message = "请选择任务单。") StationSlipId slip,

        @Min(value = 0, message = "请填0到500之间的份数，0表示不要了。") @Max(value = 500, message = "一次最多要500份，更多的请打电话商量。")
        int copies)
        implements Command {
    public AskForPaperPacks {
        Commands.validate(AskForPaperPacks.class, slip, copies);
    }
}
