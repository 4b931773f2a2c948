package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/**
 * Keeps a file that was looked at.
 *
 * @param fileName as the browser sent it; may be null
 */
record AttachFile(
        @NotNull(message = "请选择附件属于哪里。") Owner owner,
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        String fileName,
        @NotNull(message = "请选择文件。") VettedFile file)
        implements Command {
    AttachFile {
        // the name is taken whatever is in it, and cleaned
        Commands.validate(AttachFile.class, owner, consultation, null, file);
    }
}
