package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.draft.clause.ChineseNumber;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Two texts of the library compared on pages and in a document. */
@OnH2
@WithMockUser(username = "staff", authorities = "staff")
class ComparisonPagesTest {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final String FIRST = """
            第一章 总则
            第一条　公安机关接到家庭暴力报案后应当及时出警。
            第二条　学校应当开展家庭美德和反家庭暴力教育，培养学生平等互助的观念。
            第三条　县级人民政府应当设立临时庇护场所，为受害人提供临时生活帮助。
            第四条　本法自公布之日起施行。
            """;
    private static final String SECOND = """
            第一章 总则
            第一条　学校应当开展家庭美德和反家庭暴力教育，培养学生平等互助的观念。
            第二条　新闻媒体应当开展反家庭暴力的公益宣传。
            第三条　县级人民政府可以设立临时庇护场所，为受害人提供临时生活帮助。
            第四条　公安机关接到家庭暴力报案后应当及时出警。
            第五条　本法自公布之日起施行。
            """;

    @Autowired
    MockMvc pages;

    @Autowired
    Drafts drafts;

    @Autowired
    Mappings mappings;

    private String title;
    private DraftId first;
    private DraftId second;

    @BeforeEach
    void twoReadings() {
        title = "对照法" + SEQUENCE.incrementAndGet();
        first = confirmed(title, "一审稿", FIRST, Visibility.PUBLIC);
        second = confirmed(title, "二审稿", SECOND, Visibility.PUBLIC);
        linked(1, 4);
        linked(2, 1);
        linked(3, 3);
        linked(4, 5);
    }

    @Test
    void the_texts_stand_side_by_side_with_the_changed_words_marked() throws Exception {
        compared("show", "all")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("新增1条，删除0条，修改1条，移位1条，条号顺延2条，未变0条。"),
                                containsString("<del><span class=\"said\">删去：</span>应当"),
                                containsString("<ins><span class=\"said\">增加：</span>可以"),
                                containsString("移到第四条"),
                                containsString("由原来的第一条移到这里"),
                                containsString("role=\"rowheader\""),
                                not(containsString("??")),
                                not(containsString("th:")))));
    }

    @Test
    void the_inline_view_holds_both_words_in_one_text() throws Exception {
        compared("view", "inline")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("县级人民政府<del>"),
                                containsString("第三条 → 第三条"),
                                not(containsString("<table")),
                                not(containsString("??")))));
    }

    @Test
    void only_what_changed_is_shown_on_wish() throws Exception {
        compared("show", "changes")
                .andExpect(content()
                        .string(allOf(
                                containsString("可以"), containsString("公益宣传"), not(containsString("本法自公布之日起施行")))));
        compared("show", "all").andExpect(content().string(containsString("本法自公布之日起施行")));
    }

    @Test
    void the_mapping_that_people_corrected_is_the_one_shown() throws Exception {
        mappings.correct(new CorrectMapping(second, article(first, 3), List.of(article(second, 2))));

        compared("show", "all").andExpect(content().string(containsString("新增1条，删除0条，修改1条")));
        compared("show", "all")
                .andExpect(content()
                        .string(containsString("id=\"a-" + article(second, 3).value() + "\"")))
                .andExpect(content().string(containsString("设立临时庇护场所，为受害人提供临时生活帮助")));
    }

    @Test
    void words_from_a_file_are_never_taken_for_markup() throws Exception {
        DraftId other = confirmed(title, "三审稿", "第一条　<script>alert(1)</script>&amp;应当出警。", Visibility.PUBLIC);

        pages.perform(get("/drafts/compare").param("before", id(second)).param("after", id(other)))
                .andExpect(content().string(allOf(not(containsString("<script>alert")), containsString("alert"))));
    }

    @Test
    void two_texts_are_to_be_chosen() throws Exception {
        pages.perform(get("/drafts/compare"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<optgroup label=\"" + title + "\">"),
                                not(containsString("class=\"fault\"")))));
        pages.perform(get("/drafts/compare").param("before", id(first)).param("after", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"after-fault\">请选择后来的文本"),
                                containsString("value=\"" + id(first) + "\" selected"),
                                containsString("aria-invalid=\"true\""))));
        pages.perform(get("/drafts/compare").param("before", id(first)).param("after", id(first)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("选成了同一份")));
    }

    @Test
    void what_does_not_exist_is_not_found_and_what_is_no_number_is_said() throws Exception {
        pages.perform(get("/drafts/compare").param("before", id(first)).param("after", "987654321"))
                .andExpect(status().isNotFound());
        pages.perform(get("/drafts/compare").param("before", id(first)).param("after", "abc"))
                .andExpect(status().isBadRequest());
        compared("page", "99999999999999999999").andExpect(status().isOk());
        compared("at", "a-0' or 1=1").andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "director", "leader", "expert", "manager"})
    void all_who_read_the_library_compare_public_texts(String role) throws Exception {
        pages.perform(get("/drafts/compare")
                        .param("before", id(first))
                        .param("after", id(second))
                        .with(role(role)))
                .andExpect(status().isOk());
    }

    @Test
    void an_internal_text_is_shown_with_the_readers_name_and_only_to_those_it_is_for() throws Exception {
        DraftId internal = confirmed(title, "三审稿", FIRST, Visibility.INTERNAL);
        for (String path : List.of("/drafts/compare", "/drafts/compare/document")) {
            for (String role : List.of("expert", "manager")) {
                pages.perform(get(path)
                                .param("before", id(second))
                                .param("after", id(internal))
                                .with(role(role)))
                        .andExpect(status().isNotFound());
                pages.perform(get(path)
                                .param("before", id(internal))
                                .param("after", id(second))
                                .with(role(role)))
                        .andExpect(status().isNotFound());
            }
        }
        pages.perform(get("/drafts/compare").with(role("manager")))
                .andExpect(content().string(not(containsString("value=\"" + id(internal) + "\""))));
        pages.perform(get("/drafts/compare").param("before", id(internal)).param("after", id(second)))
                .andExpect(content().string(containsString("内部草案：本页印有您的姓名")));
        try (XWPFDocument document = document(internal, second)) {
            assertThat(document.getHeaderList())
                    .anySatisfy(header -> assertThat(header.getText()).contains("内部草案"))
                    .allSatisfy(header -> assertThat(header._getHdrFtr().xmlText())
                            .contains("#e4e4e4")
                            .doesNotContain("\"black\""));
        }
        compared("show", "all").andExpect(content().string(not(containsString("watermark"))));
    }

    @Test
    void the_document_holds_the_table_with_words_struck_and_underlined() throws Exception {
        try (XWPFDocument document = document(first, second)) {
            String text = new XWPFWordExtractor(document).getText();
            assertThat(text).contains(title, "一审稿", "二审稿", "制表日期：2026年11月23日", "新增1条，删除0条，修改1条，移位1条", "移到第四条");
            XWPFTable table = document.getTables().get(0);
            List<XWPFRun> runs = table.getRows().stream()
                    .flatMap(row -> row.getTableCells().stream())
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .toList();
            assertThat(runs.stream().filter(XWPFRun::isStrikeThrough).map(XWPFRun::text))
                    .containsExactly("应当");
            assertThat(runs.stream()
                            .filter(run -> run.getUnderline() == UnderlinePatterns.SINGLE)
                            .map(XWPFRun::text))
                    .contains("可以", "新闻媒体应当开展反家庭暴力的公益宣传。");
        }
        pages.perform(get("/drafts/compare/document").param("before", id(first)).param("after", id(second)))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void an_office_suite_opens_the_document(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("compared.docx");
        Files.write(file, bytes(first, second));

        Path pdf = OfficeSuite.convert(List.of(file), "pdf", folder).await().get(0);

        try (PDDocument printed = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(printed).replaceAll("\\s", ""))
                    .contains("前后文本对照表", "移到第四条", "公益宣传");
        }
    }

    @Test
    void a_code_of_1260_articles_is_compared_in_bounded_time_and_size() throws Exception {
        String code = codeOfArticles(1260);
        DraftId long1 = confirmed(title + "典", "一审稿", code, Visibility.PUBLIC);
        DraftId long2 = confirmed(title + "典", "二审稿", code.replace("任何组织", "任何单位"), Visibility.PUBLIC);

        long began = System.nanoTime();
        String page = pages.perform(
                        get("/drafts/compare").param("before", id(long1)).param("after", id(long2)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        System.out.println("1260条全改：" + took.toMillis() + " ms，" + page.length() / 1024 + " K字符");
        assertThat(page).contains("修改1260条").contains("只列出有变化的条文").hasSizeLessThan(600_000);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        String last = pages.perform(get("/drafts/compare")
                        .param("before", id(long1))
                        .param("after", id(long2))
                        .param("page", "9"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(last).contains("第一千二百六十条").contains("id=\"c-1260\"");
    }

    /** Each article is about something else, and each says 任何组织 once. */
    private static String codeOfArticles(int count) {
        Random random = new Random(1260);
        StringBuilder code = new StringBuilder();
        for (int n = 1; n <= count; n++) {
            String subject = random.ints(40, '一', '一' + 2_000)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            code.append("第")
                    .append(ChineseNumber.write(n))
                    .append("条　")
                    .append(subject)
                    .append("，任何组织或者个人不得侵犯。\n有下列情形之一的，适用前款规定：\n（一）遵循自愿原则的；\n（二）法律另有规定的。\n");
        }
        return code.toString();
    }

    private void linked(int before, int after) {
        mappings.correct(new CorrectMapping(second, article(first, before), List.of(article(second, after))));
    }

    private ResultActions compared(String name, String value) throws Exception {
        return pages.perform(get("/drafts/compare")
                .param("before", id(first))
                .param("after", id(second))
                .param(name, value));
    }

    private XWPFDocument document(DraftId before, DraftId after) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(bytes(before, after)));
    }

    private byte[] bytes(DraftId before, DraftId after) throws Exception {
        return pages.perform(get("/drafts/compare/document")
                        .param("before", id(before))
                        .param("after", id(after)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private DraftId confirmed(String bill, String reading, String text, Visibility visibility) {
        DraftId draft = drafts.importDraft(
                new ImportDraft(bill, reading, bill, "a.txt", text.getBytes(StandardCharsets.UTF_8), visibility));
        drafts.confirm(new ConfirmStructure(draft));
        return draft;
    }

    private ClauseId article(DraftId draft, int n) {
        return drafts.clauses(draft).articles().get(n - 1).id();
    }

    private static String id(DraftId draft) {
        return String.valueOf(draft.value());
    }

    private static RequestPostProcessor role(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
