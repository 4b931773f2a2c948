package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.sheet.ReceivedFile;
import jakarta.validation.constraints.NotNull;

/** Reads a table of offline opinions and keeps it until somebody confirms it. fileName may be null. */
record PreviewOpinions(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        String fileName,
        @NotNull(message = "请选择要导入的文件。") byte[] content)
        implements Command {
    PreviewOpinions {
        fileName = ReceivedFile.name(fileName);
        Commands.validate(PreviewOpinions.class, consultation, fileName, content);
    }
}
