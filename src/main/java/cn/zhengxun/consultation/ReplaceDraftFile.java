package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A better file of the same draft, before anybody was asked. */
public record ReplaceDraftFile(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "请选择草案文件。") @Size(max = 255, message = "文件名不能超过255个字。")
        String fileName,

        @NotNull(message = "请选择草案文件。") byte[] content)
        implements Command {
    public ReplaceDraftFile {
        Commands.validate(ReplaceDraftFile.class, consultation, fileName, content);
    }
}
