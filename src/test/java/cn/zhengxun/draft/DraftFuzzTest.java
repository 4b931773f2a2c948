package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A hundred thousand files, each made of its number alone, of which none may come to anything but a tree or an
 * UnreadableDraft. More with -Dzhengxun.fuzz.cases=1000000; a single one again with -Dzhengxun.fuzz.from=its number and
 * -Dzhengxun.fuzz.cases=1.
 */
class DraftFuzzTest {
    private static final int CASES = Integer.getInteger("zhengxun.fuzz.cases", 100_000);
    private static final int FROM = Integer.getInteger("zhengxun.fuzz.from", 0);
    private static final long SLOW_MILLIS = 5_000;

    @Test
    void whatever_comes_in_a_tree_or_a_sentence_comes_out() {
        ((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
        Map<FuzzedFile, Integer> made = new EnumMap<>(FuzzedFile.class);
        Map<FuzzedFile, Integer> read = new EnumMap<>(FuzzedFile.class);
        Map<FuzzedFile, Long> nanos = new EnumMap<>(FuzzedFile.class);
        for (int number = FROM; number < FROM + CASES; number++) {
            FuzzedFile kind = FuzzedFile.of(number);
            byte[] content = kind.make(new Random(number));
            long begun = System.nanoTime();
            boolean readable = isRead(kind, number, content);
            long taken = System.nanoTime() - begun;
            assertThat(taken / 1_000_000).as("%s case %d", kind, number).isLessThan(SLOW_MILLIS);
            made.merge(kind, 1, Integer::sum);
            nanos.merge(kind, taken, Long::sum);
            read.merge(kind, readable ? 1 : 0, Integer::sum);
        }
        made.forEach((kind, count) -> System.out.printf(
                "%s：%d 份，其中 %d 份读出了条文，%d 毫秒%n", kind, count, read.get(kind), nanos.get(kind) / 1_000_000));
        assertThat(made.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CASES);
        if (CASES >= 10_000) {
            // files that are all refused at the door try nothing
            assertThat(made.keySet()).containsExactlyInAnyOrder(FuzzedFile.values());
            made.forEach((kind, count) ->
                    assertThat(read.get(kind)).as("%s that could be read", kind).isBetween(count / 20, count - 1));
        }
    }

    private static boolean isRead(FuzzedFile kind, int number, byte[] content) {
        try {
            assertSound(DraftReader.read(kind.fileName(), content));
            return true;
        } catch (UnreadableDraft refused) {
            assertThat(refused.getMessage())
                    .as("%s case %d", kind, number)
                    .contains("请")
                    .endsWith("。");
            return false;
        } catch (Throwable other) {
            throw new AssertionError(
                    "%s case %d: run it again with -Dzhengxun.fuzz.from=%d -Dzhengxun.fuzz.cases=1"
                            .formatted(kind, number, number),
                    other);
        }
    }

    private static void assertSound(ParsedDraft draft) {
        List<Clause> clauses = draft.tree().clauses();
        check(!draft.title().isBlank() && draft.title().length() <= 100, "title");
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            check(clause.position() == i, "position");
            check(clause.parent() == null || clause.parent().value() <= i, "parent before child");
            check(!clause.number().isEmpty() && !clause.label().isEmpty(), "number and label");
            check(UTF_8.newEncoder().canEncode(clause.text()), "whole characters");
            check(clause.text().chars().noneMatch(c -> c < ' ' && c != '\n'), "no control characters");
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
