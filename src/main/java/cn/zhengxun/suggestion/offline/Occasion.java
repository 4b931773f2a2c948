package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.StationId;
import cn.zhengxun.suggestion.Channel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When, where and by whom opinions were taken down. Everything but the channel may still be missing in a draft.
 *
 * @param meeting whether several people spoke; else it is one person's visit, letter or call
 * @param collector who took it down: an account's id, or a name as typed; null for whoever saves it
 * @param heldOn the day of the meeting, visit or call, or the day the letter was received
 * @param noticeRead whether everybody was told what the data is for and agreed
 * @param confirmed whether everybody checked what was taken down
 */
record Occasion(
        boolean meeting,
        @NotNull(message = "请选择怎样收到的。") Channel channel,
        StationId station,
        @Size(max = 64, message = "收集人不能超过64个字。") String collector,
        LocalDate heldOn,
        LocalTime from,
        LocalTime to,
        @Size(max = 200, message = "地点不能超过200个字。") String place,
        @Size(max = 60, message = "主持人不能超过60个字。") String chair,
        @Size(max = 60, message = "宣讲人不能超过60个字。") String explainer,
        @Size(max = 4000, message = "备注不能超过4000个字。") String notes,
        boolean noticeRead,
        boolean confirmed) {

    Occasion confirmed(boolean other) {
        return new Occasion(
                meeting,
                channel,
                station,
                collector,
                heldOn,
                from,
                to,
                place,
                chair,
                explainer,
                notes,
                noticeRead,
                other);
    }
}
