package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Replaces what is kept about a station. address and coordinator may be null. */
public record ChangeStation(
        @NotNull(message = "请选择站点。") StationId id,

        @NotBlank(message = "请填写站点名称。") @Size(max = 100, message = "站点名称不能超过100个字。")
        String name,

        @NotBlank(message = "请选择站点类型。") @Size(max = 20, message = "站点类型不能超过20个字。")
        String kind,

        @Size(max = 200, message = "地址不能超过200个字。") String address,
        InformantId coordinator,
        boolean active)
        implements Command {
    public ChangeStation {
        Commands.validate(ChangeStation.class, id, name, kind, address, coordinator, active);
    }
}
