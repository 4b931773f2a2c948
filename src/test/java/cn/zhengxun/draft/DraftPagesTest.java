package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.testing.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

@OnH2
class DraftPagesTest {
    private static final PromulgatedLaw LAW = PromulgatedLaw.named("反食品浪费法");

    @Autowired
    MockMvc web;

    @Autowired
    Drafts drafts;

    @Autowired
    SpringTemplateEngine templates;

    @Test
    void machines_get_the_clauses_as_nested_nodes() throws Exception {
        web.perform(multipart("/api/v1/drafts/parse")
                        .file(upload(LAW.file(), LAW.content()))
                        .with(role("staff")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("中华人民共和国反食品浪费法"))
                .andExpect(jsonPath("$.articles").value(32))
                .andExpect(jsonPath("$.doubts").isEmpty())
                .andExpect(jsonPath("$.nodes.length()").value(33))
                .andExpect(jsonPath("$.nodes[0].kind").value("NOTE"))
                .andExpect(jsonPath("$.nodes[7].kind").value("ARTICLE"))
                .andExpect(jsonPath("$.nodes[7].number").value("7"))
                .andExpect(jsonPath("$.nodes[7].label").value("第七条"))
                .andExpect(jsonPath("$.nodes[7].text").value(""))
                .andExpect(jsonPath("$.nodes[7].children.length()").value(5))
                .andExpect(jsonPath("$.nodes[7].children[0].children[1].label").value("第七条第一款第（二）项"))
                .andExpect(
                        jsonPath("$.nodes[7].children[0].children[1].children").isEmpty());
    }

    @Test
    void machines_are_told_why_a_file_cannot_be_read() throws Exception {
        for (byte[] content : new byte[][] {{}, "%PDF-1.4".getBytes(StandardCharsets.UTF_8), new byte[11_000_000]}) {
            web.perform(multipart("/api/v1/drafts/parse")
                            .file(upload("草案.docx", content))
                            .with(role("staff")))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.detail", containsString("请")));
        }
        web.perform(multipart("/api/v1/drafts/parse").with(role("staff"))).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "leader", "expert", "manager", "camunda-admin"})
    void only_staff_have_drafts_parsed(String role) throws Exception {
        web.perform(multipart("/api/v1/drafts/parse")
                        .file(upload("草案.md", LAW.content()))
                        .with(role(role)))
                .andExpect(status().isForbidden());
    }

    @Test
    void nobody_parses_or_downloads_without_signing_in() throws Exception {
        web.perform(multipart("/api/v1/drafts/parse").file(upload("草案.md", LAW.content())))
                .andExpect(status().is4xxClientError());
        web.perform(get("/drafts/1/file")).andExpect(status().is3xxRedirection());
    }

    @Test
    void the_received_file_is_handed_out_to_be_saved() throws Exception {
        DraftId id = imported("反食品浪费法 \"草案\".md");

        for (String role : Set.of("staff", "director", "leader")) {
            web.perform(get("/drafts/{id}/file", id.value()).with(role(role)))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(LAW.content()))
                    .andExpect(content().contentType("text/markdown"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    containsString("filename*=UTF-8''%E5%8F%8D%E9%A3%9F%E5%93%81")));
        }
        for (String role : Set.of("expert", "manager")) {
            web.perform(get("/drafts/{id}/file", id.value()).with(role(role))).andExpect(status().isForbidden());
        }
        web.perform(get("/drafts/987654321/file").with(role("staff"))).andExpect(status().isNotFound());
    }

    @Test
    void the_tree_reads_as_a_document_with_an_anchor_for_each_article() {
        ClauseTree tree = drafts.clauses(imported("草案.md"));
        Context context = new Context(Locale.SIMPLIFIED_CHINESE);
        context.setVariable("tree", tree);

        String page = templates.process("draft/tree", Set.of("tree"), context);

        for (Clause article : tree.articles()) {
            assertThat(page)
                    .contains(
                            "<h4 class=\"article\" id=\"a-" + article.id().value() + "\">" + article.label() + "</h4>");
        }
        assertThat(page)
                .contains("<p class=\"words item\">（一）建立健全食品采购")
                .contains("aria-label=\"条文\"")
                .doesNotContain("th:", "class=\"division");
    }

    private DraftId imported(String fileName) {
        return drafts.importDraft(
                new ImportDraft("反食品浪费法", "草案", "反食品浪费法（草案）", fileName, LAW.content(), Visibility.PUBLIC));
    }

    private static MockMultipartFile upload(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static RequestPostProcessor role(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
