package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.testing.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The page on which a mapping is checked. */
@OnH2
@WithMockUser(username = "staff", authorities = "staff")
class MappingPagesTest {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    @Autowired
    MockMvc pages;

    @Autowired
    Drafts drafts;

    @Autowired
    Mappings mappings;

    private DraftId first;
    private DraftId second;

    @BeforeEach
    void twoReadings() {
        String title = "核对法" + SEQUENCE.incrementAndGet();
        first = confirmed(title, "一审稿", "第一条　公安机关应当出警。\n第二条　学校应当教育。\n第三条　自公布之日起施行。");
        second = confirmed(title, "二审稿", "第一条　公安机关应当及时出警。\n第二条　设立庇护所。\n第三条　自公布之日起施行。");
        // whatever was computed: one link nobody has looked at
        mappings.correct(new CorrectMapping(second, article(first, 1), List.of(article(second, 1))));
        mappings.correct(new CorrectMapping(second, article(first, 3), List.of(article(second, 3))));
        mappings.correct(new CorrectMapping(second, article(first, 2), List.of(article(second, 2))));
        mappings.correct(new CorrectMapping(second, article(first, 2), List.of()));
    }

    @Test
    void the_queue_asks_about_the_open_link_with_its_words_and_choices() throws Exception {
        pages.perform(get("/drafts/{id}/mapping", second.value()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("还有1条对应待核对"),
                                containsString("设立庇护所。"),
                                containsString("对，是新增的"),
                                containsString("name=\"counterpart\""),
                                containsString("撤销上一次核对"),
                                not(containsString("??")))));
    }

    @Test
    void a_linked_pair_stands_side_by_side_with_what_changed_marked() throws Exception {
        pages.perform(get("/drafts/{id}/mapping", second.value())
                        .param(
                                "at",
                                article(first, 1).value() + "-"
                                        + article(second, 1).value()))
                .andExpect(content().string(containsString("公安机关应当<ins>及时</ins>出警。")));
    }

    @Test
    void accepting_leads_on_and_an_empty_queue_says_so() throws Exception {
        pages.perform(post("/drafts/{id}/mapping/settle", second.value())
                        .param("at", "-" + article(second, 2).value())
                        .with(csrf()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrlPattern("/drafts/" + second.value() + "/mapping?after=*#queue"));

        pages.perform(get("/drafts/{id}/mapping", second.value()))
                .andExpect(content().string(allOf(containsString("没有待核对的对应"), not(containsString("data-queue")))));
    }

    @Test
    void ticked_and_typed_articles_are_taken_together() throws Exception {
        pages.perform(post("/drafts/{id}/mapping/correct", second.value())
                        .param("at", "-" + article(second, 2).value())
                        .param("counterpart", "" + article(first, 2).value())
                        .param("others", "第三条、1")
                        .with(csrf()))
                .andExpect(status().isFound());

        assertThat(mappings.of(second).orElseThrow().links())
                .filteredOn(link -> article(second, 2).equals(link.after()))
                .extracting(ClauseLink::before)
                .containsExactly(article(first, 1), article(first, 2), article(first, 3));
    }

    @Test
    void a_number_that_is_no_article_is_said_at_its_field_and_stays_typed() throws Exception {
        pages.perform(post("/drafts/{id}/mapping/correct", second.value())
                        .param("at", "-" + article(second, 2).value())
                        .param("others", "十七")
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("没有“十七”"),
                                containsString("value=\"十七\""),
                                containsString("aria-invalid=\"true\""))));
    }

    @Test
    void nothing_chosen_is_refused_without_touching_the_link() throws Exception {
        List<ClauseLink> before = mappings.of(second).orElseThrow().links();

        pages.perform(post("/drafts/{id}/mapping/correct", second.value())
                        .param("at", "-" + article(second, 2).value())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("还没有勾选")));

        assertThat(mappings.of(second).orElseThrow().links()).isEqualTo(before);
    }

    @Test
    void undo_brings_the_link_back() throws Exception {
        pages.perform(post("/drafts/{id}/mapping/undo", second.value()).with(csrf()))
                .andExpect(status().isFound());

        assertThat(mappings.of(second).orElseThrow().links())
                .anySatisfy(link -> assertThat(link.joins(article(first, 2), article(second, 2)))
                        .isTrue());
    }

    @Test
    void those_who_only_read_get_no_button() throws Exception {
        pages.perform(get("/drafts/{id}/mapping", second.value()).with(role("director")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("设立庇护所。"),
                                containsString("查看"),
                                not(containsString("mapping/settle")),
                                not(containsString("mapping/undo")))));
    }

    @Test
    void a_first_reading_says_what_is_missing() throws Exception {
        pages.perform(get("/drafts/{id}/mapping", first.value()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有可以核对的对应")));
    }

    @Test
    void the_list_is_filtered_and_says_when_nothing_is_left() throws Exception {
        pages.perform(get("/drafts/{id}/mapping", second.value()).param("show", "REMOVED"))
                .andExpect(content().string(containsString("共1条")));
        pages.perform(get("/drafts/{id}/mapping", second.value()).param("show", "SPLIT"))
                .andExpect(content().string(containsString("没有这样的对应")));
    }

    @Test
    void what_is_no_link_is_not_found() throws Exception {
        pages.perform(post("/drafts/{id}/mapping/settle", second.value())
                        .param("at", "x")
                        .with(csrf()))
                .andExpect(status().isNotFound());
        pages.perform(get("/drafts/{id}/mapping", 999_999_999)).andExpect(status().isNotFound());
    }

    private DraftId confirmed(String title, String reading, String text) {
        DraftId draft = drafts.importDraft(new ImportDraft(
                title, reading, title, "a.txt", text.getBytes(StandardCharsets.UTF_8), Visibility.PUBLIC));
        drafts.confirm(new ConfirmStructure(draft));
        return draft;
    }

    private ClauseId article(DraftId draft, int n) {
        return drafts.clauses(draft).articles().get(n - 1).id();
    }

    private static RequestPostProcessor role(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
