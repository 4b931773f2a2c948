package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.file.DraftFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest files of every kind, read one after the other by a process that has 512 MB in all for its objects. */
class FileMemoryTest {
    private static final int INFLATED = 39 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void the_largest_files_are_read_or_refused_within_512_MB() throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FileMemoryTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String lines = Files.readString(said);
        System.out.println(
                lines.lines().filter(line -> line.startsWith("读 ")).reduce("", (all, line) -> all + line + "\n"));
        assertThat(process.exitValue()).as(lines).isZero();
        assertThat(lines).doesNotContain("OutOfMemoryError", "过于庞大");
        assertThat(lines.lines().filter(line -> line.startsWith("读 ")))
                .hasSameSizeAs(largest().keySet());
    }

    /** Reads them all; whatever is thrown but an UnreadableDraft ends the process with a failure. */
    public static void main(String[] none) throws IOException {
        for (Map.Entry<String, Maker> file : largest().entrySet()) {
            byte[] content = file.getValue().make();
            long begun = System.nanoTime();
            String result;
            try {
                result = DraftFile.lines(file.getKey(), content).size() + " 行";
            } catch (UnreadableDraft refused) {
                result = refused.getMessage();
            }
            System.out.printf(
                    "读 %s，%d KB：%d 毫秒，%s%n",
                    file.getKey(), content.length / 1024, (System.nanoTime() - begun) / 1_000_000, result);
        }
    }

    private interface Maker {
        byte[] make() throws IOException;
    }

    private static Map<String, Maker> largest() {
        int most = DraftFile.MOST_BYTES;
        String word = "<w:document xmlns:w=\"urn:w\">";
        Map<String, Maker> files = new LinkedHashMap<>();
        files.put("一行.txt", () -> filled("", "法", most).getBytes(UTF_8));
        files.put("短行.txt", () -> filled("", "a\n", most).getBytes(UTF_8));
        files.put(
                "长行.txt", () -> filled("", "第一条 " + "法".repeat(80) + "\n", most).getBytes(UTF_8));
        files.put("字.html", () -> filled("<html>", "第一条 甲。", most).getBytes(UTF_8));
        files.put(
                "属性.html",
                () -> filled("<html>", "<p a1 a2 a3 a4 a5 a6 a7 a8 a9>", most).getBytes(UTF_8));
        files.put("段.docx", () -> docx(filled(word, "<w:p><w:r><w:t>第一条 甲。</w:t></w:r></w:p>", INFLATED)));
        files.put("层.docx", () -> docx(filled(word, "<w:p>", INFLATED)));
        files.put("字.docx", () -> docx(filled(word + "<w:p><w:r><w:t>", "法", INFLATED)));
        files.put(
                "补足.doc",
                () -> Arrays.copyOf(Files.readAllBytes(Path.of("src/test/resources/drafts/word-97.doc")), most));
        return files;
    }

    private static String filled(String beginning, String piece, int bytes) {
        return beginning + piece.repeat((bytes - beginning.length()) / piece.getBytes(UTF_8).length);
    }

    private static byte[] docx(String document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(document.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
