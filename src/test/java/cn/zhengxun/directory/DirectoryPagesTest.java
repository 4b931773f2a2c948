package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
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

    @Autowired
    TagRows tags;

    @Autowired
    Rows rows;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }

    private static MockHttpServletRequestBuilder staffPosts(String path) {
        return post(path).with(as("staff")).with(csrf());
    }

    private Informant named(String name) {
        List<Informant> found = directory
                .search(new InformantSearch(name, null, "", true, null, 1))
                .informants();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private long tag(String start) {
        return tags.named(start + unique).orElseThrow().id();
    }

    private InformantId appointed(String start) {
        return directory.add(new AddInformant(new InformantDetails(
                start + unique,
                null,
                "z@example.com",
                null,
                null,
                null,
                false,
                LocalDate.of(2025, 1, 1),
                null,
                PreferredChannel.MAIL,
                Set.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "leader", "expert", "manager"})
    void the_directory_is_for_staff_only(String role) throws Exception {
        for (String path : List.of("/directory", "/directory/stations", "/directory/experts")) {
            web.perform(get(path).with(as(role))).andExpect(status().isForbidden());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01", "+999999-01-01", "2101-01-01", "1899-12-31", "0001-01-01"})
    void a_mistyped_year_is_told_at_its_field(String day) throws Exception {
        web.perform(staffPosts("/directory/informants/new")
                        .param("name", "年份有误的人")
                        .param("joinedOn", day))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("年份看起来不对")));
        String path = "/directory/informants/" + appointed("年").value();
        for (var form : List.of(
                staffPosts(path + "/renew").param("until", day),
                staffPosts(path + "/trainings").param("trainedOn", day).param("topic", "条例解读"),
                staffPosts(path + "/consents")
                        .param("kind", "PROFILING")
                        .param("given", "true")
                        .param("decidedOn", day),
                staffPosts("/directory/renew").param("informant", "1").param("until", day))) {
            web.perform(form)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("请填写1900年至2100年之间的日期")));
        }
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
                .andExpect(redirectedUrl(path));
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

    @Test
    void whoever_leads_a_station_is_offered_first_then_its_people_and_others_are_found_by_name() throws Exception {
        InformantId leader = rows.informant("领" + unique, null);
        StationId station = directory.add(new AddStation("寻站" + unique, "立法联络站", null, leader));
        InformantId member = rows.informant("属" + unique, null, station);
        InformantId gone = rows.informant("离" + unique, null, station);
        InformantId other = rows.informant("外" + unique, null);
        directory.deactivate(new DeactivateInformant(gone));
        assertThat(directory.members()).containsEntry(station, 1L);
        assertThat(directory.coordinators(station, leader, ""))
                .hasSizeLessThanOrEqualTo(100)
                .extracting(Informant::id)
                .startsWith(leader, member)
                .doesNotContain(gone);
        assertThat(directory.coordinators(station, leader, " 外" + unique))
                .extracting(Informant::id)
                .containsExactly(leader, other);
        assertThat(directory.coordinators(null, null, unique))
                .extracting(Informant::id)
                .containsExactlyInAnyOrder(leader, member, other);
        web.perform(get("/directory/stations/" + station.value())
                        .param("q", "外" + unique)
                        .with(as("staff")))
                .andExpect(content().string(containsString("外" + unique)))
                .andExpect(content().string(containsString("领" + unique)))
                .andExpect(content().string(not(containsString("属" + unique))))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get("/directory/stations/new").param("q", "外" + unique).with(as("staff")))
                .andExpect(content().string(containsString("外" + unique)));
    }

    @Test
    void the_person_page_keeps_trainings_and_consents_and_says_what_is_wrong() throws Exception {
        InformantId id = appointed("林");
        String path = "/directory/informants/" + id.value();
        web.perform(staffPosts(path + "/trainings")
                        .param("trainedOn", "2026-03-01")
                        .param("topic", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写培训主题。")))
                .andExpect(content().string(containsString("value=\"2026-03-01\"")));
        web.perform(staffPosts(path + "/trainings")
                        .param("trainedOn", "2026-03-01")
                        .param("topic", "条例解读"))
                .andExpect(redirectedUrl(path + "#training"));
        web.perform(staffPosts(path + "/consents").param("given", "false"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择同意事项。")));
        web.perform(staffPosts(path + "/consents")
                        .param("kind", "PROFILING")
                        .param("given", "false")
                        .param("decidedOn", "2026-11-01"))
                .andExpect(redirectedUrl(path + "#consents"));
        web.perform(staffPosts(path + "/renew").param("until", "昨天"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("日期请写成年-月-日")));
        web.perform(staffPosts(path + "/renew").param("until", "2029-01-01")).andExpect(redirectedUrl(path + "#term"));
        directory.mailFailed(new MailFailed(id, "邮箱不存在。"));
        web.perform(get(path).with(as("staff")))
                .andExpect(content().string(containsString("条例解读")))
                .andExpect(content().string(containsString("2025-01-01 至 2029-01-01")))
                .andExpect(content().string(containsString("不同意或已撤回（2026-11-01）")))
                .andExpect(content().string(containsString("邮箱不存在。")));
        web.perform(staffPosts(path + "/mail-works")).andExpect(status().is3xxRedirection());
        assertThat(named("林" + unique).profilingRefused()).isTrue();
        assertThat(named("林" + unique).mailFailure()).isNull();
    }

    @Test
    void several_terms_are_renewed_from_the_list() throws Exception {
        InformantId id = appointed("任");
        web.perform(staffPosts("/directory/renew").param("until", "2029-01-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请先勾选")))
                .andExpect(content().string(containsString("value=\"2029-01-01\"")));
        web.perform(staffPosts("/directory/renew")
                        .param("informant", id.value() + "")
                        .param("until", "2029-01-01"))
                .andExpect(redirectedUrl("/directory"));
        assertThat(named("任" + unique).termEndsOn()).isEqualTo("2029-01-01");
        web.perform(get("/directory").param("state", "ENDING").with(as("staff")))
                .andExpect(status().isOk());
    }

    @Test
    void tags_are_added_changed_and_merged_on_their_pages() throws Exception {
        web.perform(staffPosts("/directory/tags").param("family", "行业").param("name", "一" + unique))
                .andExpect(redirectedUrl("/directory/tags"));
        web.perform(staffPosts("/directory/tags").param("family", "语言").param("name", "一" + unique))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("同一个名称只能用一次")));
        web.perform(staffPosts("/directory/tags").param("family", "行业").param("name", "有 空格"))
                .andExpect(status().isUnprocessableEntity());
        web.perform(staffPosts("/directory/tags").param("family", "行业").param("name", "二" + unique));
        long one = tag("一");
        long two = tag("二");
        web.perform(get("/directory/tags").with(as("staff")))
                .andExpect(content().string(containsString("一" + unique)));
        web.perform(get("/directory/tags/" + one).with(as("staff"))).andExpect(status().isOk());
        web.perform(staffPosts("/directory/tags/" + one + "/merge")).andExpect(status().isUnprocessableEntity());
        web.perform(staffPosts("/directory/tags/" + one + "/merge").param("into", two + ""))
                .andExpect(redirectedUrl("/directory/tags"));
        web.perform(get("/directory/tags/" + one).with(as("staff"))).andExpect(status().isNotFound());
        web.perform(staffPosts("/directory/tags/" + two + "/delete")).andExpect(redirectedUrl("/directory/tags"));
    }

    @Test
    void a_file_is_previewed_confirmed_and_exported() throws Exception {
        web.perform(get("/directory/import").with(as("staff"))).andExpect(status().isOk());
        web.perform(multipart("/directory/import").with(as("staff")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择要导入的 xlsx 文件")));
        web.perform(multipart("/directory/import")
                        .file(new MockMultipartFile("file", "名单.txt", null, new byte[] {1, 2}))
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不是 xlsx 文件")));
        byte[] file = SheetFile.headed()
                .row("入" + unique, null, null, null, null, null, null, null, "2026-03-01")
                .row("出" + unique, "打不通<b>", null, null, null, null, null, null, "2026-03-01")
                .bytes();
        String preview = web.perform(multipart("/directory/import")
                        .file(new MockMultipartFile("file", "名单.xlsx", null, file))
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(get(preview).with(as("staff")))
                .andExpect(content().string(containsString("打不通&lt;b&gt;")))
                .andExpect(content().string(containsString("全部无误才导入")));
        web.perform(staffPosts(preview))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择“全部无误才导入”")));
        web.perform(staffPosts(preview).param("soundOnly", "true")).andExpect(redirectedUrl("/directory"));
        assertThat(named("入" + unique).joinedOn()).isEqualTo("2026-03-01");
        web.perform(get(preview).with(as("staff"))).andExpect(status().isNotFound());
        web.perform(staffPosts(preview).param("soundOnly", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请重新上传文件")));
        web.perform(staffPosts("/directory/export"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        web.perform(get("/directory/import/template").with(as("staff"))).andExpect(status().isOk());
    }

    @Test
    void duplicates_are_shown_side_by_side_and_judged() throws Exception {
        InformantId one = appointed("双");
        InformantId other = appointed("影");
        web.perform(get("/directory/duplicates").with(as("staff"))).andExpect(status().isOk());
        web.perform(staffPosts("/directory/duplicates/merge")).andExpect(status().isUnprocessableEntity());
        web.perform(staffPosts("/directory/duplicates/apart")
                        .param("one", one.value() + "")
                        .param("other", other.value() + ""))
                .andExpect(redirectedUrl("/directory/duplicates"));
        web.perform(staffPosts("/directory/duplicates/merge")
                        .param("kept", one.value() + "")
                        .param("gone", other.value() + ""))
                .andExpect(redirectedUrl("/directory/duplicates"));
        web.perform(get("/directory/informants/" + other.value()).with(as("staff")))
                .andExpect(content().string(containsString("双" + unique)));
    }
}
