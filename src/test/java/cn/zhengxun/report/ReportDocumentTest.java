package cn.zhengxun.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.collation.Decision;
import cn.zhengxun.collation.Grade;
import cn.zhengxun.collation.ReviewNote;
import cn.zhengxun.collation.Screening;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.consultation.Template;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.BillId;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class ReportDocumentTest {
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00+08:00");

    @Test
    void two_thousand_suggestions_stand_in_the_docx_once_each_and_in_the_annex_once_each() throws IOException {
        List<Entry> entries = IntStream.rangeClosed(1, 2000)
                .mapToObj(n -> entry(n, n % 40, n % 10 == 0 ? Grade.APPENDIX : Grade.GENERAL, "原话编号<" + n + ">到此为止"))
                .toList();
        ReportContent content = content(entries);

        Instant started = Instant.now();
        byte[] docx = ReportDocument.of(content);
        byte[] xlsx = ReportAnnex.of(content);
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(20));

        String text = text(docx);
        List<String> cells = originals(xlsx);
        assertThat(cells).hasSize(2000).doesNotHaveDuplicates();
        for (Entry entry : entries) {
            String original = entry.suggestion().original();
            assertThat(StringUtils.countMatches(text, original)).as(original).isEqualTo(1);
            assertThat(cells).contains(original);
        }
    }

    @Test
    void the_sections_follow_in_order_and_the_office_signs() throws IOException {
        ReportContent content = content(List.of(
                entry(1, 0, Grade.KEY, "总的看很好"),
                entry(2, 1, Grade.GENERAL, "第一条的话"),
                entry(3, 2, Grade.APPENDIX, "只作附录")));
        assertThat(text(ReportDocument.of(content)))
                .containsSubsequence(
                        "关于《反食品浪费法（草案）》征询意见情况的报告",
                        "全国人大常委会法制工作委员会：",
                        "一、基本情况",
                        "二、主要意见建议",
                        "（一）整体",
                        "总的看很好",
                        "（二）第一条",
                        "第一条的话",
                        "三、附录原话",
                        "只作附录",
                        "人民广场街道基层立法联系点",
                        "2026年11月23日");
    }

    @Test
    void without_any_opinion_it_is_a_valid_report_of_none() throws IOException {
        assertThat(text(ReportDocument.of(content(List.of()))))
                .contains("零意见报告", "未收到对该草案的意见建议")
                .doesNotContain("三、附录原话");
    }

    @Test
    void what_xml_cannot_hold_does_no_harm_and_lines_stay_lines() throws IOException {
        ReportContent content = content(List.of(entry(1, 1, Grade.GENERAL, "第一行\r\n第二行\u0000\u000b完")));
        assertThat(text(ReportDocument.of(content))).contains("第一行\n第二行完");
        assertThat(originals(ReportAnnex.of(content))).containsExactly("第一行\n第二行完");
    }

    @Test
    void a_cell_that_would_run_as_a_formula_is_defused() throws IOException {
        List<Entry> entries = List.of(
                entry(1, 1, Grade.GENERAL, "=HYPERLINK(\"http://x\")"),
                entry(2, 1, Grade.GENERAL, "+1 同意"),
                entry(3, 1, Grade.GENERAL, "不同意=不行"));
        assertThat(originals(ReportAnnex.of(content(entries))))
                .containsExactly("'=HYPERLINK(\"http://x\")", "'+1 同意", "不同意=不行");
    }

    @Test
    void the_preview_shows_the_same_paragraphs_as_the_file() throws IOException {
        byte[] docx = ReportDocument.of(content(List.of(entry(1, 1, Grade.KEY, "应当明示收费标准"))));
        List<ReportPreview.Block> blocks = ReportPreview.of(docx);
        assertThat(blocks.get(0).style()).isEqualTo(OfficialPaper.Style.TITLE);
        assertThat(blocks).filteredOn(b -> !b.rows().isEmpty()).hasSize(1);
        String shown = blocks.stream().map(ReportPreview.Block::text).collect(Collectors.joining("\n"));
        assertThat(shown).contains("“应当明示收费标准”").contains("合法性：有上位法依据");
    }

    @Test
    void headings_count_in_chinese() {
        assertThat(IntStream.of(1, 10, 11, 20, 35, 100, 105, 110, 1260).mapToObj(ReportDocument::chinese))
                .containsExactly("一", "十", "十一", "二十", "三十五", "一百", "一百零五", "一百一十", "一千二百六十");
    }

    static ReportContent content(List<Entry> entries) {
        List<ClauseSection> sections = new ArrayList<>();
        entries.stream()
                .filter(e -> e.grade() != Grade.APPENDIX)
                .collect(Collectors.groupingBy(
                        e -> e.suggestion().clauseLabel(), java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((label, theirs) -> sections.add(
                        new ClauseSection(label, theirs.get(0).suggestion().clauseText(), theirs)));
        List<Entry> appendix =
                entries.stream().filter(e -> e.grade() == Grade.APPENDIX).toList();
        int appended = appendix.size();
        ReportStatistics statistics = new ReportStatistics(
                entries.size(),
                0,
                entries.size() - appended,
                appended,
                0,
                0,
                entries.size(),
                60,
                40,
                Map.of("个人链接", entries.size()),
                Map.of("解放社区立法议事小院", entries.size()),
                Map.of("教师", entries.size()),
                Map.of("实质修改", entries.size()));
        return new ReportContent(
                consultation(),
                1,
                "人民广场街道基层立法联系点",
                LocalDate.of(2026, 11, 23),
                "按照贵单位来文要求，我联系点组织开展意见征询工作。现将征询意见情况报告如下。",
                statistics,
                sections,
                appendix,
                entries);
    }

    static Entry entry(int number, int article, Grade grade, String original) {
        SuggestionId id = new SuggestionId(number);
        Suggestion suggestion = new Suggestion(
                id,
                number,
                "R-" + number,
                number,
                new ConsultationNumber("2026-国-001"),
                article == 0 ? null : new ClauseId(article),
                article == 0 ? "整体" : "第" + ReportDocument.chinese(article) + "条",
                article == 0 ? "" : "餐饮服务经营者可以对参与“光盘行动”的消费者给予奖励；也可以对造成明显浪费的消费者收取处理厨余垃圾的相应费用。",
                SuggestionKind.SUBSTANCE,
                original,
                "收费标准应当明示。",
                "实践中标准不一，容易引起纠纷。",
                null,
                null,
                Channel.PERSONAL_LINK,
                false,
                "教师",
                THEN);
        Screening screening = new Screening(
                id,
                SuggestionKind.SUBSTANCE,
                Decision.FORWARD,
                "具体可行",
                "建议明确收费标准的公示义务。",
                null,
                "staff",
                THEN,
                "staff2",
                List.of());
        ReviewNote note = new ReviewNote(id, new ExpertId(1), grade, "有上位法依据", null, "可行", null);
        return new Entry(suggestion, screening, grade, "解放社区立法议事小院", 0, List.of(note));
    }

    private static Consultation consultation() {
        return new Consultation(
                new ConsultationNumber("2026-国-001"),
                "反食品浪费法（草案）",
                new BillId(1),
                new DraftId(1),
                Level.NATIONAL,
                "征求意见稿",
                "全国人大常委会法制工作委员会",
                LocalDate.of(2026, 11, 30),
                Visibility.PUBLIC,
                false,
                Template.NORMAL,
                null,
                Status.SUBMITTING,
                8,
                THEN,
                "staff",
                null,
                THEN,
                THEN,
                null,
                1,
                null,
                null,
                null,
                null);
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText();
        }
    }

    private static List<String> originals(byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            return rows.stream().skip(1).map(row -> row.getCellText(3)).toList();
        }
    }
}
