package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;

/**
 * Makes every statement of a record a suggestion of its speaker.
 *
 * @param version that was read before
 */
record HandInRecord(@NotNull(message = "请选择记录。") OfflineRecordId record, int version) implements Command {
    public HandInRecord {
        Commands.validate(HandInRecord.class, record, version);
    }
}
