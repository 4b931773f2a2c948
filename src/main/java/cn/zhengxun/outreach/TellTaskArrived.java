package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;

/**
 * Tells these users that a task waits. taskKey is the task's id in its model; revision counts how often it arrived;
 * notBefore is when the mail may go out, null for at once.
 */
public record TellTaskArrived(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请选择用户。") Set<String> users,

        @NotBlank(message = "请填写任务名称。") @Size(max = 80, message = "任务名称不能超过80个字。")
        String taskName,

        @NotBlank(message = "请填写任务标识。") @Size(max = 50, message = "任务标识不能超过50个字符。")
        String taskKey,

        int revision,
        Instant notBefore)
        implements Command {
    public TellTaskArrived {
        Commands.validate(TellTaskArrived.class, consultation, users, taskName, taskKey, revision, notBefore);
    }
}
