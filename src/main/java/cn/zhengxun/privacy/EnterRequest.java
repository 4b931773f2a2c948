package cn.zhengxun.privacy;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Staff write down what somebody asked for in person, by telephone or by letter. subject is null where nobody is on file. */
public record EnterRequest(
        Subject subject,
        @NotNull(message = "请选择请求的事项。") RequestKind kind,
        @NotNull(message = "请选择怎样提出的。") RequestWay way,
        @NotNull(message = "请填写收到的日期，例如 2026-03-01。") LocalDate receivedOn,

        @NotBlank(message = "请填写怎样称呼和答复本人，例如“王女士，回电话”。") @Size(max = 120, message = "称呼和答复方式不能超过120个字。")
        String asker,

        @NotBlank(message = "请写明怎样核对的身份，例如“当面看了身份证”。不抄号码。") @Size(max = 200, message = "身份核对不能超过200个字。")
        String identityCheck,

        @Size(max = 1000, message = "请求的内容不能超过1000个字。") String wish)
        implements Command {
    public EnterRequest {
        wish = wish == null || wish.isBlank() ? null : wish.strip();
        Commands.validate(EnterRequest.class, subject, kind, way, receivedOn, asker, identityCheck, wish);
        if (way == RequestWay.SELF) {
            throw fault("way", "请选择当面、电话或者来信。");
        }
        if (subject == null && kind != RequestKind.COPY && kind != RequestKind.EXPLANATION) {
            throw fault("subject", "这一事项要先找到本人：请按姓名或者回执编号查找。");
        }
        asker = asker.strip();
        identityCheck = identityCheck.strip();
    }

    private static InvalidCommand fault(String field, String sentence) {
        return new InvalidCommand(List.of(new InvalidCommand.Fault(field, sentence)));
    }
}
