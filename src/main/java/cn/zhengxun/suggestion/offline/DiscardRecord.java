package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/** Throws away a record that was never handed in. */
record DiscardRecord(@NotNull(message = "请选择记录。") OfflineRecordId record) implements Command {
    public DiscardRecord {
        Commands.validate(DiscardRecord.class, record);
    }
}
