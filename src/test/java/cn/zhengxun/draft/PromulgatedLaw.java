package cn.zhengxun.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One of the 27 texts under laws/ and what was counted in it independently (laws/count.py). */
record PromulgatedLaw(String file, int chapters, int sections, int articles, int paragraphs, int items, String shape) {
    private static final Path FOLDER = Path.of("src/test/resources/laws");

    static Stream<PromulgatedLaw> all() {
        return lines().stream().skip(1).map(line -> {
            String[] cells = line.split(",");
            return new PromulgatedLaw(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]),
                    cells[6]);
        });
    }

    static PromulgatedLaw named(String beginning) {
        return all().filter(law -> law.file().startsWith(beginning)).findFirst().orElseThrow();
    }

    byte[] content() {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String text() {
        return new String(content(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return file;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FOLDER.resolve("expected.csv"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
