package cn.zhengxun.draft;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Reads a received file into a clause tree. The bill is found by its title or made. */
public record ImportDraft(
        @NotBlank(message = "请填写法案名称。") @Size(max = 200, message = "法案名称不能超过200个字。")
        String bill,

        @NotBlank(message = "请选择审次。") @Size(max = 20, message = "审次不能超过20个字。")
        String reading,

        @NotBlank(message = "请填写草案标题。") @Size(max = 300, message = "草案标题不能超过300个字。")
        String title,

        @NotBlank(message = "请选择草案文件。") @Size(max = 255, message = "文件名不能超过255个字。")
        String fileName,

        @NotNull(message = "请选择草案文件。") byte[] content,
        @NotNull(message = "请选择公开或内部。") Visibility visibility)
        implements Command {
    public ImportDraft {
        Commands.validate(ImportDraft.class, bill, reading, title, fileName, content, visibility);
    }
}
