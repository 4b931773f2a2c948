package cn.zhengxun.suggestion.offline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** So many people of one category attended. */
record Attendance(
        @NotBlank(message = "请写明是哪类人员。") @Size(max = 60, message = "人员类别不能超过60个字。")
        String category,

        @Min(value = 0, message = "人数不能小于0。") @Max(value = 99_999, message = "人数不能超过99999。")
        int people) {}
