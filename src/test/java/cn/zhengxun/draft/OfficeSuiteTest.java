package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.ParsedDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the 27 texts in every format that an office sends, read back and compared word by word with its Markdown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeSuiteTest {
    private static final Path HAND_COUNTS = Path.of("src/test/resources/laws/by-hand.csv");
    private static final Path HAND_COUNTED_DIVISIONS = Path.of("src/test/resources/laws/by-hand-divisions.csv");

    @TempDir
    private static Path folder;

    private final Map<PromulgatedLaw, LawText> laws = new LinkedHashMap<>();
    private final FormatReport report = new FormatReport();
    private Map<OfficeFormat, List<Path>> converted;

    OfficeSuiteTest() {
        PromulgatedLaw.all().forEach(law -> laws.put(law, LawText.of(law)));
    }

    @AfterAll
    void writeReport() throws IOException {
        System.out.println(report.write() + " 已写好");
    }

    @Test
    void the_texts_to_compare_with_have_the_counts_known() {
        laws.forEach((law, text) -> {
            List<String> shape = text.articles().stream()
                    .map(article -> String.join(
                            "+",
                            article.stream()
                                    .map(paragraph ->
                                            String.valueOf(paragraph.items().size()))
                                    .toList()))
                    .toList();
            assertThat(String.join(" ", shape)).as(law.file()).isEqualTo(law.shape());
            assertThat(text.divisions()).as(law.file()).hasSize(law.chapters() + law.sections());
        });
        assertThat(laws).hasSize(27);
    }

    /** The judgement calls named in by-hand.csv were decided alike in both tables, so nothing at all may differ. */
    @Test
    void the_counts_known_are_those_that_a_reader_counted() throws IOException {
        Map<String, PromulgatedLaw> byName = new HashMap<>();
        laws.keySet().forEach(law -> byName.put(law.file(), law));
        Map<String, Integer> articles = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        for (String row : rows(HAND_COUNTS)) {
            String[] cells = row.split(",", 5);
            String known = byName.get(cells[0]).shape().split(" ")[Integer.parseInt(cells[1]) - 1];
            String counted = cells[3];
            if (!known.equals(counted) || known.split("\\+").length != Integer.parseInt(cells[2])) {
                differences.add("%s第%s条 读者 %s 程序 %s".formatted(cells[0], cells[1], counted, known));
            }
            articles.merge(cells[0], 1, Integer::sum);
        }
        for (String row : rows(HAND_COUNTED_DIVISIONS)) {
            String[] cells = row.split(",");
            PromulgatedLaw law = byName.get(cells[0]);
            if (!row.equals("%s,%d,%d,%d".formatted(law.file(), law.chapters(), law.sections(), law.articles()))) {
                differences.add(row);
            }
            assertThat(articles).containsEntry(law.file(), law.articles());
        }
        assertThat(differences).isEmpty();
        assertThat(articles).hasSizeGreaterThanOrEqualTo(8);
    }

    private static List<String> rows(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        return lines.subList(1, lines.size());
    }

    @ParameterizedTest
    @EnumSource(OfficeFormat.class)
    void every_article_is_found_with_its_words(OfficeFormat format) throws Exception {
        List<Path> files = format.isConverted() ? converted().get(format) : typed(format);
        List<FormatScore> scores = new ArrayList<>();
        int next = 0;
        for (Map.Entry<PromulgatedLaw, LawText> law : laws.entrySet()) {
            scores.add(score(law.getKey(), law.getValue(), files.get(next++)));
        }
        report.add(format, scores);

        FormatScore sum = FormatReport.sum(scores);
        String faults = String.join(
                "\n",
                scores.stream()
                        .flatMap(s -> s.faults().stream().map(f -> s.law() + f))
                        .toList());
        assertThat(scores)
                .allSatisfy(score ->
                        assertThat(score.articles().share()).as(score.law()).isEqualTo(1));
        assertThat(sum.divisions().share()).as(faults).isEqualTo(1);
        assertThat(sum.paragraphs().share()).as(faults).isGreaterThanOrEqualTo(0.99);
        assertThat(sum.items().share()).as(faults).isGreaterThanOrEqualTo(0.99);
        assertThat(sum.surplus()).as(faults).isZero();
    }

    private static FormatScore score(PromulgatedLaw law, LawText text, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        long begun = System.nanoTime();
        ParsedDraft draft = DraftReader.read(file.getFileName().toString(), content);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertThat(draft.title()).as(law.file()).isEqualTo(text.title());
        return FormatScore.of(law.file().replace(".md", ""), text, draft.tree(), millis);
    }

    private List<Path> typed(OfficeFormat format) throws IOException {
        Path place = Files.createDirectories(folder.resolve(format.name()));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<PromulgatedLaw, LawText> law : laws.entrySet()) {
            String name = law.getKey().file().replace(".md", "-" + format.name() + "." + format.ending());
            files.add(Files.write(place.resolve(name), format.type(law.getValue())));
        }
        return files;
    }

    /** Every law in every format that only an office suite makes; one run for all files of a kind. */
    private Map<OfficeFormat, List<Path>> converted() throws Exception {
        if (converted == null) {
            List<Path> origins = new ArrayList<>(typed(OfficeFormat.DOCX_TYPED));
            origins.addAll(typed(OfficeFormat.DOCX_AUTOMATIC));
            List<OfficeSuite.Run> runs =
                    List.of(OfficeSuite.convert(origins, "doc", folder), OfficeSuite.convert(origins, "pdf", folder));
            Map<OfficeFormat, List<Path>> made = new HashMap<>();
            for (OfficeSuite.Run run : runs) {
                List<Path> results = run.await();
                for (OfficeFormat format : OfficeFormat.values()) {
                    if (format.isConverted() && format.ending().equals(run.format())) {
                        int from = format.origin() == OfficeFormat.DOCX_TYPED ? 0 : laws.size();
                        made.put(format, results.subList(from, from + laws.size()));
                    }
                }
            }
            converted = made;
        }
        return converted;
    }
}
