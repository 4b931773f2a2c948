package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.zhengxun.draft.clause.ChineseNumber;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.file.DraftFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Reads the largest and the worst PDFs in a JVM of its own that has 512 MB, one after the other. */
class PdfMemoryTest {
    private static final int PATIENCE_IN_SECONDS = 180;

    @Test
    void the_largest_and_the_worst_are_read_within_512_megabytes() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PdfMemoryTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        System.out.println(told);
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(told.lines().filter(line -> line.contains(" MB，"))).hasSize(HostilePdf.values().length + 2);
        assertThat(told).doesNotContain("OutOfMemoryError");
    }

    /** Prints a line for each file: its size, the most of the heap that was in use, and what came of it. */
    public static void main(String[] none) {
        ((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
        read("四部民法典", withMuchText());
        read("大多是图片", withPicture());
        for (HostilePdf pdf : HostilePdf.values()) {
            read(pdf.name(), pdf.bytes());
        }
        System.exit(0);
    }

    private static void read(String name, byte[] content) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        String outcome;
        try {
            outcome = DraftReader.read(name + ".pdf", content).tree().articles().size() + "条";
        } catch (UnreadableDraft refused) {
            outcome = refused.getMessage() + (refused.getCause() instanceof Error error ? error : "");
        }
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf("%s，%d KB，堆最多 %d MB，%s%n", name, content.length >> 10, peak >> 20, outcome);
    }

    /** Four times the articles of the Civil Code. */
    private static byte[] withMuchText() {
        HandmadePdf pdf = HandmadePdf.a4();
        int article = 1;
        for (int page = 0; page < 420; page++) {
            pdf.page();
            for (int line = 0; line < 24; line += 2, article++) {
                String number = ChineseNumber.write(article);
                pdf.text(132, 740 - 28 * line, 16, "第" + number + "条　民事主体的人身权利、财产权利受法律保护");
                pdf.text(100, 712 - 28 * line, 16, "，任何组织或者个人不得侵犯。");
            }
        }
        return pdf.bytes();
    }

    /** A law behind a picture, which makes the file as large as may be. */
    private static byte[] withPicture() {
        byte[] picture = new byte[DraftFile.MOST_BYTES - 100_000];
        new Random(1).nextBytes(picture);
        String law = new String(HostilePdf.law().bytes(), ISO_8859_1);
        String object = new String(
                HandmadePdf.stream("/Subtype /Image /Width 3000 /Height 3460 /BitsPerComponent 8", picture),
                ISO_8859_1);
        return law.replaceFirst("4 0 obj\nnull", Matcher.quoteReplacement("4 0 obj\n" + object))
                .getBytes(ISO_8859_1);
    }
}
