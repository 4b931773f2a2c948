package cn.zhengxun.draft;

import cn.zhengxun.draft.correction.Correction;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/**
 * Puts one thing right in a clause tree that was not yet confirmed.
 *
 * @param version of the tree that the person saw
 */
public record CorrectStructure(
        @NotNull(message = "请指明草案。") DraftId draft,
        int version,
        @NotNull(message = "请选择要做的校正。") Correction correction) implements Command {
    public CorrectStructure {
        Commands.validate(CorrectStructure.class, draft, version, correction);
    }
}
