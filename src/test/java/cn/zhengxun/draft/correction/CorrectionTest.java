package cn.zhengxun.draft.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.kernel.RuleViolation;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a badly read text is put right, as a reader of the text would do it. */
class CorrectionTest {

    @Test
    void an_article_hidden_in_a_line_begins_where_it_is_split_off() {
        Proof read = read("第一条 甲。第二条 乙：", "（一）丙；", "丁。", "第三条 戊。");

        Proof right = read.after(new Split(id(read, "甲"), at(read, "第二条"), null), fresh());

        assertThat(outline(right)).containsExactly("第一条 甲。", "第二条第一款 乙：", "第二条第一款第（一）项 丙；", "第二条第二款 丁。", "第三条 戊。");
        assertThat(right.tree().articles()).extracting(Clause::number).containsExactly("1", "2", "3");
        assertThat(right.tree().find(id(read, "丁"))).isPresent();
    }

    @Test
    void items_run_together_in_a_line_are_split_off_one_by_one() {
        Proof read = read("第一条 应当（一）甲；（二）乙。", "第二条 丙。");

        Proof once = read.after(new Split(id(read, "甲"), at(read, "（一）"), null), fresh(1));
        Proof right = once.after(new Split(id(once, "乙"), at(once, "（二）"), null), fresh(2));

        assertThat(outline(right)).containsExactly("第一条 应当", "第一条第（一）项 甲；", "第一条第（二）项 乙。", "第二条 丙。");
    }

    @Test
    void a_citation_that_was_taken_for_an_article_goes_back_to_the_text() {
        Proof read = read("第一条 依照", "第二条 论处。", "第三条 丙。");

        Proof right = read.after(new Join(article(read, "2")), fresh());

        assertThat(outline(right)).containsExactly("第一条 依照第二条论处。", "第三条 丙。");
    }

    @Test
    void an_article_made_a_paragraph_keeps_its_number_as_words() {
        Proof read = read("第一条 甲。", "第二条 列举：", "（一）乙。", "丙。", "第三条 丁。");

        Proof right = read.after(new Retype(article(read, "2"), ClauseKind.PARAGRAPH), fresh());

        assertThat(outline(right))
                .containsExactly("第一条第一款 甲。", "第一条第二款 第二条列举：", "第一条第二款第（一）项 乙。", "第一条第三款 丙。", "第三条 丁。");
        Proof back = right.after(new Retype(article(read, "2"), ClauseKind.ARTICLE), fresh());
        assertThat(outline(back)).isEqualTo(outline(read));
    }

    @Test
    void a_paragraph_made_a_chapter_takes_what_follows_under_it() {
        Proof read = read("第一章 总则", "第一条 甲。", "第二章 监督与管理的职责、措施和程序、责任：", "第二条 乙。", "第三条 丙。");
        Clause heading = clause(read, "监督");
        assertThat(heading.kind()).as("the parser takes it for text").isEqualTo(ClauseKind.PARAGRAPH);

        Proof right = read.after(new Retype(heading.id(), ClauseKind.CHAPTER), fresh());

        assertThat(right.tree().children(heading.id()))
                .extracting(Clause::label)
                .containsExactly("第二条", "第三条");
        assertThat(right.tree().find(heading.id()).orElseThrow().label()).isEqualTo("第二章 监督与管理的职责、措施和程序、责任：");
        assertThat(right.tree().find(heading.id()).orElseThrow().number()).isEqualTo("2");
    }

    @Test
    void a_page_number_is_set_apart_and_the_sentence_joined_again() {
        Proof read = read("第一条 前半句", "12", "后半句。");

        Proof noted = read.after(new Retype(id(read, "12"), ClauseKind.NOTE), fresh());
        Proof right = noted.after(new Join(id(noted, "后半")), fresh());

        assertThat(clause(right, "前半").text()).isEqualTo("前半句后半句。");
        assertThat(clause(right, "12").kind()).isEqualTo(ClauseKind.NOTE);
    }

    @Test
    void a_paragraph_without_a_printed_number_becomes_an_item_that_counts_on() {
        Proof read = read("第一条 应当：", "（一）甲；", "乙。", "第二条 丙。");

        Proof right = read.after(new Retype(id(read, "乙"), ClauseKind.ITEM), fresh());

        assertThat(outline(right)).containsExactly("第一条 应当：", "第一条第（一）项 甲；", "第一条第（二）项 乙。", "第二条 丙。");
        Proof back = right.after(new Retype(id(read, "乙"), ClauseKind.PARAGRAPH), fresh());
        assertThat(back).as("a number that was never printed leaves no trace").isEqualTo(read);
    }

    @Test
    void points_move_up_when_their_item_is_gone() {
        Proof read = read("第一条 应当：", "（一）甲：", "1.丙；", "2.丁；", "（二）乙。");

        Proof right = read.after(new Retype(id(read, "甲"), ClauseKind.PARAGRAPH), fresh());

        assertThat(outline(right))
                .containsExactly("第一条第一款 应当：", "第一条第二款 （一）甲：", "第一条第二款第1项 丙；", "第一条第二款第2项 丁；", "第一条第二款第（二）项 乙。");
    }

    @Test
    void numbers_that_follow_are_moved_on_until_they_begin_anew() {
        Proof read = read("第一章 甲", "第一条 甲。", "第三条 乙。", "第四条 丙。", "第四条之一 丁。", "第五条 戊。");

        Proof right = read.after(new Renumber(article(read, "3"), "第二条", true), fresh());

        assertThat(right.tree().articles()).extracting(Clause::number).containsExactly("1", "2", "3", "3-1", "4");
        assertThat(right.words()).as("the words say what is printed").isEqualTo(read.words());
        assertThat(read.after(new Renumber(article(read, "3"), "2", false), fresh())
                        .tree()
                        .articles())
                .extracting(Clause::number)
                .containsExactly("1", "2", "4", "4-1", "5");
    }

    @Test
    void a_title_is_spaced_cut_or_continued_with_words_of_the_draft_only() {
        Proof read = read("第一章 总 则", "第一条 甲。");
        ClauseId chapter = read.tree().clauses().get(0).id();

        assertThat(label(read.after(new Retitle(chapter, "总 则"), fresh()), chapter))
                .isEqualTo("第一章 总 则");
        Proof cut = read.after(new Retitle(chapter, "总"), fresh());
        assertThat(outline(cut)).containsExactly("第一章 总 总", "第一章 总第一段 则", "第一条 甲。");
        assertThat(label(cut.after(new Retitle(chapter, "总则"), fresh(5)), chapter))
                .isEqualTo("第一章 总则");
        assertThatThrownBy(() -> read.after(new Retitle(chapter, "总则和附则"), fresh()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("原有的文字");
    }

    @Test
    void what_cannot_be_is_refused_with_what_to_do() {
        Proof read = read("第一章 总则", "第一条 甲：", "（一）乙。");
        ClauseId chapter = read.tree().clauses().get(0).id();
        ClauseId first = id(read, "甲");

        for (Correction impossible : List.of(
                new Split(first, 0, null),
                new Split(first, 99, null),
                new Join(chapter),
                new Join(first),
                new Join(article(read, "1")),
                new Retype(first, ClauseKind.ITEM),
                new Retype(first, ClauseKind.PARAGRAPH),
                new Retype(id(read, "乙"), ClauseKind.SUBITEM),
                new Renumber(first, "2", false),
                new Renumber(chapter, "甲", false),
                new Renumber(chapter, "1", false),
                new Retitle(first, "甲"),
                new Join(new ClauseId(77)))) {
            assertThatThrownBy(() -> read.after(impossible, fresh()))
                    .as(impossible.toString())
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageMatching("[^a-zA-Z]*。");
        }
    }

    @Test
    void a_code_of_five_thousand_clauses_is_corrected_like_any_other() {
        String[] lines = LongStream.rangeClosed(1, 1260)
                .boxed()
                .flatMap(n -> List.of("第" + n + "条 甲乙丙，应当：", "（一）丁；", "（二）戊。").stream())
                .toArray(String[]::new);
        Proof read = read(lines);
        Correction split = new Split(read.tree().clauses().get(1).id(), 4, null);

        Proof right = read.after(split, fresh());

        assertThat(right.tree().clauses()).hasSize(5041);
    }

    private static Proof read(String... lines) {
        return Proof.of(
                ClauseParser.parse("草案.txt", Line.of(String.join("\n", lines))).tree());
    }

    private static Iterator<ClauseId> fresh() {
        return fresh(1);
    }

    private static Iterator<ClauseId> fresh(int hundred) {
        return LongStream.range(hundred * 100_000L, hundred * 100_000L + 9)
                .mapToObj(ClauseId::new)
                .iterator();
    }

    private static Clause clause(Proof proof, String words) {
        return proof.tree().clauses().stream()
                .filter(clause -> clause.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static ClauseId id(Proof proof, String words) {
        return clause(proof, words).id();
    }

    private static int at(Proof proof, String words) {
        return clause(proof, words).text().indexOf(words);
    }

    private static ClauseId article(Proof proof, String number) {
        return proof.tree().articles().stream()
                .filter(article -> article.number().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String label(Proof proof, ClauseId id) {
        return proof.tree().find(id).orElseThrow().label();
    }

    /** The clauses that hold words, each as cited. */
    private static List<String> outline(Proof proof) {
        return proof.tree().clauses().stream()
                .filter(clause -> clause.kind() != ClauseKind.ARTICLE)
                .map(clause -> clause.label() + " " + clause.text())
                .toList();
    }
}
