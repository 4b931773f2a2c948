package cn.zhengxun.draft.search;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's search over 100 texts of 300 articles, made by shuffling the articles of laws/; bench/search.sh runs it.
 * The yardstick is SQL LIKE over a table of the same articles in H2. Both must count the same. Exit code 1 where they do
 * not, or where a warm search takes longer than {@link #LIMIT_MILLIS}.
 */
final class SearchBench {
    private static final int TEXTS = 100;
    private static final int ARTICLES = 300;
    private static final int ROUNDS = 30;
    private static final int PAGE = 20;
    private static final double LIMIT_MILLIS = 300;
    private static final List<String> QUESTIONS =
            List.of("食品", "应当", "食品浪费", "未成年人 网络", "地方性法规", "处五万元以上", "县级以上人民政府 预案 演练", "没有这样的话");

    private static final Map<Long, String> TITLES = new HashMap<>();

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        List<ClauseTree> texts = texts();
        Path folder = Files.createTempDirectory("search-bench");
        boolean good = true;
        try (ClauseIndex index = ClauseIndex.in(folder);
                Connection sql = DriverManager.getConnection("jdbc:h2:mem:bench")) {
            show("put %d texts of %d articles in (s)".formatted(TEXTS, ARTICLES), seconds(() -> put(index, texts)));
            show("put one text in anew (s)", seconds(() -> {
                index.put(1, "", texts.get(0));
                index.publish();
            }));
            show("files of the index (MB)", size(folder) / 1e6);
            insert(sql, texts);
            System.out.printf("%n%-28s %8s %10s %10s %10s%n", "question", "found", "median ms", "most ms", "LIKE ms");
            for (String question : QUESTIONS) {
                good &= compare(question, index, sql);
            }
        } finally {
            delete(folder);
        }
        System.out.println(good ? "passed" : "FAILED");
        System.exit(good ? 0 : 1);
    }

    private static boolean compare(String question, ClauseIndex index, Connection sql) throws Exception {
        Question asked = Question.of(question);
        int total = index.find(asked, TITLES, 0, PAGE).total(); // warms up
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(1000 * seconds(() -> index.find(asked, TITLES, 0, PAGE)));
        }
        Collections.sort(times);
        double most = times.get(ROUNDS - 1);
        int[] counted = {like(sql, question)};
        double yardstick = 1000 * seconds(() -> counted[0] = like(sql, question));
        System.out.printf("%-28s %8d %10.1f %10.1f %10.1f%n", question, total, times.get(ROUNDS / 2), most, yardstick);
        if (total != counted[0]) {
            System.out.println("  LIKE counts " + counted[0]);
        }
        return total == counted[0] && most <= LIMIT_MILLIS;
    }

    private static List<ClauseTree> texts() throws IOException {
        List<String> articles = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/laws"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md") && !f.endsWith("README.md"))
                    .sorted()
                    .toList()) {
                ClauseTree tree =
                        ClauseParser.parse("", Line.of(Files.readString(file))).tree();
                tree.articles().stream()
                        .map(Clause::id)
                        .map(tree::fullText)
                        .filter(text -> !text.contains("第"))
                        .forEach(articles::add);
            }
        }
        Random random = new Random(20261123);
        List<ClauseTree> texts = new ArrayList<>();
        for (int i = 1; i <= TEXTS; i++) {
            TITLES.put((long) i, "第" + i + "号条例");
            StringBuilder text = new StringBuilder();
            for (int n = 1; n <= ARTICLES; n++) {
                text.append("第").append(n).append("条 ");
                text.append(articles.get(random.nextInt(articles.size()))).append('\n');
            }
            texts.add(ClauseParser.parse("", Line.of(text.toString())).tree());
        }
        return texts;
    }

    private static void put(ClauseIndex index, List<ClauseTree> texts) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            index.put(i + 1, "", texts.get(i));
        }
        index.publish();
    }

    private static void insert(Connection sql, List<ClauseTree> texts) throws SQLException {
        sql.createStatement().execute("CREATE TABLE clause (draft_id BIGINT, label VARCHAR(120), text TEXT)");
        try (PreparedStatement row = sql.prepareStatement("INSERT INTO clause VALUES (?, ?, ?)")) {
            for (int i = 0; i < texts.size(); i++) {
                for (Passages.Passage passage : Passages.of(texts.get(i))) {
                    row.setLong(1, i + 1);
                    row.setString(2, passage.clause().label());
                    row.setString(3, passage.text());
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    /** Counts and reads a page, as a search does. */
    private static int like(Connection sql, String question) throws SQLException {
        String words = Stream.of(question.split(" ")).map(word -> "text LIKE ?").collect(Collectors.joining(" AND "));
        try (PreparedStatement count = sql.prepareStatement("SELECT COUNT(*) FROM clause WHERE " + words);
                PreparedStatement page =
                        sql.prepareStatement("SELECT label, text FROM clause WHERE " + words + " LIMIT " + PAGE)) {
            int at = 1;
            for (String word : question.split(" ")) {
                count.setString(at, "%" + word + "%");
                page.setString(at++, "%" + word + "%");
            }
            try (ResultSet rows = page.executeQuery()) {
                while (rows.next()) {
                    rows.getString("text");
                }
            }
            try (ResultSet number = count.executeQuery()) {
                number.next();
                return number.getInt(1);
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private static void show(String what, double figure) {
        System.out.printf("%-44s %8.2f%n", what, figure);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
