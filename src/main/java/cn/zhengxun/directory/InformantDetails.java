package cn.zhengxun.directory;

import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is kept about an informant. Blank texts count as absent; only the name and the day of joining are required.
 *
 * @param email null: reached on paper only
 * @param profilingRefused the person refuses to be chosen by tags (个人信息保护法 24) and is asked through the station only
 * @param termEndsOn the last day of the term of office, null without end
 */
public record InformantDetails(
        @NotBlank(message = "请填写姓名。") @Size(max = 60, message = "姓名不能超过60个字。")
        String name,

        @Pattern(regexp = "[0-9+\\- ]{5,30}", message = "电话只能有数字、空格、加号和短横，5至30位。")
        String phone,

        @Email(message = "邮箱地址写得不对，例如 name@example.com。") @Size(max = 200, message = "邮箱地址不能超过200个字符。")
        String email,

        StationId station,
        @Size(max = 20, message = "年龄段不能超过20个字。") String ageBand,
        @Size(max = 60, message = "职业不能超过60个字。") String occupation,
        boolean profilingRefused,
        @NotNull(message = "请填写聘任日期，例如 2026-03-01。") LocalDate joinedOn,
        LocalDate termEndsOn,
        @NotNull(message = "请选择首选渠道。") PreferredChannel channel,
        Set<Tag> tags) {
    public InformantDetails {
        phone = absentWhenBlank(phone);
        email = absentWhenBlank(email);
        ageBand = absentWhenBlank(ageBand);
        occupation = absentWhenBlank(occupation);
        tags = tags == null ? Set.of() : Set.copyOf(tags);
        Commands.validate(
                InformantDetails.class,
                name,
                phone,
                email,
                station,
                ageBand,
                occupation,
                profilingRefused,
                joinedOn,
                termEndsOn,
                channel,
                tags);
        Years.require("joinedOn", joinedOn);
        Years.require("termEndsOn", termEndsOn);
        if (termEndsOn != null && termEndsOn.isBefore(joinedOn)) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("termEndsOn", "任期结束日不能早于聘任日期。")));
        }
        name = name.strip();
    }

    private static String absentWhenBlank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
