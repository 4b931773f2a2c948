package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.testing.Rows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The library as people of each role meet it: import, list, search, and who is not told that a text exists. */
abstract class LibraryContract {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final List<String> OFFICE = List.of("staff", "director", "leader");
    private static final List<String> OTHER_READERS = List.of("expert", "manager");

    @Autowired
    MockMvc web;

    @Autowired
    Drafts drafts;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Test
    void a_file_is_imported_with_the_title_it_bears_and_shown_unconfirmed() throws Exception {
        String bill = newBill();
        PromulgatedLaw law = PromulgatedLaw.named("反家庭暴力法");

        DraftId id = imported(form(bill, "二审稿", "PUBLIC").file(file(law.file(), law.content())));

        Draft draft = drafts.find(id);
        assertThat(draft.title()).isEqualTo("中华人民共和国反家庭暴力法");
        assertThat(draft.reading()).isEqualTo("二审稿");
        assertThat(draft.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(draft.confirmedAt()).isNull();
        page(id, "staff")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("条款待核对")))
                .andExpect(content().string(containsString("/drafts/" + id.value() + "/confirm")));
        page(id, "manager").andExpect(content().string(not(containsString("/confirm"))));
    }

    @Test
    void pasted_words_become_a_text_file_of_the_same_words() throws Exception {
        String bill = newBill();
        String words = "海岸带保护条例（草案）\r\n第一条 为了保护海岸带，制定本条例。\r\n第二条 本条例自公布之日起施行。";

        DraftId id = imported(form(bill, "征求意见稿", "INTERNAL").param("text", words));

        Draft draft = drafts.find(id);
        assertThat(draft.fileName()).isEqualTo(bill + ".txt");
        assertThat(drafts.file(id)).isEqualTo(words.getBytes(StandardCharsets.UTF_8));
        assertThat(draft.title()).isEqualTo("海岸带保护条例（草案）");
        assertThat(drafts.clauses(id).articles()).hasSize(2);
    }

    @Test
    void a_refused_import_says_why_at_the_field_and_keeps_what_was_typed() throws Exception {
        String bill = newBill();

        String answer =
                refused(form(bill, "", "").param("text", "  只有一段话，没有条。\n").param("title", "标题<甲>"));

        assertThat(answer)
                .contains("value=\"" + bill + "\"", "value=\"标题&lt;甲&gt;\"", "  只有一段话，没有条。")
                .containsPattern("id=\"reading-fault\"[^>]*>请选择审次。")
                .containsPattern("id=\"visibility-fault\"[^>]*>请选择公开或内部。")
                .containsPattern("id=\"text-fault\"[^>]*>[^<]*第×条")
                .doesNotContain("文件浏览器不会保留", "file-fault");
        assertThat(drafts(bill)).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_has_to_be_chosen_again() throws Exception {
        String answer = refused(form(newBill(), "一审稿", "PUBLIC")
                .file(file("草案.docx", "PK\u0003\u0004坏的".getBytes(StandardCharsets.UTF_8))));

        assertThat(answer).contains("刚才选的文件浏览器不会保留").containsPattern("id=\"file-fault\"[^>]*>[^<]+");
    }

    @Test
    void a_file_and_words_at_once_and_neither_are_refused() throws Exception {
        String words = "第一条 甲。\n第二条 乙。";
        assertThat(refused(form(newBill(), "一审稿", "PUBLIC")
                        .file(file("甲.txt", words.getBytes(StandardCharsets.UTF_8)))
                        .param("text", words)))
                .containsPattern("id=\"file-fault\"[^>]*>[^<]*只留一种")
                .contains("第二条 乙。</textarea>");
        assertThat(refused(form(newBill(), "一审稿", "PUBLIC").file(file("", new byte[0]))))
                .containsPattern("id=\"file-fault\"[^>]*>请选择草案文件，或者粘贴草案的文字。");
    }

    @Test
    void readings_and_ranges_that_are_not_offered_are_refused() throws Exception {
        assertThat(refused(form(newBill(), "九审稿", "SECRET").param("text", "第一条 甲。\n第二条 乙。")))
                .contains("请选择审次。", "请选择公开或内部。");
    }

    @Test
    void the_same_words_are_imported_once() throws Exception {
        String bill = newBill();
        imported(form(bill, "一审稿", "PUBLIC").param("text", "第一条 甲。\n第二条 乙。"));

        assertThat(refused(form(bill, "一审稿", "PUBLIC").param("text", "第一条 甲。\n第二条 乙。")))
                .contains("一模一样");
        imported(form(bill, "二审稿", "PUBLIC").param("text", "第一条 甲。\n第二条 乙。"));
        assertThat(drafts(bill)).isEqualTo(2);
    }

    @Test
    void only_staff_import_confirm_and_change_who_may_read() throws Exception {
        DraftId id = text("PUBLIC", "第一条 甲。\n第二条 乙。");
        for (String role : List.of("director", "leader", "expert", "manager", "camunda-admin")) {
            web.perform(get("/library/import").with(role(role))).andExpect(status().isForbidden());
            web.perform(form(newBill(), "一审稿", "PUBLIC")
                            .param("text", "第一条 甲。")
                            .with(role(role))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
            web.perform(post("/drafts/{id}/confirm", id.value())
                            .with(role(role))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
            web.perform(post("/drafts/{id}/visibility", id.value())
                            .param("visibility", "INTERNAL")
                            .with(role(role))
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/library").with(role("camunda-admin"))).andExpect(status().isForbidden());
        web.perform(get("/library")).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_confirmed_text_says_so_and_is_confirmed_once() throws Exception {
        DraftId id = text("PUBLIC", "第一条 甲。\n第二条 乙。");

        web.perform(post("/drafts/{id}/confirm", id.value()).with(role("staff")).with(csrf()))
                .andExpect(redirectedUrl("/drafts/" + id.value()))
                .andExpect(flash().attributeExists("done"));

        page(id, "staff")
                .andExpect(content().string(containsString("条款已核对")))
                .andExpect(content().string(not(containsString("/confirm\""))));
    }

    @Test
    void a_readable_address_leads_to_the_article() throws Exception {
        DraftId id = text("PUBLIC", "第一条 甲。\n第二条 乙。\n第二条之一 丙。\n第三条 丁。");
        Clause inserted = drafts.clauses(id).articles().get(2);

        for (String number : List.of("2-1", "第二条之一", "第2条之一")) {
            web.perform(get("/drafts/{id}/articles/{number}", id.value(), number)
                            .with(role("manager")))
                    .andExpect(redirectedUrl(
                            "/drafts/" + id.value() + "#a-" + inserted.id().value()));
        }
        page(id, "expert")
                .andExpect(content()
                        .string(containsString("id=\"a-" + inserted.id().value() + "\"")));
        for (String number : List.of("4", "0", "第四条", "-1", "<b>", "二")) {
            web.perform(get("/drafts/{id}/articles/{number}", id.value(), number)
                            .with(role("manager")))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void the_bill_shows_its_texts_in_the_order_of_readings_and_what_to_compare() throws Exception {
        String bill = newBill();
        DraftId last = imported(form(bill, "公布文本", "PUBLIC").param("text", "第一条 甲甲。\n第二条 乙。"));
        DraftId first = imported(form(bill, "一审稿", "PUBLIC").param("text", "第一条 甲。\n第二条 乙。"));

        String page = web.perform(
                        get("/bills/{id}", drafts.find(first).bill().value()).with(role("manager")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.indexOf("/drafts/" + first.value()))
                .isPositive()
                .isLessThan(page.indexOf("/drafts/" + last.value()));
        assertThat(page).contains("action=\"/drafts/compare\"").doesNotContain("/correction", "/file");
        assertThat(page)
                .containsPattern("name=\"before\">.*<option value=\"" + first.value() + "\" selected")
                .containsPattern("name=\"after\">.*<option value=\"" + last.value() + "\" selected");
    }

    @Test
    void words_are_found_once_imported_and_lead_to_the_clause() throws Exception {
        String rare = "㵐塘" + SEQUENCE.incrementAndGet();
        assertThat(found(rare, "staff")).contains("没有条文同时含有");

        DraftId id = text("PUBLIC", "第一条 为了保护" + rare + "湿地，制定本条例。\n第二条 " + rare + "<b>周边</b>禁止倾倒。");

        Clause second = drafts.clauses(id).articles().get(1);
        assertThat(found(rare + " 倾倒", "manager"))
                .contains("href=\"/drafts/" + id.value() + "#a-" + second.id().value() + "\"", "条文（1处）")
                .contains("<mark>" + rare + "</mark>&lt;b&gt;周边&lt;/b&gt;禁止<mark>倾倒</mark>");
        for (String role : List.of("staff", "director", "leader", "expert")) {
            assertThat(found(rare, role)).contains("条文（2处）");
        }
    }

    @Test
    void what_another_node_changed_is_found_at_the_next_search() throws Exception {
        String word = "潮间带" + SEQUENCE.incrementAndGet();
        DraftId id = text("PUBLIC", "第一条 为了保护" + word + "，制定本条例。\n第二条 本条例自公布之日起施行。");
        assertThat(found(word, "staff")).contains("条文（1处）");

        db.sql("UPDATE clause SET text = '为了保护滩涂，制定本条例。' WHERE draft_id = ? AND text LIKE ?")
                .params(id.value(), "%" + word + "%")
                .update();
        db.sql("UPDATE draft SET structure_version = structure_version + 1 WHERE id = ?")
                .param(id.value())
                .update();

        assertThat(found(word, "staff")).contains("没有条文同时含有");
    }

    @Test
    void search_pages_follow_one_another() throws Exception {
        String word = "港湾" + SEQUENCE.incrementAndGet();
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 45; i++) {
            text.append("第").append(i).append("条 ").append(word).append("内的船舶应当减速。\n");
        }
        text("PUBLIC", text.toString());

        String first = found(word, "staff");
        assertThat(first).contains("第1页，共3页", "rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(items(first)).isEqualTo(20);
        String last = web.perform(
                        get("/library").param("q", word).param("page", "3").with(role("staff")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(items(last)).isEqualTo(5);
        assertThat(last).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        for (String page : List.of("0", "-1", "四", "999999999999", "77")) {
            web.perform(get("/library").param("q", word).param("page", page).with(role("staff")))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void an_internal_text_is_for_the_office_and_bears_its_readers_name() throws Exception {
        String word = "涉密词" + SEQUENCE.incrementAndGet();
        DraftId id = text("INTERNAL", "第一条 " + word + "。\n第二条 乙。");
        Draft draft = drafts.find(id);
        String bill = billTitle(draft.bill());

        for (String role : OFFICE) {
            page(id, role)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("class=\"watermark\"")))
                    .andExpect(content().string(containsString("data-name=\"")));
            assertThat(found(word, role)).contains("条文（1处）", "class=\"watermark\"");
            assertThat(list(role)).contains(bill);
            web.perform(get("/drafts/{id}/file", id.value()).with(role(role))).andExpect(status().isOk());
            byte[] text = web.perform(get("/drafts/{id}/export.txt", id.value()).with(role(role)))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(new String(text, StandardCharsets.UTF_8)).contains("内部草案，由", word);
            assertThat(headerOf(web.perform(
                                    get("/drafts/{id}/export.docx", id.value()).with(role(role)))
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray()))
                    .contains("内部草案，由");
        }
        for (String role : OTHER_READERS) {
            page(id, role).andExpect(status().isNotFound()).andExpect(content().string(not(containsString(bill))));
            web.perform(get("/bills/{id}", draft.bill().value()).with(role(role)))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(not(containsString(bill))));
            web.perform(get("/drafts/{id}/articles/1", id.value()).with(role(role)))
                    .andExpect(status().isNotFound());
            assertThat(found(word, role)).contains("没有条文同时含有");
            assertThat(found(bill, role))
                    .doesNotContain("/bills/" + draft.bill().value());
            assertThat(list(role)).doesNotContain(bill);
            web.perform(get("/drafts/{id}/file", id.value()).with(role(role))).andExpect(status().isForbidden());
        }
    }

    @Test
    void whoever_may_not_read_a_text_gets_the_answer_for_one_that_is_not_there() throws Exception {
        DraftId hidden = text("INTERNAL", "第一条 甲。\n第二条 乙。");
        long absent = hidden.value() + 1_000_000;

        String forHidden = page(hidden, "manager").andReturn().getResponse().getContentAsString();
        String forAbsent =
                page(new DraftId(absent), "manager").andReturn().getResponse().getContentAsString();

        assertThat(withoutToken(forHidden).replace(Long.toString(hidden.value()), "#"))
                .isEqualTo(withoutToken(forAbsent).replace(Long.toString(absent), "#"));
    }

    @Test
    void of_a_bill_with_both_kinds_others_see_the_public_text_alone() throws Exception {
        String bill = newBill();
        DraftId hidden = imported(form(bill, "一审稿", "INTERNAL").param("text", "第一条 甲。\n第二条 乙。"));
        DraftId open = imported(form(bill, "公布文本", "PUBLIC").param("text", "第一条 甲甲。\n第二条 乙。"));
        for (DraftId id : List.of(hidden, open)) {
            web.perform(
                    post("/drafts/{id}/confirm", id.value()).with(role("staff")).with(csrf()));
        }

        for (String role : OTHER_READERS) {
            web.perform(get("/bills/{id}", drafts.find(open).bill().value()).with(role(role)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("公布文本")))
                    .andExpect(content().string(not(containsString("drafts/" + hidden.value() + "\""))))
                    .andExpect(content().string(not(containsString("/drafts/compare"))));
            page(open, role).andExpect(content().string(not(containsString("before=" + hidden.value()))));
        }
        page(open, "staff").andExpect(content().string(containsString("before=" + hidden.value())));
    }

    @Test
    void an_expert_reads_the_internal_draft_of_a_consultation_that_names_the_expert() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.REVIEWING);
        DraftId id = rows.draftOf(number);
        db.sql("UPDATE draft SET visibility = 'INTERNAL' WHERE id = ?")
                .param(id.value())
                .update();
        String named = "expert-of-" + SEQUENCE.incrementAndGet();
        rows.plan(number, rows.expert(named));

        web.perform(get("/drafts/{id}", id.value()).with(user(named).authorities(new SimpleGrantedAuthority("expert"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-name=\"" + named + "\"")));
        page(id, "expert").andExpect(status().isNotFound());
    }

    @Test
    void consultations_on_a_text_are_shown_and_decide_who_may_read_it() throws Exception {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        DraftId id = rows.draftOf(number);

        page(id, "manager").andExpect(content().string(containsString("/consultations/")));
        page(id, "expert").andExpect(content().string(not(containsString(number.value()))));
        page(id, "staff")
                .andExpect(content().string(containsString(number.value())))
                .andExpect(content().string(not(containsString("/visibility"))));
        web.perform(post("/drafts/{id}/visibility", id.value())
                        .param("visibility", "INTERNAL")
                        .with(role("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("由征询登记时决定")));
        assertThat(drafts.find(id).visibility()).isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void staff_open_a_text_that_no_consultation_uses() throws Exception {
        DraftId id = text("INTERNAL", "第一条 甲。\n第二条 乙。");
        page(id, "manager").andExpect(status().isNotFound());

        web.perform(post("/drafts/{id}/visibility", id.value())
                        .param("visibility", "PUBLIC")
                        .with(role("staff"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/drafts/" + id.value()));

        page(id, "manager").andExpect(status().isOk()).andExpect(content().string(not(containsString("watermark"))));
    }

    @Test
    void the_list_is_filtered_and_says_when_nothing_is_left() throws Exception {
        String bill = newBill();
        DraftId id = imported(form(bill, "三审稿", "INTERNAL").param("text", "第一条 甲。\n第二条 乙。"));

        assertThat(list("staff", "reading", "THIRD", "visibility", "INTERNAL")).contains("/drafts/" + id.value());
        assertThat(list("staff", "reading", "FIRST")).doesNotContain(bill);
        assertThat(list("staff", "visibility", "PUBLIC")).doesNotContain(bill);
        assertThat(list("staff", "reading", "OTHER", "visibility", "INTERNAL")).contains("没有符合条件的文本。");
        assertThat(list("staff", "reading", "x", "visibility", "y", "q", "，。")).contains(bill, "标点不算");
    }

    @Test
    void no_search_engine_keeps_a_page() throws Exception {
        DraftId id = text("PUBLIC", "第一条 甲。\n第二条 乙。");
        page(id, "staff")
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        for (String address : List.of("/login", "/q/none", "/i/none", "/library")) {
            web.perform(get(address).with(role("staff")))
                    .andExpect(header().string("X-Robots-Tag", containsString("noindex")));
        }
        web.perform(get("/robots.txt"))
                .andExpect(status().isOk())
                .andExpect(content().string("User-agent: *\nDisallow: /\n"));
    }

    private MockMultipartHttpServletRequestBuilder form(String bill, String reading, String visibility) {
        MockMultipartHttpServletRequestBuilder form = multipart("/library/import");
        form.param("bill", bill).param("reading", reading).param("visibility", visibility);
        return form;
    }

    private DraftId text(String visibility, String words) throws Exception {
        return imported(form(newBill(), "一审稿", visibility).param("text", words));
    }

    private DraftId imported(MockHttpServletRequestBuilder form) throws Exception {
        String address = web.perform(form.with(role("staff")).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Matcher id = Pattern.compile("/drafts/(\\d+)").matcher(address);
        assertThat(id.matches()).as(address).isTrue();
        return new DraftId(Long.parseLong(id.group(1)));
    }

    private String refused(MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.with(role("staff")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions page(DraftId id, String role) throws Exception {
        return web.perform(get("/drafts/{id}", id.value()).with(role(role)));
    }

    private String found(String words, String role) throws Exception {
        return list(role, "q", words);
    }

    private String list(String role, String... parameters) throws Exception {
        var request = get("/library").with(role(role));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String headerOf(byte[] word) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            return document.getHeaderList().get(0).getText();
        }
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static long items(String page) {
        return Pattern.compile("class=\"snippet\"").matcher(page).results().count();
    }

    private long drafts(String bill) {
        return db.sql("SELECT COUNT(*) FROM draft d JOIN bill b ON b.id = d.bill_id WHERE b.title = ?")
                .param(bill)
                .query(Long.class)
                .single();
    }

    private String billTitle(BillId bill) {
        return db.sql("SELECT title FROM bill WHERE id = ?")
                .param(bill.value())
                .query(String.class)
                .single();
    }

    private static String newBill() {
        return "海岸带条例第" + SEQUENCE.incrementAndGet() + "号法案";
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static RequestPostProcessor role(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
