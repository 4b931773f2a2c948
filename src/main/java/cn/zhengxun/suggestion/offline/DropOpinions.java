package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** Forgets a previewed file and everybody in it. */
record DropOpinions(@NotBlank(message = "请先上传文件。") String id) implements Command {
    DropOpinions {
        Commands.validate(DropOpinions.class, id);
    }
}
