package cn.zhengxun.report;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.*;

/** The upper body's receipt (回执) for the frozen report. */
public record RecordReceipt(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请填写回执编号。") @Size(max = 100, message = "回执编号不能超过100个字。")
        String receiptNumber,

        @NotBlank(message = "请填写签收单位。") @Size(max = 200, message = "签收单位不能超过200个字。")
        String receiptFrom,

        @NotNull(message = "请填写签收日期。") java.time.LocalDate receivedOn)
        implements Command {
    public RecordReceipt {
        Commands.validate(RecordReceipt.class, consultation, receiptNumber, receiptFrom, receivedOn);
    }
}
