package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/** Asks these stations to take the consultation on; those that hold an open slip keep it. */
public record IssueStationSlips(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotEmpty(message = "请至少选择一个站点。") Set<StationId> stations)
        implements Command {
    public IssueStationSlips {
        Commands.validate(IssueStationSlips.class, consultation, stations);
    }
}
