package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.ParsedDraft;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text as long as the Civil Code, from its bytes to its tree: under 5 s the first time, under 1 s once warm. */
class DraftSpeedTest {
    private static final int ARTICLES = 1_260;
    private static final List<String> LINES = DraftTexts.ofArticles(ARTICLES)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();

    @TempDir
    private Path folder;

    @Test
    void txt() {
        read("民法典.txt", String.join("\n", LINES).getBytes(Charset.forName("GB18030")));
    }

    @Test
    void html() {
        StringBuilder page = new StringBuilder("<html><head><meta charset=utf-8><title>民法典</title></head><body><div>");
        LINES.forEach(line ->
                page.append("<p><span style='font-size:16pt'>").append(line).append("</span></p>\n"));
        read("民法典.html", page.append("</div></body></html>").toString().getBytes(UTF_8));
    }

    @Test
    void docx() throws IOException {
        read("民法典.docx", DraftTexts.docx(LINES));
    }

    @Test
    void doc() throws Exception {
        Path docx = Files.write(folder.resolve("民法典.docx"), DraftTexts.docx(LINES));
        Path doc = OfficeSuite.convert(List.of(docx), "doc", folder).await().get(0);
        read("民法典.doc", Files.readAllBytes(doc));
    }

    @Test
    void pdf() throws Exception {
        Path docx = Files.write(folder.resolve("民法典.docx"), DraftTexts.docx(LINES));
        Path pdf = OfficeSuite.convert(List.of(docx), "pdf", folder).await().get(0);
        read("民法典.pdf", Files.readAllBytes(pdf));
    }

    private static void read(String name, byte[] content) {
        long first = millis(name, content);
        millis(name, content);
        long warm = Math.min(millis(name, content), millis(name, content));
        System.out.printf("%s，%d条，%d KB：首次 %d 毫秒，热 %d 毫秒%n", name, ARTICLES, content.length / 1024, first, warm);
        assertThat(first).isLessThan(5_000);
        assertThat(warm).isLessThan(1_000);
    }

    private static long millis(String name, byte[] content) {
        long begun = System.nanoTime();
        ParsedDraft draft = DraftReader.read(name, content);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertThat(draft.tree().articles()).hasSize(ARTICLES);
        return millis;
    }
}
