package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.sheet.ReceivedFile;
import jakarta.validation.constraints.NotNull;

/** Reads a file of informants and keeps what it would change until somebody confirms it. fileName may be null. */
record PreviewImport(
        String fileName,
        @NotNull(message = "请选择要导入的 xlsx 文件。") byte[] content) implements Command {
    PreviewImport {
        fileName = ReceivedFile.name(fileName);
        Commands.validate(PreviewImport.class, fileName, content);
    }
}
