package cn.zhengxun.consultation;

import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What came with the letter (收到征求意见函). urgentReason is required with the template URGENT. */
public record RegisterConsultation(
        @NotBlank(message = "请填写征询标题。") @Size(max = 300, message = "标题不能超过300个字。")
        String title,

        @NotBlank(message = "请填写法案名称。") @Size(max = 200, message = "法案名称不能超过200个字。")
        String bill,

        @NotBlank(message = "请选择审次。") @Size(max = 20, message = "审次不能超过20个字。")
        String reading,

        @NotNull(message = "请选择层级（国家、省、市、区）。") Level level,

        @NotBlank(message = "请填写来文单位。") @Size(max = 200, message = "来文单位不能超过200个字。")
        String requestingBody,

        @NotNull(message = "请填写截止日期。") LocalDate deadline,
        @NotNull(message = "请选择公开或内部。") Visibility visibility,
        boolean sensitive,
        @NotNull(message = "请选择常规或加急。") Template template,
        @Size(max = 500, message = "加急理由不能超过500个字。") String urgentReason,

        @NotBlank(message = "请选择草案文件。") @Size(max = 255, message = "文件名不能超过255个字。")
        String fileName,

        @NotNull(message = "请选择草案文件。") byte[] file)
        implements Command {
    public RegisterConsultation {
        Commands.validate(
                RegisterConsultation.class,
                title,
                bill,
                reading,
                level,
                requestingBody,
                deadline,
                visibility,
                sensitive,
                template,
                urgentReason,
                fileName,
                file);
    }
}
