package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What the person decided on a day; wording: the words the person was shown. */
public record RecordConsent(
        @NotNull(message = "请选择信息员。") InformantId informant,
        @NotNull(message = "请选择同意事项。") ConsentKind kind,
        @NotNull(message = "请选择同意，还是不同意或撤回。") Boolean given,
        @NotNull(message = "请填写本人表示的日期，例如 2026-03-01。") LocalDate decidedOn,

        @NotBlank(message = "请填写当时给本人看的说明文字。") @Size(max = 1000, message = "说明文字不能超过1000个字。")
        String wording)
        implements Command {
    public RecordConsent {
        Commands.validate(RecordConsent.class, informant, kind, given, decidedOn, wording);
        Years.require("decidedOn", decidedOn);
    }
}
