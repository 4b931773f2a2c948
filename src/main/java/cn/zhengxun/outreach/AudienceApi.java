package cn.zhengxun.outreach;

import cn.zhengxun.outreach.audience.AudiencePreview;
import cn.zhengxun.outreach.audience.Audiences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an audience expression gives now, for machines; numbers only, nobody's name. */
@RestController
@Tag(name = "audience", description = "推送对象")
class AudienceApi {

    /** @param gaps what is asked for and nobody has, such as 行业“餐饮” */
    record Answer(int count, List<Excluded> excluded, List<String> gaps) {}

    record Excluded(String reason, int count) {}

    private final Audiences audiences;

    AudienceApi(Audiences audiences) {
        this.audiences = audiences;
    }

    @GetMapping("/api/v1/audience")
    @PreAuthorize("hasAuthority('staff')")
    @Operation(summary = "推送条件现在有多少人，未列入的人按理由计数；读不懂的条件答复422并说明在第几个字")
    Answer audience(
            @Parameter(description = "推送条件，例如 (环保 OR 化工) AND 站点 NOT 停用；不填就是全部在任信息员") @RequestParam(defaultValue = "")
                    String expression) {
        AudiencePreview preview = audiences.preview(expression);
        return new Answer(
                preview.count(),
                preview.excluded().entrySet().stream()
                        .map(one -> new Excluded(one.getKey(), one.getValue()))
                        .toList(),
                preview.gaps());
    }
}
