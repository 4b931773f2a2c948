package cn.zhengxun.draft.file;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every law is typed in lines of one width, as a PDF or an old mailer gives them, and must grow into the same tree. */
class WrappedLinesTest {
    private static final Path LAWS = Path.of("src/test/resources/laws");
    private static final String INDENT = "\u3000\u3000";
    private static final String MAY_NOT_BEGIN = "，。、；：！？）】》”’";
    private static final String MAY_NOT_END = "（【《“‘";

    private static final Map<String, List<String>> PARAGRAPHS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(LAWS)) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(").md") || f.toString().endsWith("条例.md"))
                    .toList()) {
                PARAGRAPHS.put(file.getFileName().toString(), paragraphs(Files.readString(file)));
            }
        }
        assertThat(PARAGRAPHS.keySet()).hasSize(27);
    }

    /** A chapter's title that is printed on two lines is one paragraph here. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (Line line : Line.of(text)) {
            int last = paragraphs.size() - 1;
            if (last >= 0
                    && paragraphs.get(last).matches("第.{1,3}章.*")
                    && !line.text().startsWith("第")) {
                paragraphs.set(last, paragraphs.get(last) + line.text());
            } else {
                paragraphs.add(line.text());
            }
        }
        return paragraphs;
    }

    /** How the typist breaks lines. */
    enum Breaking {
        /** After so many characters, whatever stands there. */
        NAIVE,
        /** As typesetting does: no comma begins a line, no bracket is left open at its end. */
        TYPESET
    }

    @ParameterizedTest
    @CsvSource({
        "20, NAIVE",
        "30, NAIVE",
        "38, NAIVE",
        "45, NAIVE",
        "20, TYPESET",
        "30, TYPESET",
        "38, TYPESET",
        "45, TYPESET"
    })
    void with_indents_or_blank_lines_every_tree_stays_the_same(int width, Breaking breaking) {
        List<String> different = new ArrayList<>();
        PARAGRAPHS.forEach((law, paragraphs) -> {
            ClauseTree expected = tree(paragraphs);
            for (boolean blankLines : new boolean[] {false, true}) {
                List<String> lines = new ArrayList<>();
                for (String paragraph : paragraphs) {
                    lines.addAll(broken((blankLines ? "" : INDENT) + paragraph, width, breaking));
                    if (blankLines) {
                        lines.add("");
                    }
                }
                if (!tree(WrappedLines.joined(lines)).equals(expected)) {
                    different.add(law
                            + (blankLines ? " blank lines: " : " indents: ")
                            + difference(expected, tree(WrappedLines.joined(lines))));
                }
            }
        });
        assertThat(different).isEmpty();
    }

    /** Without either, only a sentence that ends at the full width by chance may be taken for the paragraph's end. */
    @ParameterizedTest
    @CsvSource({
        "20, NAIVE",
        "30, NAIVE",
        "38, NAIVE",
        "45, NAIVE",
        "20, TYPESET",
        "30, TYPESET",
        "38, TYPESET",
        "45, TYPESET"
    })
    void without_them_only_a_sentence_that_ends_at_the_width_is_doubtful(int width, Breaking breaking) {
        int paragraphs = 0;
        int right = 0;
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> law : PARAGRAPHS.entrySet()) {
            List<String> lines = new ArrayList<>();
            law.getValue().forEach(paragraph -> lines.addAll(broken(paragraph, width, breaking)));
            Set<String> joined = new HashSet<>(WrappedLines.joined(lines));
            for (String paragraph : law.getValue()) {
                paragraphs++;
                if (joined.contains(paragraph)) {
                    right++;
                } else if (!doubtful(paragraph, width, breaking)) {
                    wrong.add(law.getKey() + " " + paragraph);
                }
            }
        }
        System.out.printf(
                "按%d字%s折行、无缩进：%d / %d 段还原（%.2f%%）%n", width, breaking, right, paragraphs, 100.0 * right / paragraphs);
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(paragraphs * 97 / 100);
    }

    private static boolean doubtful(String paragraph, int width, Breaking breaking) {
        List<String> lines = broken(paragraph, width, breaking);
        return lines.subList(0, lines.size() - 1).stream().anyMatch(line -> line.matches("(?s).*[。；：！？][”’」』）》]*"));
    }

    @Test
    void what_was_never_broken_stays_as_it_is() {
        PARAGRAPHS.forEach((law, paragraphs) ->
                assertThat(WrappedLines.joined(paragraphs)).as(law).isEqualTo(paragraphs));
    }

    private static ClauseTree tree(List<String> lines) {
        return ClauseParser.parse("草案.txt", Line.of(String.join("\n", lines))).tree();
    }

    private static String difference(ClauseTree expected, ClauseTree read) {
        Map<String, String> before = texts(expected);
        Map<String, String> after = texts(read);
        for (Map.Entry<String, String> one : before.entrySet()) {
            if (!one.getValue().equals(after.get(one.getKey()))) {
                return one.getKey() + " " + one.getValue() + " / " + after.get(one.getKey());
            }
        }
        return "more: " + after.size();
    }

    private static Map<String, String> texts(ClauseTree tree) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Clause clause : tree.clauses()) {
            texts.merge(clause.label(), clause.text(), (a, b) -> a + b);
        }
        return texts;
    }

    private static List<String> broken(String paragraph, int width, Breaking breaking) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String unit : units(paragraph, breaking)) {
            int needed = width(unit);
            if (used + needed > width * 2 && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(unit);
            used += needed;
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> units(String paragraph, Breaking breaking) {
        if (breaking == Breaking.NAIVE) {
            return Arrays.asList(paragraph.split(""));
        }
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            unit.append(c);
            boolean clings = i + 1 < paragraph.length()
                    && (MAY_NOT_BEGIN.indexOf(paragraph.charAt(i + 1)) >= 0
                            || MAY_NOT_END.indexOf(c) >= 0
                            || c < 0x7F
                                    && c != ' '
                                    && paragraph.charAt(i + 1) < 0x7F
                                    && paragraph.charAt(i + 1) != ' ');
            if (!clings) {
                units.add(unit.toString());
                unit.setLength(0);
            }
        }
        return units;
    }

    private static int width(String unit) {
        return unit.chars().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
}
