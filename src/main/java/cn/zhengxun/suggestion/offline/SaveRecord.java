package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Keeps a record as far as it is written, in place of what was kept before.
 *
 * @param record null begins one
 * @param key minted once for a form, or made from a file: beginning again with it begins nothing
 * @param version that the form was opened with; 0 for a new one
 * @param speakers details of those who spoke, found by their labels; one person's entry has exactly one
 * @param statements in the order they were said; those without anything said are left out
 */
record SaveRecord(
        OfflineRecordId record,

        @NotBlank(message = "页面已过期，请重新打开。") @Size(max = 64, message = "页面已过期，请重新打开。")
        String key,

        int version,
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotNull(message = "请填写时间和地点。") @Valid Occasion occasion,

        @NotNull @Size(max = 30, message = "参会人员最多分30类。") @Valid
        List<Attendance> attendance,

        @NotNull @Size(max = MOST, message = "一份记录最多300位发言人。请分成几份记录。") @Valid
        List<Speaker> speakers,

        @NotNull @Size(max = MOST, message = "一份记录最多300条发言。请分成几份记录。") @Valid
        List<Statement> statements)
        implements Command {

    static final int MOST = 300;

    public SaveRecord {
        Commands.validate(
                SaveRecord.class, record, key, version, consultation, occasion, attendance, speakers, statements);
        attendance = List.copyOf(attendance);
        speakers = List.copyOf(speakers);
        statements =
                statements.stream().filter(statement -> !statement.untouched()).toList();
    }
}
