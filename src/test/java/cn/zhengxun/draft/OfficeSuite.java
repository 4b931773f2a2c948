package cn.zhengxun.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * LibreOffice, which turns files of tests into other formats. Without it the tests that need it are skipped, or fail
 * where ZHENGXUN_OFFICE_SUITE=required.
 */
final class OfficeSuite {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/soffice"),
            Path.of("/usr/lib/libreoffice/program/soffice"),
            Path.of("/usr/bin/libreoffice"));
    private static final int PATIENCE_IN_SECONDS = 240;

    private OfficeSuite() {}

    /** A conversion under way; each has a profile of its own, so that two do not wait for each other. */
    record Run(Process process, String format, List<Path> files, Path results, Path log) {

        /** @return the converted files in the order of those given */
        List<Path> await() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("LibreOffice 没有在" + PATIENCE_IN_SECONDS + "秒内转换完。");
            }
            List<Path> made = new ArrayList<>();
            for (Path file : files) {
                String name = file.getFileName().toString();
                Path result = results.resolve(name.substring(0, name.lastIndexOf('.')) + "." + format);
                if (!Files.exists(result)) {
                    throw new AssertionError("LibreOffice 没有生成" + result + "：" + Files.readString(log));
                }
                made.add(result);
            }
            return made;
        }
    }

    /** Skips the calling test, with the reason printed, where there is no LibreOffice and none is required. */
    static Run convert(List<Path> files, String format, Path folder) throws IOException {
        Path soffice = PLACES.stream().filter(Files::isExecutable).findFirst().orElseGet(OfficeSuite::missing);
        Path results = Files.createDirectories(folder.resolve(format));
        Path log = folder.resolve(format + ".log");
        List<String> command = Stream.concat(
                        Stream.of(
                                soffice.toString(),
                                "-env:UserInstallation="
                                        + folder.resolve("profile-" + format).toUri(),
                                "--headless",
                                "--norestore",
                                "--convert-to",
                                format,
                                "--outdir",
                                results.toString()),
                        files.stream().map(Path::toString))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Run(process, format, files, results, log);
    }

    private static Path missing() {
        String reason = "没有找到 LibreOffice（" + PLACES + "），doc 和 pdf 的转换测试没有运行。请安装 libreoffice-writer-nogui 后再试。";
        if ("required".equals(System.getenv("ZHENGXUN_OFFICE_SUITE"))) {
            throw new AssertionError(reason);
        }
        System.out.println(reason);
        return Assumptions.abort(reason);
    }
}
