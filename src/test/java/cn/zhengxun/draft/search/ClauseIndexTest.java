package cn.zhengxun.draft.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.search.Finding.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseIndexTest {
    private static final Path LAWS = Path.of("src/test/resources/laws");
    private static final Map<Long, String> TITLES = new HashMap<>();
    private static final Map<Long, ClauseTree> TREES = new HashMap<>();

    @TempDir
    static Path folder;

    static ClauseIndex laws;

    @BeforeAll
    static void put_all_laws_in() throws IOException {
        laws = ClauseIndex.in(folder.resolve("laws"));
        try (Stream<Path> files = Files.list(LAWS)) {
            for (Path file : files.filter(file ->
                            file.toString().endsWith(").md") || file.toString().endsWith("条例.md"))
                    .sorted()
                    .toList()) {
                long id = TITLES.size() + 1;
                TITLES.put(id, file.getFileName().toString().replace(".md", ""));
                TREES.put(id, tree(Files.readString(file)));
                laws.put(id, "as read", TREES.get(id));
            }
        }
        laws.publish();
    }

    @AfterAll
    static void close() throws IOException {
        laws.close();
    }

    @Test
    void every_clause_that_holds_all_words_is_found_and_none_besides() throws IOException {
        for (String words : List.of("食品浪费", "餐饮 奖励", "罚款", "未成年人 网络 沉迷", "黄河 \"生态流量\"")) {
            assertThat(found(words))
                    .as(words)
                    .isEqualTo(expected(words.replace("\"", "").split(" ")));
        }
    }

    @Test
    void a_title_and_a_number_find_the_article() throws IOException {
        Finding.Page page = laws.find(Question.of("立法法 第七十二条"), TITLES, 0, 20);

        assertThat(page.findings().stream().limit(2).map(f -> TITLES.get(f.draft()) + f.label()))
                .allSatisfy(found -> assertThat(found).contains("立法法").endsWith("第七十二条"));
        assertThat(laws.find(Question.of("《立法法》第72条"), TITLES, 0, 20).findings())
                .isEqualTo(page.findings());
    }

    @Test
    void a_title_alone_finds_only_the_clauses_that_name_it() throws IOException {
        Finding.Page page = laws.find(Question.of("反食品浪费法"), TITLES, 0, 20);

        assertThat(page.findings()).allSatisfy(f -> assertThat(text(f)).containsAnyOf("反食品浪费法"));
    }

    @Test
    void words_that_stand_apart_in_the_clause_are_found_too() throws IOException {
        Finding.Page page = laws.find(Question.of("餐饮服务经营者奖励消费者"), TITLES, 0, 20);

        assertThat(page.widened()).isTrue();
        assertThat(page.findings().get(0).label()).isEqualTo("第七条");
        assertThat(laws.find(Question.of("“餐饮服务经营者奖励消费者”"), TITLES, 0, 20).total())
                .isZero();
    }

    @Test
    void a_word_that_the_dictionary_does_not_know_is_asked_for_all_the_same() throws IOException {
        assertThat(laws.find(Question.of("15日"), TITLES, 0, 1).total()).isPositive();
        assertThat(laws.find(Question.of("涉密词15"), TITLES, 0, 1).total()).isZero();
    }

    @Test
    void the_snippet_shows_what_was_sought_and_nothing_that_the_clause_does_not_say() throws IOException {
        Finding first = laws.find(Question.of("光盘行动"), TITLES, 0, 20).findings().get(0);

        assertThat(first.snippet()).contains(new Piece("光盘行动", true));
        String shown = first.snippet().stream().map(Piece::text).collect(Collectors.joining());
        for (String part : shown.split("…")) {
            assertThat(text(first)).contains(part);
        }
    }

    @Test
    void a_clause_found_by_its_number_shows_its_beginning() throws IOException {
        Finding first =
                laws.find(Question.of("反食品浪费法 第七条"), TITLES, 0, 20).findings().get(0);

        assertThat(first.label()).isEqualTo("第七条");
        assertThat(first.snippet().get(0).text()).startsWith("餐饮服务经营者应当采取下列措施");
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() throws IOException {
        Question question = Question.of("应当");
        int total = laws.find(question, TITLES, 0, 1).total();

        List<Object> all = Stream.iterate(0, from -> from < total, from -> from + 50)
                .flatMap(from -> {
                    try {
                        return laws.find(question, TITLES, from, 50).findings().stream();
                    } catch (IOException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .map(f -> (Object) List.of(f.draft(), f.clause()))
                .toList();

        assertThat(all).hasSize(total).doesNotHaveDuplicates();
        assertThat(laws.find(question, TITLES, total + 5, 50)).isEqualTo(new Finding.Page(total, false, List.of()));
    }

    @Test
    void only_the_drafts_that_are_asked_about_are_searched() throws IOException {
        Finding one = laws.find(Question.of("立法"), TITLES, 0, 1).findings().get(0);

        Map<Long, String> only = Map.of(one.draft(), TITLES.get(one.draft()));
        assertThat(laws.find(Question.of("立法"), only, 0, 100).findings())
                .isNotEmpty()
                .allMatch(f -> f.draft() == one.draft());
        assertThat(laws.find(Question.of("立法"), Map.of(), 0, 100)).isEqualTo(Finding.Page.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"㙍", "𠮷", "𬶏", "\uE863", "媪", "PM2.5", "ＰＭ２", "䶮镇", "①"})
    void rare_characters_are_found_like_any_other(String rare) throws IOException {
        try (ClauseIndex index = ClauseIndex.in(folder.resolve("rare" + rare.hashCode()))) {
            index.put(1, "", tree("第一条 为了保护" + rare + "的流域，制定本条例。\n第二条 本条例自公布之日起施行。"));
            index.publish();

            Finding.Page page = index.find(Question.of(rare + "的流域"), Map.of(1L, "条例"), 0, 9);

            assertThat(page.findings()).extracting(Finding::label).containsExactly("第一条");
            assertThat(index.find(Question.of("保护" + rare), Map.of(1L, "条例"), 0, 9)
                            .total())
                    .isEqualTo(1);
            String marked = page.findings().get(0).snippet().stream()
                    .filter(Piece::sought)
                    .map(Piece::text)
                    .collect(Collectors.joining());
            assertThat(Question.plain(marked)).isEqualTo(Question.plain(rare + "的流域"));
        }
    }

    @Test
    void a_draft_is_replaced_removed_and_found_again_after_reopening() throws IOException {
        Path place = folder.resolve("again");
        try (ClauseIndex index = ClauseIndex.in(place)) {
            index.put(1, "first", tree("第一条 种植小麦。\n第二条 本法自公布之日起施行。"));
            index.put(2, "first", tree("第一条 种植水稻。\n第二条 本法自公布之日起施行。"));
            index.publish();
            index.put(1, "second", tree("第一条 种植玉米。\n第二条 本法自公布之日起施行。"));
            index.remove(2);
            index.publish();
        }
        try (ClauseIndex index = ClauseIndex.in(place)) {
            Map<Long, String> titles = Map.of(1L, "甲", 2L, "乙");
            assertThat(index.stamps()).isEqualTo(Map.of(1L, "second"));
            assertThat(index.find(Question.of("玉米"), titles, 0, 9).total()).isEqualTo(1);
            assertThat(index.find(Question.of("小麦"), titles, 0, 9).total()).isZero();
            assertThat(index.find(Question.of("水稻"), titles, 0, 9).total()).isZero();
        }
    }

    @Test
    void what_was_not_published_is_not_kept() throws IOException {
        Path place = folder.resolve("unpublished");
        try (ClauseIndex index = ClauseIndex.in(place)) {
            index.put(1, "first", tree("第一条 种植小麦。\n第二条 本法自公布之日起施行。"));
        }
        try (ClauseIndex index = ClauseIndex.in(place)) {
            assertThat(index.stamps()).isEmpty();
            assertThat(index.find(Question.of("小麦"), Map.of(1L, "甲"), 0, 9).total())
                    .isZero();
        }
    }

    @Test
    void what_is_no_index_of_this_version_says_so_and_leaves_the_folder_free() throws IOException {
        Path other = folder.resolve("other");
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(other), new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("1", "by an earlier version").entrySet());
            writer.commit();
        }
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("segments_1"), "no index");
        for (Path place : List.of(other, broken)) {
            assertThatThrownBy(() -> ClauseIndex.in(place)).isInstanceOf(ClauseIndex.Unusable.class);
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            ClauseIndex.in(place).close();
        }
    }

    @Test
    void a_folder_is_open_once() throws IOException {
        Path place = folder.resolve("once");
        try (ClauseIndex open = ClauseIndex.in(place)) {
            assertThatThrownBy(() -> ClauseIndex.in(place)).isInstanceOf(LockObtainFailedException.class);
        }
    }

    @Test
    void nothing_that_is_typed_breaks_a_search() throws IOException {
        Random random = new Random(20261123);
        String signs = "\"“”「」+-&|!(){}[]^~*?:\\/<>=#%\u0000\uD842\uDFB7\uD800 　\t\n第条之款一二十百千零两0９食品浪费法的aZ，。";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            Finding.Page page = laws.find(Question.of(typed.toString()), TITLES, 0, 3);
            assertThat(page.total())
                    .as(typed.toString())
                    .isGreaterThanOrEqualTo(page.findings().size());
        }
    }

    private static Map<String, Long> found(String typed) throws IOException {
        return laws.find(Question.of(typed), TITLES, 0, 5_000).findings().stream()
                .collect(Collectors.toMap(f -> f.draft() + "/" + f.clause().value(), f -> 1L));
    }

    /** By looking at every clause. */
    private static Map<String, Long> expected(String... words) {
        Map<String, Long> all = new HashMap<>();
        TREES.forEach((draft, tree) -> Passages.of(tree).stream()
                .filter(passage -> Stream.of(words).allMatch(Question.plain(passage.text())::contains))
                .forEach(passage -> all.put(draft + "/" + passage.clause().id().value(), 1L)));
        return all;
    }

    private static String text(Finding finding) {
        return Passages.of(TREES.get(finding.draft())).stream()
                .filter(passage -> passage.clause().id().equals(finding.clause()))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static ClauseTree tree(String text) {
        return ClauseParser.parse("text.md", Line.of(text)).tree();
    }
}
