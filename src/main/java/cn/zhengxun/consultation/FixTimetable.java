package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** The plan is approved: from now on the timetable's dates are what the engine's timers wait for. */
public record FixTimetable(@NotNull(message = "请选择征询。") ConsultationNumber consultation) implements Command {
    public FixTimetable {
        Commands.validate(FixTimetable.class, consultation);
    }
}
