package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Opens /q/{code} for a public consultation. station is null for the channel that belongs to none. */
public record OpenStationChannel(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        StationId station,

        @NotNull(message = "请填写通道代码。")
        @Pattern(regexp = "(?!privacy$)[a-z0-9-]{3,40}", message = "通道代码由3至40个小写字母、数字或短横组成。")
        String code)
        implements Command {
    public OpenStationChannel {
        Commands.validate(OpenStationChannel.class, consultation, station, code);
    }
}
