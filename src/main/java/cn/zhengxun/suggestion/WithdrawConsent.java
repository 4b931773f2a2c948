package cn.zhengxun.suggestion;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** A consent given with submissions ends: for all of an informant's, or for the one of a receipt. The other is null. */
public record WithdrawConsent(
        InformantId informant,
        String receipt,
        @NotNull(message = "请选择要撤回哪一项同意。") SubmissionConsent consent) implements Command {
    public WithdrawConsent {
        Commands.validate(WithdrawConsent.class, informant, receipt, consent);
        if ((informant == null) == (receipt == null)) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("receipt", "请从收到的链接或者回执编号重新打开。")));
        }
    }
}
