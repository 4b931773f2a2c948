package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** One training the person took part in. */
record RecordTraining(
        @NotNull(message = "请选择信息员。") InformantId informant,
        @NotNull(message = "请填写培训日期，例如 2026-03-01。") LocalDate trainedOn,

        @NotBlank(message = "请填写培训主题。") @Size(max = 120, message = "培训主题不能超过120个字。")
        String topic)
        implements Command {
    RecordTraining {
        Commands.validate(RecordTraining.class, informant, trainedOn, topic);
        Years.require("trainedOn", trainedOn);
    }
}
