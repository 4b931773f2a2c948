package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The law was promulgated. */
public record RecordPromulgation(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请填写公布日期。") LocalDate date) implements Command {
    public RecordPromulgation {
        Commands.validate(RecordPromulgation.class, consultation, date);
    }
}
