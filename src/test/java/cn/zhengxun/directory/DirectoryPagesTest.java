package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.testing.OnH2;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OnH2
class DirectoryPagesTest {
    @Autowired
    MockMvc web;

    @Autowired
    Directory directory;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }

    private static MockHttpServletRequestBuilder staffPosts(String path) {
        return post(path).with(as("staff")).with(csrf());
    }

    private Informant named(String name) {
        List<Informant> found =
                directory.search(new InformantSearch(name, null, "", true, 1)).informants();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "leader", "expert", "manager"})
    void the_directory_is_for_staff_only(String role) throws Exception {
        for (String path : List.of("/directory", "/directory/stations", "/directory/experts")) {
            web.perform(get(path).with(as(role))).andExpect(status().isForbidden());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01", "0001-01-01"})
    void a_mistyped_year_is_told_at_its_field(String day) throws Exception {
        web.perform(staffPosts("/directory/informants/new")
                        .param("name", "年份有误的人")
                        .param("joinedOn", day))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("年份看起来不对")));
    }

    @Test
    void an_informant_is_added_found_changed_and_deactivated() throws Exception {
        String name = "张" + unique;
        web.perform(get("/directory/informants/new").with(as("staff"))).andExpect(status().isOk());
        web.perform(staffPosts("/directory/informants/new")
                        .param("name", name)
                        .param("joinedOn", "2026-01-01")
                        .param("newTags", "行业:" + unique))
                .andExpect(redirectedUrl("/directory"));
        web.perform(get("/directory").param("tag", unique).with(as("staff")))
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(containsString("书面")));
        Informant informant = named(name);
        String path = "/directory/informants/" + informant.id().value();
        web.perform(get(path).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("行业:" + unique)));
        web.perform(staffPosts(path)
                        .param("name", name)
                        .param("email", "z@example.com")
                        .param("joinedOn", "2026-01-01")
                        .param("active", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(named(name).email()).isEqualTo("z@example.com");
        assertThat(named(name).tags()).isEmpty();
        web.perform(staffPosts(path + "/deactivate")).andExpect(status().is3xxRedirection());
        assertThat(named(name).active()).isFalse();
        web.perform(get("/directory").param("name", name).with(as("staff")))
                .andExpect(content().string(not(containsString(name + "</a>"))));
    }

    @Test
    void faults_stand_at_their_fields_and_nothing_typed_is_lost() throws Exception {
        web.perform(staffPosts("/directory/informants/new")
                        .param("name", "")
                        .param("email", "没有圈a")
                        .param("occupation", "豆腐坊主")
                        .param("joinedOn", "2026-01-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写姓名。")))
                .andExpect(content().string(containsString("邮箱地址写得不对")))
                .andExpect(content().string(containsString("value=\"豆腐坊主\"")))
                .andExpect(content().string(containsString("value=\"没有圈a\"")));
        web.perform(staffPosts("/directory/informants/new").param("name", "甲").param("joinedOn", "去年"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("日期请写成年-月-日")));
    }

    @Test
    void station_names_and_expert_accounts_are_unique() throws Exception {
        String station = "小院" + unique;
        web.perform(staffPosts("/directory/stations/new").param("name", station).param("kind", "立法议事小院"))
                .andExpect(redirectedUrl("/directory/stations"));
        web.perform(staffPosts("/directory/stations/new").param("name", station).param("kind", "立法议事小院"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("已有同名站点")));
        web.perform(get("/directory/stations").with(as("staff")))
                .andExpect(content().string(containsString(station)));

        web.perform(staffPosts("/directory/experts/new").param("name", "钟").param("userId", unique))
                .andExpect(redirectedUrl("/directory/experts"));
        web.perform(staffPosts("/directory/experts/new").param("name", "苏").param("userId", unique))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("已属于另一位专家")));
        web.perform(get("/directory/experts").with(as("staff")))
                .andExpect(content().string(containsString(unique)));
        web.perform(get("/directory/experts/0").with(as("staff"))).andExpect(status().isNotFound());
    }
}
