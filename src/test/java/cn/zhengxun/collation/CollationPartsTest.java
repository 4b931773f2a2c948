package cn.zhengxun.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** What needs no database: grades, commands, the words two suggestions share, the sheet. */
class CollationPartsTest {
    private static final ConsultationNumber NUMBER = new ConsultationNumber("2026-国-003");

    @Test
    void the_settled_grade_is_the_highest_that_half_of_the_experts_gave_or_exceeded() {
        assertThat(Grade.settled(List.of())).isEqualTo(Grade.GENERAL);
        assertThat(Grade.settled(List.of(Grade.APPENDIX))).isEqualTo(Grade.APPENDIX);
        assertThat(Grade.settled(List.of(Grade.APPENDIX, Grade.KEY))).isEqualTo(Grade.KEY);
        assertThat(Grade.settled(List.of(Grade.APPENDIX, Grade.KEY, Grade.GENERAL)))
                .isEqualTo(Grade.GENERAL);
        assertThat(Grade.settled(List.of(Grade.APPENDIX, Grade.KEY, Grade.APPENDIX)))
                .isEqualTo(Grade.APPENDIX);
        assertThat(Grade.settled(List.of(Grade.APPENDIX, Grade.KEY, Grade.KEY, Grade.APPENDIX)))
                .isEqualTo(Grade.KEY);
    }

    @Test
    void every_decision_wants_a_reason_and_a_transfer_wants_a_body() {
        assertThat(faults(Decision.HOLD, " ", null)).containsExactly("reason");
        assertThat(faults(Decision.OUT_OF_SCOPE, "信访事项", " ")).containsExactly("routedTo");
        assertThat(faults(null, "", null)).containsExactly("decision", "reason");
    }

    private static List<String> faults(Decision decision, String reason, String routedTo) {
        InvalidCommand invalid = catchThrowableOfType(
                InvalidCommand.class,
                () -> new ScreenSuggestion(
                        NUMBER,
                        new SuggestionId(1),
                        null,
                        SuggestionKind.OTHER,
                        decision,
                        reason,
                        null,
                        routedTo,
                        null));
        return invalid.faults().stream().map(InvalidCommand.Fault::field).toList();
    }

    @Test
    void what_a_decision_does_not_need_is_not_kept() {
        ScreenSuggestion command = new ScreenSuggestion(
                NUMBER,
                new SuggestionId(1),
                null,
                SuggestionKind.OTHER,
                Decision.FORWARD,
                " 具体 ",
                "  ",
                "街道信访办公室",
                "提示标识");

        assertThat(command.reason()).isEqualTo("具体");
        assertThat(command.normalised()).isNull();
        assertThat(command.routedTo()).isNull();
        assertThat(command.groupTitle()).isNull();
    }

    @Test
    void a_note_is_a_grade_or_a_recusal_and_never_both_or_neither() {
        InvalidCommand invalid = catchThrowableOfType(
                InvalidCommand.class,
                () -> new NoteSuggestions(
                        NUMBER,
                        List.of(
                                new NoteSuggestions.Note(new SuggestionId(1), null, false, "合法", null, null, null),
                                new NoteSuggestions.Note(
                                        new SuggestionId(2), Grade.KEY, true, null, null, null, null))));
        assertThat(invalid.faults())
                .extracting(InvalidCommand.Fault::field)
                .containsExactly("notes[0].grade", "notes[1].grade");
    }

    @Test
    void a_note_too_long_is_named_with_its_place() {
        InvalidCommand invalid = catchThrowableOfType(
                InvalidCommand.class,
                () -> new NoteSuggestions(
                        NUMBER,
                        List.of(
                                new NoteSuggestions.Note(new SuggestionId(1), Grade.KEY, false, "合法", null, null, null),
                                new NoteSuggestions.Note(
                                        new SuggestionId(2), Grade.KEY, false, null, null, "长".repeat(1001), null))));
        assertThat(invalid.faults())
                .containsExactly(new InvalidCommand.Fault("notes[1].feasibility", "可行性意见不能超过1000个字。"));
    }

    @Test
    void the_words_two_suggestions_share_are_marked() {
        List<AlikeWords.Fragment> fragments = AlikeWords.compare("建议张贴反对浪费的标识", "请在门口张贴反对浪费的提示");

        assertThat(fragments.stream().map(AlikeWords.Fragment::text).collect(Collectors.joining()))
                .isEqualTo("请在门口张贴反对浪费的提示");
        assertThat(fragments)
                .filteredOn(AlikeWords.Fragment::shared)
                .extracting(AlikeWords.Fragment::text)
                .containsExactly("张贴反对浪费的");
    }

    @Test
    void nothing_in_the_sheet_is_taken_for_a_formula() throws IOException {
        TableRow row = new TableRow(
                7, "第七条", "条文", "=HYPERLINK(\"http://x\")", "+1", "-1", 3, "@居民", "扫码", "\t小院", "", "", "一般＝");

        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(CollationSheet.write(List.of(row), null)))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            Row line = rows.get(1);
            assertThat(line.getCellAsNumber(0).orElseThrow().intValue()).isEqualTo(7);
            assertThat(line.getCellText(3)).isEqualTo("'=HYPERLINK(\"http://x\")");
            assertThat(line.getCellText(4)).isEqualTo("'+1");
            assertThat(line.getCellText(5)).isEqualTo("'-1");
            assertThat(line.getCellAsNumber(6).orElseThrow().intValue()).isEqualTo(3);
            assertThat(line.getCellText(7)).isEqualTo("'@居民");
            assertThat(line.getCellText(9)).startsWith("'");
            assertThat(line.getCellText(12)).isEqualTo("一般＝");
        }
    }

    @Test
    void a_cell_too_long_for_a_spreadsheet_is_cut_and_says_so() {
        assertThat(CollationSheet.plain("长".repeat(40_000)))
                .hasSizeLessThan(32_767)
                .endsWith("……（全文见系统）");
    }
}
