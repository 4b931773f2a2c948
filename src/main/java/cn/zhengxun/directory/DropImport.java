package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;

/** Forgets a previewed file and everybody in it. */
record DropImport(@NotBlank(message = "请先上传文件。") String id) implements Command {
    DropImport {
        Commands.validate(DropImport.class, id);
    }
}
