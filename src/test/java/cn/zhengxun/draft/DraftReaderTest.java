package cn.zhengxun.draft;

import static cn.zhengxun.draft.clause.ClauseKind.ARTICLE;
import static cn.zhengxun.draft.clause.ClauseKind.CHAPTER;
import static cn.zhengxun.draft.clause.ClauseKind.ITEM;
import static cn.zhengxun.draft.clause.ClauseKind.PARAGRAPH;
import static cn.zhengxun.draft.clause.ClauseKind.SECTION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.ParsedDraft;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftReaderTest {

    static Stream<PromulgatedLaw> laws() {
        return PromulgatedLaw.all();
    }

    @Test
    void all_twenty_seven_texts_are_examined() {
        assertThat(laws()).hasSize(27);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_article_stands_in_order_with_its_paragraphs_and_items(PromulgatedLaw law) {
        ParsedDraft draft = DraftReader.read(law.file(), law.content());

        assertThat(law.text()).startsWith("# " + draft.title() + "\n");
        assertThat(draft.tree().articles())
                .extracting(Clause::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, law.articles())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(shape(draft.tree())).isEqualTo(law.shape());
        Map<ClauseKind, Long> counts = counts(draft.tree());
        assertThat(counts.getOrDefault(CHAPTER, 0L)).isEqualTo(law.chapters());
        assertThat(counts.getOrDefault(SECTION, 0L)).isEqualTo(law.sections());
        assertThat(counts.getOrDefault(PARAGRAPH, 0L)).isEqualTo(law.paragraphs());
        assertThat(counts.getOrDefault(ITEM, 0L)).isEqualTo(law.items());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void no_word_of_the_text_is_lost_or_moved(PromulgatedLaw law) {
        ClauseTree tree = DraftReader.read(law.file(), law.content()).tree();

        StringBuilder printed = new StringBuilder();
        for (Clause clause : tree.clauses()) {
            if (!clause.isBeside()) {
                printed.append(clause.kind() == ARTICLE ? clause.label() : clause.printed());
            }
        }
        String text = law.text();
        String body = text.substring(text.indexOf(law.chapters() > 0 ? "第一章" : "第一条"));
        assertThat(unspaced(printed.toString())).isEqualTo(unspaced(body));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void a_word_document_of_the_same_text_gives_the_same_tree(PromulgatedLaw law) throws IOException {
        List<String> paragraphs = law.text()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                .map(line -> line.replaceFirst("^#+ ", ""))
                .toList();

        assertThat(DraftReader.read("草案.docx", DraftTexts.docx(paragraphs)).tree())
                .isEqualTo(DraftReader.read(law.file(), law.content()).tree());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void the_encodings_of_chinese_offices_give_the_same_tree(PromulgatedLaw law) {
        ParsedDraft expected = DraftReader.read(law.file(), law.content());

        for (Charset charset : List.of(Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            assertThat(DraftReader.read(law.file(), law.text().getBytes(charset)))
                    .as(charset.name())
                    .isEqualTo(expected);
        }
        byte[] marked = ("\uFEFF" + law.text().replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        assertThat(DraftReader.read(law.file(), marked)).isEqualTo(expected);
    }

    @Test
    void the_civil_code_s_size_is_read_to_its_last_article() {
        byte[] code = DraftTexts.ofArticles(1260).getBytes(StandardCharsets.UTF_8);
        ParsedDraft draft = DraftReader.read("民法典.txt", code);

        assertThat(draft.tree().articles()).hasSize(1260).last().satisfies(last -> {
            assertThat(last.number()).isEqualTo("1260");
            assertThat(last.label()).isEqualTo("第一千二百六十条");
        });
    }

    private static String shape(ClauseTree tree) {
        Map<ClauseId, List<Clause>> below = tree.clauses().stream()
                .filter(clause -> clause.parent() != null)
                .collect(Collectors.groupingBy(Clause::parent));
        List<String> articles = new ArrayList<>();
        for (Clause article : tree.articles()) {
            articles.add(below.get(article.id()).stream()
                    .map(paragraph -> below.getOrDefault(paragraph.id(), List.of()))
                    .map(items -> String.valueOf(items.size()))
                    .collect(Collectors.joining("+")));
        }
        return String.join(" ", articles);
    }

    private static Map<ClauseKind, Long> counts(ClauseTree tree) {
        return tree.clauses().stream()
                .map(Clause::kind)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s\\p{Zs}#]", "");
    }
}
