package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Two texts of a law and, made by reading them, which article of the one lives on in which of the other (mapping/). */
record TruthTable(String law, ClauseTree before, ClauseTree after, List<Row> rows) {
    private static final Path RESOURCES = Path.of("src/test/resources");

    /** @param before article number, null for a new one; after the same, null for a removed one */
    record Row(String before, String after, LinkKind kind, boolean doubt) {}

    /**
     * One question to a mapping.
     *
     * @param earlier whether the article stands in the earlier text
     * @param right all its partners in the other text are found, and no others; a partner in doubt may be there or not
     * @param automatic none of its links is doubtful
     */
    record Answer(boolean earlier, String article, boolean right, boolean automatic, Set<String> given) {}

    static List<TruthTable> all() {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("mapping"))) {
            return files.sorted().map(TruthTable::read).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Holds a mapping against the table: one answer for each article of either text. */
    List<Answer> judge(List<Link> links) {
        Map<ClauseId, String> numbers = new HashMap<>();
        Stream.concat(
                        before.articles().stream().map(a -> Map.entry(a, true)),
                        after.articles().stream().map(a -> Map.entry(a, false)))
                .forEach(e -> numbers.put(
                        key(e.getKey().id(), e.getValue()), e.getKey().number()));
        List<Answer> answers = new ArrayList<>();
        for (boolean earlier : new boolean[] {true, false}) {
            for (Clause article : (earlier ? before : after).articles()) {
                Set<String> given = new HashSet<>();
                boolean automatic = true;
                for (Link link : links) {
                    if (!article.id().equals(earlier ? link.before() : link.after())) {
                        continue;
                    }
                    automatic &= !link.isDoubtful();
                    ClauseId other = earlier ? link.after() : link.before();
                    if (other != null) {
                        given.add(numbers.get(key(other, !earlier)));
                    }
                }
                answers.add(new Answer(
                        earlier, article.number(), isRight(earlier, article.number(), given), automatic, given));
            }
        }
        return answers;
    }

    private boolean isRight(boolean earlier, String article, Set<String> given) {
        Set<String> must = new HashSet<>();
        Set<String> may = new HashSet<>();
        for (Row row : rows) {
            if (!article.equals(earlier ? row.before() : row.after())) {
                continue;
            }
            String other = earlier ? row.after() : row.before();
            if (other == null && row.doubt()) {
                return true;
            }
            if (other != null) {
                may.add(other);
                if (!row.doubt()) {
                    must.add(other);
                }
            }
        }
        return given.containsAll(must) && may.containsAll(given);
    }

    private static ClauseId key(ClauseId id, boolean earlier) {
        return new ClauseId(earlier ? id.value() : -id.value());
    }

    private static TruthTable read(Path csv) {
        String law = csv.getFileName().toString().replace(".csv", "");
        try (Stream<Path> files = Files.list(RESOURCES.resolve("laws"))) {
            List<Path> texts = files.filter(f -> f.getFileName().toString().startsWith(law + "("))
                    .sorted()
                    .toList();
            List<Row> rows = Files.readAllLines(csv).stream()
                    .skip(1)
                    .map(TruthTable::row)
                    .toList();
            return new TruthTable(law, tree(texts.get(0)), tree(texts.get(1)), rows);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 5);
        return new Row(
                cells[0].isEmpty() ? null : cells[0],
                cells[1].isEmpty() ? null : cells[1],
                LinkKind.valueOf(cells[2].toUpperCase(java.util.Locale.ROOT)),
                cells[3].equals("doubt"));
    }

    static ClauseTree tree(Path file) throws IOException {
        return ClauseParser.parse(file.getFileName().toString(), Line.of(Files.readString(file)))
                .tree();
    }
}
