package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Staff say themselves where an article of the reading before lives on in this draft, or where an article of this draft
 * comes from.
 *
 * @param draft the later one
 * @param clause an article of either text
 * @param counterparts articles of the other text; several where it was taken apart or put together, none where it was
 *     removed or is new
 */
public record CorrectMapping(
        @NotNull(message = "请指明草案。") DraftId draft,
        @NotNull(message = "请指明条文。") ClauseId clause,

        @NotNull(message = "请选择对应的条文。") @Size(max = 50, message = "一条最多对应50条，请检查是否选多了。")
        List<ClauseId> counterparts)
        implements Command {
    public CorrectMapping {
        Commands.validate(CorrectMapping.class, draft, clause, counterparts);
        counterparts = List.copyOf(counterparts);
    }
}
