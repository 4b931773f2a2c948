package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** Hands in what was previewed. soundOnly: null where nothing was chosen, false where a single fault stops everything. */
record ConfirmOpinions(
        @NotBlank(message = "请先上传文件。") String id,
        @NotNull(message = "请选择“全部无误才导入”或“只导入无误的行”。") Boolean soundOnly) implements Command {
    ConfirmOpinions {
        Commands.validate(ConfirmOpinions.class, id, soundOnly);
    }
}
