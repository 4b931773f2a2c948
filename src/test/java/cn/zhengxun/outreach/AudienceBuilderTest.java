package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.outreach.audience.AudienceGroup;
import cn.zhengxun.outreach.audience.AudienceGroups;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OnH2
class AudienceBuilderTest {
    @Autowired
    MockMvc web;

    @Autowired
    AudienceGroups groups;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private final String tag = "选" + UUID.randomUUID().toString().substring(0, 8);
    private String path;

    @BeforeEach
    void a_cook_and_one_who_refuses() {
        path = "/consultations/" + rows.consultation(Level.NATIONAL, Status.PUSHING) + "/audience";
        StationId station = rows.station("选人小院");
        rows.tag(rows.informant("掌勺的", "cook@example.com", station), "行业", tag);
        InformantId refuser = rows.informant("不愿意的", null, station);
        rows.tag(refuser, "行业", tag);
        db.sql("UPDATE informant SET profiling_refused = TRUE WHERE id = ?")
                .param(refuser.value())
                .update();
        db.sql("UPDATE station SET coordinator_id = ? WHERE id = ?")
                .params(rows.informant("召集的", null, station).value(), station.value())
                .update();
    }

    private static RequestPostProcessor staff() {
        return user("staff").authorities(new SimpleGrantedAuthority("staff"));
    }

    @Test
    void picked_rows_become_an_expression_that_is_counted() throws Exception {
        web.perform(get(path)
                        .param("act", "build")
                        .param("any", "true")
                        .param("expression", "")
                        .param("sign", "", "", "not")
                        .param("term", "标签:" + tag, "站点:无此站点", "站点停用")
                        .with(staff()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("（标签:" + tag + " 或 站点:无此站点） 且 非 站点停用</textarea>")))
                .andExpect(content().string(containsString("符合条件：1 人")))
                .andExpect(content().string(containsString("站点“无此站点”没有可以推送的人")))
                .andExpect(content().string(containsString("（召集人召集的）：1 人")));
    }

    @Test
    void more_rows_are_given_and_what_was_picked_stays() throws Exception {
        web.perform(get(path)
                        .param("act", "more")
                        .param("sign", "", "", "")
                        .param("term", "标签:" + tag, "", "")
                        .with(staff()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第 5 行：条件")))
                .andExpect(content().string(containsString("value=\"标签:" + tag + "\" selected=\"selected\"")));
    }

    @Test
    void the_panel_alone_counts_or_explains() throws Exception {
        web.perform(get(path + "/outlook").param("expression", "标签:" + tag).with(staff()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-expression=\"标签:" + tag + "\"")));
        web.perform(get(path + "/outlook").param("expression", "标签:").with(staff()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("在末尾读不懂")));
    }

    @Test
    void whoever_is_left_out_is_listed_by_reason() throws Exception {
        web.perform(get(path + "/people")
                        .param("expression", "标签:" + tag)
                        .param("reason", "本人拒绝按标签推送，由所在站点联系")
                        .with(staff()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("不愿意的")))
                .andExpect(content().string(containsString("召集的")));
        web.perform(get(path + "/people").param("reason", "别的").with(staff())).andExpect(status().isNotFound());
    }

    @Test
    void a_group_is_kept_renamed_and_deleted() throws Exception {
        web.perform(post(path + "/groups")
                        .param("groupName", tag)
                        .param("expression", "标签:" + tag)
                        .with(staff())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        AudienceGroup kept = group(tag);
        assertThat(kept.expression()).isEqualTo("标签:" + tag);
        web.perform(post(path + "/groups/" + kept.id() + "/rename")
                        .param("groupName", tag + "新")
                        .with(staff())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get(path).with(staff())).andExpect(content().string(containsString(tag + "新")));
        web.perform(post(path + "/groups/" + group(tag + "新").id() + "/delete")
                        .with(staff())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(groups.all()).noneMatch(one -> one.name().startsWith(tag));
    }

    private AudienceGroup group(String name) {
        return groups.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void machines_get_numbers_and_reasons() throws Exception {
        web.perform(get("/api/v1/audience")
                        .param("expression", "标签:" + tag + " AND 站点 NOT 停用")
                        .with(staff()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.count").value(1))
                .andExpect(jsonPath("$.excluded[?(@.reason == '本人拒绝按标签推送，由所在站点联系')]")
                        .isNotEmpty())
                .andExpect(jsonPath("$.gaps").isEmpty());
        web.perform(get("/api/v1/audience").param("expression", "标签:").with(staff()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("在末尾读不懂")));
    }
}
