package cn.zhengxun.directory;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A new member of the think tank; userId is the account the person signs in with. organisation, fields, contact and contactPhone may be null. */
public record AddExpert(
        @NotBlank(message = "请填写专家姓名。") @Size(max = 60, message = "专家姓名不能超过60个字。")
        String name,

        @NotBlank(message = "请填写登录账号。") @Size(max = 64, message = "登录账号不能超过64个字符。")
        String userId,

        @Size(max = 120, message = "单位不能超过120个字。") String organisation,
        @Size(max = 200, message = "专长领域不能超过200个字。") String fields,
        @NotNull(message = "请选择是法律专家还是顾问单位。") ExpertKind kind,
        @Size(max = 60, message = "联系人不能超过60个字。") String contact,

        @Pattern(regexp = "|[0-9+\\- ]{5,30}", message = "联系电话只能有数字、空格、加号和短横，5至30位。")
        String contactPhone)
        implements Command {
    public AddExpert {
        Commands.validate(AddExpert.class, name, userId, organisation, fields, kind, contact, contactPhone);
    }

    /** A person. */
    public AddExpert(String name, String userId, String organisation, String fields) {
        this(name, userId, organisation, fields, ExpertKind.PERSON, null, null);
    }
}
