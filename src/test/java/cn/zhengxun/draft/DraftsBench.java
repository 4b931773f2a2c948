package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Mapping;
import cn.zhengxun.draft.correction.Split;
import cn.zhengxun.testing.OnPostgres;
import com.github.difflib.DiffUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What drafts cost, each beside a yardstick of the same run; bench/drafts.sh runs it, {@code mvn verify} does not. Text
 * of the Civil Code's size: 1,260 条, 6,302 clauses. Times are the first in this JVM, and the best of five after it.
 */
@OnPostgres
class DraftsBench {
    private static final int ARTICLES = 1_260;
    private static final List<String> LINES = DraftTexts.ofArticles(ARTICLES)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();

    @Autowired
    private Drafts drafts;

    @Autowired
    private Structures structures;

    @Autowired
    private JdbcTemplate db;

    @TempDir
    private Path folder;

    @Test
    void from_bytes_to_tree_beside_the_librarys_bare_text() throws Exception {
        byte[] txt = String.join("\n", LINES).getBytes(Charset.forName("GB18030"));
        measure(
                "txt → tree",
                () -> tree("民法典.txt", txt),
                "decoded and cut into lines",
                () -> new String(txt, Charset.forName("GB18030")).lines().toList());

        byte[] page = LINES.stream()
                .map(line -> "<p><span style='font-size:16pt'>" + line + "</span></p>\n")
                .reduce(new StringBuilder("<html><meta charset=utf-8><body><div>"), StringBuilder::append, (a, b) -> a)
                .append("</div></body></html>")
                .toString()
                .getBytes(UTF_8);
        measure(
                "html → tree",
                () -> tree("民法典.html", page),
                "jsoup's text",
                () -> Jsoup.parse(new ByteArrayInputStream(page), "UTF-8", "").wholeText());

        byte[] docx = DraftTexts.docx(LINES);
        measure("docx → tree", () -> tree("民法典.docx", docx), "POI's text", () -> {
            try (XWPFWordExtractor text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
                return text.getText();
            }
        });

        Path file = Files.write(folder.resolve("民法典.docx"), docx);
        byte[] doc = Files.readAllBytes(
                OfficeSuite.convert(List.of(file), "doc", folder).await().get(0));
        measure("doc → tree", () -> tree("民法典.doc", doc), "POI's text", () -> {
            try (WordExtractor text = new WordExtractor(new ByteArrayInputStream(doc))) {
                return text.getText();
            }
        });

        byte[] pdf = Files.readAllBytes(
                OfficeSuite.convert(List.of(file), "pdf", folder).await().get(0));
        measure("pdf → tree", () -> tree("民法典.pdf", pdf), "PDFBox's text", () -> {
            try (PDDocument text = Loader.loadPDF(pdf)) {
                return new PDFTextStripper().getText(text);
            }
        });
    }

    @Test
    void from_upload_to_stored_tree_beside_a_bare_insert_of_its_rows() {
        byte[] code = String.join("\n", LINES).getBytes(UTF_8);
        measure("upload → stored tree", () -> stored(code), "batch insert of as many rows", () -> {
            db.execute("CREATE TEMPORARY TABLE IF NOT EXISTS bare (position INTEGER, text TEXT)");
            return db.batchUpdate("INSERT INTO bare VALUES (?, ?)", LINES, 500, (row, line) -> {
                row.setInt(1, 1);
                row.setString(2, line);
            });
        });
    }

    @Test
    void a_split_in_the_first_of_all_clauses_beside_a_bare_update_of_their_positions() {
        DraftId draft = stored(String.join("\n", LINES).getBytes(UTF_8));
        ClauseTree read = drafts.clauses(draft);
        measure(
                "split in the first clause of " + read.clauses().size(),
                () -> split(draft),
                "UPDATE of all positions, twice",
                () -> {
                    db.update("UPDATE clause SET position = position + 100000 WHERE draft_id = ?", draft.value());
                    return db.update(
                            "UPDATE clause SET position = position - 100000 WHERE draft_id = ?", draft.value());
                });
    }

    @Test
    void two_drafts_compared_beside_a_plain_difference_of_their_lines() throws Exception {
        List<String> before = lines("立法法(2015-03-15).md", 3);
        List<String> after = lines("立法法(2023-03-13).md", 3);
        ClauseTree earlier = tree("前.txt", String.join("\n", before).getBytes(UTF_8));
        ClauseTree later = tree("后.txt", String.join("\n", after).getBytes(UTF_8));
        assertThat(earlier.articles()).hasSizeGreaterThanOrEqualTo(300);
        measure(
                "mapping " + earlier.articles().size() + " × "
                        + later.articles().size() + " 条",
                () -> Mapping.between(earlier, later),
                "difference of lines",
                () -> DiffUtils.diff(before, after));
    }

    private List<ClauseId> split(DraftId draft) {
        Clause first = drafts.clauses(draft).clauses().get(3);
        return structures.correct(new CorrectStructure(
                draft,
                structures.find(draft).version(),
                new Split(first.id(), first.text().length() - 1, null)));
    }

    /** The law several times over, numbered on, each time with words of its own, so that no two articles are alike. */
    private static List<String> lines(String law, int times) {
        ClauseTree tree =
                DraftReader.read(law, PromulgatedLaw.named(law).content()).tree();
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (int time = 1; time <= times; time++) {
            for (var article : tree.articles()) {
                number++;
                text.append("第").append(number).append("条 ");
                text.append(tree.fullText(article.id()).replace("法律", "第" + time + "类法律"))
                        .append('\n');
            }
        }
        return text.toString().lines().toList();
    }

    private DraftId stored(byte[] code) {
        return drafts.importDraft(
                new ImportDraft("民法典" + System.nanoTime(), "一审稿", "民法典", "民法典.txt", code, Visibility.PUBLIC));
    }

    private static ClauseTree tree(String name, byte[] content) {
        return DraftReader.read(name, content).tree();
    }

    private static void measure(String what, Callable<?> ours, String yardstick, Callable<?> theirs) {
        double first = millis(ours);
        millis(theirs);
        double best = best(ours);
        double bare = best(theirs);
        System.out.printf(
                "BENCH | %s | %.0f | %.0f | %s | %.0f | %.1f |%n", what, first, best, yardstick, bare, best / bare);
    }

    private static double best(Callable<?> work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            best = Math.min(best, millis(work));
        }
        return best;
    }

    private static double millis(Callable<?> work) {
        try {
            long begun = System.nanoTime();
            work.call();
            return (System.nanoTime() - begun) / 1e6;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
