package cn.zhengxun.outreach;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The packs that a station asked for were handed to it. */
public record HandOutPaperPacks(
        @NotNull(message = "请选择任务单。") StationSlipId slip, long request) implements Command {
    public HandOutPaperPacks {
        Commands.validate(HandOutPaperPacks.class, slip, request);
    }
}
