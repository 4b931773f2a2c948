package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** A person corrects what leads to nobody else: ways to be reached, age band, occupation. Blank texts count as absent. */
public record CorrectOwnDetails(
        @NotNull(message = "请从收到的链接重新打开。") InformantId id,

        @Pattern(regexp = "[0-9+\\- ]{5,30}", message = "电话只能有数字、空格、加号和短横，5至30位。")
        String phone,

        @Email(message = "邮箱地址写得不对，例如 name@example.com。") @Size(max = 200, message = "邮箱地址不能超过200个字符。")
        String email,

        @Size(max = 20, message = "年龄段不能超过20个字。") String ageBand,
        @Size(max = 60, message = "职业不能超过60个字。") String occupation,
        @NotNull(message = "请选择怎样联系您。") PreferredChannel channel)
        implements Command {
    public CorrectOwnDetails {
        phone = absentWhenBlank(phone);
        email = absentWhenBlank(email);
        ageBand = absentWhenBlank(ageBand);
        occupation = absentWhenBlank(occupation);
        Commands.validate(CorrectOwnDetails.class, id, phone, email, ageBand, occupation, channel);
    }

    private static String absentWhenBlank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The rest as it is kept. */
    InformantDetails in(Informant kept) {
        return new InformantDetails(
                kept.name(),
                phone,
                email,
                kept.station(),
                ageBand,
                occupation,
                kept.profilingRefused(),
                kept.joinedOn(),
                kept.termEndsOn(),
                channel,
                Set.of());
    }
}
