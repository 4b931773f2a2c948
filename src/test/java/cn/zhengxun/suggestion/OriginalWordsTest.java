package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 原话 never change: no statement anywhere in the product updates or deletes them, but the one by which the law erases a person. */
class OriginalWordsTest {
    private static final Pattern CHANGES = Pattern.compile(
            "(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into|alter\\s+table|drop\\s+table)\\s+\"?suggestion_words\\b",
            Pattern.CASE_INSENSITIVE);

    /** In one file, once: what people wrote about themselves is blackened when they are erased. */
    private static final String LAWFUL =
            "UPDATE suggestion_words SET original = ?, proposed = ?, reason = ? WHERE suggestion_id = ?";

    @Test
    void no_statement_in_the_product_changes_original_words() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql|xml|bpmn|yml|properties)"))
                    .toList();
            assertThat(all).anyMatch(file -> file.endsWith("SubmissionRows.java"));
            assertThat(all).noneMatch(OriginalWordsTest::changesWords);
        }
    }

    @Test
    void the_scan_finds_such_a_statement() {
        assertThat(CHANGES.matcher("UPDATE suggestion_words SET original = ?").find())
                .isTrue();
        assertThat(CHANGES.matcher("delete\n from Suggestion_Words").find()).isTrue();
        assertThat(CHANGES.matcher("INSERT INTO suggestion_words").find()).isFalse();
    }

    private static boolean changesWords(Path file) {
        try {
            String text = Files.readString(file);
            if (file.endsWith("suggestion/ErasedWords.java")) {
                assertThat(text).containsOnlyOnce(LAWFUL);
                text = text.replace(LAWFUL, "");
            }
            return CHANGES.matcher(text).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
