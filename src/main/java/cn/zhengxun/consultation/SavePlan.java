package cn.zhengxun.consultation;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The plan as it stands on screen; it may be incomplete until it is handed over for approval.
 *
 * @param audience expression over the directory's tags; empty for everyone active
 * @param channels words of {@link Plan#CHANNELS}
 * @param identityCategories as in {@link Plan}
 * @param quorum how many experts' notes are enough; 0 where there are none
 */
public record SavePlan(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotNull(message = "请填写征询目的。") @Size(max = 2000, message = "征询目的不能超过2000个字。")
        String purpose,

        @NotNull(message = "请填写重点问题。") @Size(max = 20, message = "重点问题最多20个。")
        List<Plan.Focus> focus,

        @NotNull(message = "请填写推送对象。") @Size(max = 1000, message = "推送对象条件不能超过1000个字。")
        String audience,

        @NotNull(message = "请选择征集渠道。") List<String> channels,

        @NotNull(message = "请填写座谈安排。") @Size(max = 2000, message = "座谈安排不能超过2000个字。")
        String meetings,

        @NotNull(message = "请填写身份类别。") @Size(max = 30, message = "身份类别最多30个。")
        List<String> identityCategories,

        @NotNull(message = "请选择专家。") List<ExpertId> experts,

        @Min(value = 0, message = "最少专家人数不能小于0。") @Max(value = 50, message = "最少专家人数不能超过50。")
        int quorum)
        implements Command {
    public SavePlan {
        Commands.validate(
                SavePlan.class,
                consultation,
                purpose,
                focus,
                audience,
                channels,
                meetings,
                identityCategories,
                experts,
                quorum);
        focus = List.copyOf(focus);
        channels = List.copyOf(channels);
        identityCategories = List.copyOf(identityCategories);
        experts = List.copyOf(experts);
    }

    /** With the usual identity categories. */
    public SavePlan(
            ConsultationNumber consultation,
            String purpose,
            List<Plan.Focus> focus,
            String audience,
            List<String> channels,
            String meetings,
            List<ExpertId> experts,
            int quorum) {
        this(consultation, purpose, focus, audience, channels, meetings, List.of(), experts, quorum);
    }
}
