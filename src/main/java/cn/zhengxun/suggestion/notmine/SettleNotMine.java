package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What staff found out. A confirmed submission leaves the person's record and stays as an anonymous one. */
public record SettleNotMine(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        long report,
        @NotNull(message = "请选择核实结果。") Settlement settlement,

        @NotBlank(message = "请写明怎样核实的，例如：电话问过本人。") @Size(max = 400, message = "说明不能超过400个字。")
        String remark)
        implements Command {
    public SettleNotMine {
        Commands.validate(SettleNotMine.class, consultation, report, settlement, remark);
    }
}
