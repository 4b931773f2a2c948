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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
     * @param carried at least one right partner is found, or rightly none
     * @param automatic none of its links is doubtful
     * @param given the numbers of the partners found
     * @param due those of the table, in doubt or not
     */
    record Answer(
            boolean earlier,
            String article,
            boolean right,
            boolean carried,
            boolean automatic,
            Set<String> given,
            Set<String> due) {}

    static List<TruthTable> all() {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("mapping"))) {
            return files.sorted().map(TruthTable::read).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Holds a mapping against the table: one answer for each article of either text. */
    List<Answer> judge(List<Link> links) {
        List<Answer> answers = new ArrayList<>();
        for (boolean earlier : new boolean[] {true, false}) {
            Map<ClauseId, String> others = new HashMap<>();
            (earlier ? after : before).articles().forEach(article -> others.put(article.id(), article.number()));
            for (Clause article : (earlier ? before : after).articles()) {
                List<Link> own = links.stream()
                        .filter(link -> article.id().equals(earlier ? link.before() : link.after()))
                        .toList();
                Set<String> given = own.stream()
                        .map(link -> earlier ? link.after() : link.before())
                        .filter(Objects::nonNull)
                        .map(others::get)
                        .collect(Collectors.toCollection(TreeSet::new));
                answers.add(
                        answer(earlier, article.number(), given, own.stream().noneMatch(Link::isDoubtful)));
            }
        }
        return answers;
    }

    private Answer answer(boolean earlier, String article, Set<String> given, boolean automatic) {
        Set<String> must = new TreeSet<>();
        Set<String> may = new TreeSet<>();
        boolean perhapsNone = false;
        for (Row row : rows) {
            if (!article.equals(earlier ? row.before() : row.after())) {
                continue;
            }
            String other = earlier ? row.after() : row.before();
            if (other == null) {
                perhapsNone = row.doubt();
                continue;
            }
            may.add(other);
            if (!row.doubt()) {
                must.add(other);
            }
        }
        boolean right = perhapsNone || given.containsAll(must) && may.containsAll(given);
        boolean carried = may.isEmpty() ? given.isEmpty() : may.stream().anyMatch(given::contains);
        return new Answer(earlier, article, right, carried, automatic, given, may);
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
                LinkKind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                cells[3].equals("doubt"));
    }

    static ClauseTree tree(Path file) throws IOException {
        return ClauseParser.parse(file.getFileName().toString(), Line.of(Files.readString(file)))
                .tree();
    }
}
