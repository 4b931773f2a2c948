package cn.zhengxun.adoption;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** Certifies what a person took part in within one calendar year in Shanghai. */
record IssueCertificate(
        @NotNull(message = "请从本人的链接打开。") InformantId informant,

        @Min(value = 2000, message = "请选择正确的年份。") @Max(value = 2100, message = "请选择正确的年份。")
        int year)
        implements Command {
    IssueCertificate {
        Commands.validate(IssueCertificate.class, informant, year);
    }
}
