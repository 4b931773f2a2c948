package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;

/** Gives several people in office a new last day of their term. */
record RenewTerms(
        @NotEmpty(message = "请先勾选要续聘的信息员。") Set<InformantId> informants,
        @NotNull(message = "请填写续聘到哪一天，例如 2029-02-28。") LocalDate until)
        implements Command {
    RenewTerms {
        Commands.validate(RenewTerms.class, informants, until);
        Years.require("until", until);
    }
}
