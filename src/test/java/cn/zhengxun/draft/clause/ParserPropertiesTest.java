package cn.zhengxun.draft.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of texts made by chance. */
class ParserPropertiesTest {

    /** An article as it is meant: what stands in each 款, and in the 项 and 目 below it. */
    record Article(List<Paragraph> paragraphs) {}

    record Paragraph(String words, List<Item> items) {}

    record Item(String words, List<String> subitems) {}

    @Property(tries = 400)
    void a_text_that_is_printed_is_read_as_it_was_meant(
            @ForAll("drafts") List<Article> articles, @ForAll("styles") Style style) {
        ClauseTree tree =
                ClauseParser.parse("草案.txt", Line.of(printed(articles, style))).tree();

        assertThat(shape(tree)).isEqualTo(shape(articles));
        assertThat(tree.doubts()).isEmpty();
    }

    @Property(tries = 400)
    void what_a_tree_prints_is_read_as_the_same_tree(@ForAll("drafts") List<Article> articles) {
        ClauseTree tree = ClauseParser.parse("草案.txt", Line.of(printed(articles, Style.PLAIN)))
                .tree();
        StringBuilder again = new StringBuilder("某条例\n");
        for (Clause clause : tree.clauses()) {
            again.append(clause.kind() == ClauseKind.ARTICLE ? clause.label() + " " : clause.printed() + "\n");
        }

        assertThat(ClauseParser.parse("草案.txt", Line.of(again.toString())).tree())
                .isEqualTo(tree);
    }

    @Property(tries = 400)
    void a_paragraph_that_begins_with_a_citation_never_heads_anything(
            @ForAll("drafts") List<Article> articles, @ForAll("citations") List<String> citations) {
        List<Article> citing = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            List<Paragraph> paragraphs = new ArrayList<>(articles.get(i).paragraphs());
            if (i < citations.size()) {
                paragraphs.add(new Paragraph(citations.get(i), List.of()));
            }
            citing.add(new Article(paragraphs));
        }

        ClauseTree tree = ClauseParser.parse("草案.txt", Line.of(printed(citing, Style.PLAIN)))
                .tree();

        assertThat(shape(tree)).isEqualTo(shape(citing));
    }

    /** How numbers are printed. */
    enum Style {
        PLAIN("第%s条 ", "（%s）", "%d."),
        TOUCHING("第%s条", "(%s)", "%d、"),
        BRACKETED("【第%s条】", "%s、", "（%d）"),
        SPACED("第 %s 条　", "（%s） ", "%d．");

        private final String article;
        private final String item;
        private final String subitem;

        Style(String article, String item, String subitem) {
            this.article = article;
            this.item = item;
            this.subitem = subitem;
        }
    }

    private static String printed(List<Article> articles, Style style) {
        StringBuilder text = new StringBuilder("某条例\n");
        for (int a = 0; a < articles.size(); a++) {
            text.append(style.article.formatted(ChineseNumber.write(a + 1)));
            for (Paragraph paragraph : articles.get(a).paragraphs()) {
                text.append(paragraph.words()).append('\n');
                for (int i = 0; i < paragraph.items().size(); i++) {
                    Item item = paragraph.items().get(i);
                    text.append(style.item.formatted(ChineseNumber.write(i + 1)))
                            .append(item.words())
                            .append('\n');
                    for (int s = 0; s < item.subitems().size(); s++) {
                        text.append(style.subitem.formatted(s + 1))
                                .append(item.subitems().get(s))
                                .append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static List<String> shape(List<Article> articles) {
        List<String> shape = new ArrayList<>();
        for (Article article : articles) {
            shape.add("条");
            for (Paragraph paragraph : article.paragraphs()) {
                shape.add("款 " + paragraph.words());
                for (Item item : paragraph.items()) {
                    shape.add("项 " + item.words());
                    item.subitems().forEach(words -> shape.add("目 " + words));
                }
            }
        }
        return shape;
    }

    private static List<String> shape(ClauseTree tree) {
        return tree.clauses().stream()
                .map(c -> c.kind() == ClauseKind.ARTICLE ? "条" : c.kind().chinese() + " " + c.text())
                .toList();
    }

    @Provide
    Arbitrary<List<Article>> drafts() {
        Arbitrary<String> words = words("应当依法管理湖泊水库养护经费保障科学规划".split("")).map(w -> "国家" + w);
        Arbitrary<Item> item = Combinators.combine(
                        words, words.map(w -> w + "；").list().ofMinSize(0).ofMaxSize(3))
                .as((w, below) -> new Item(w + (below.isEmpty() ? "；" : "："), below.size() == 1 ? List.of() : below))
                .map(i -> i.subitems().isEmpty() ? new Item(i.words().replace("：", "；"), List.of()) : i);
        Arbitrary<Paragraph> paragraph = Combinators.combine(
                        words, item.list().ofMinSize(0).ofMaxSize(4))
                .as((w, items) ->
                        items.size() < 2 ? new Paragraph(w + "。", List.of()) : new Paragraph(w + "，包括：", items));
        return paragraph
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Article::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static Arbitrary<String> words(String[] characters) {
        return Arbitraries.of(characters).list().ofMinSize(1).ofMaxSize(30).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<Style> styles() {
        return Arbitraries.of(Style.class);
    }

    @Provide
    Arbitrary<List<String>> citations() {
        Arbitrary<String> number = Arbitraries.integers().between(1, 40).map(n -> ChineseNumber.write(n));
        Arbitrary<String> how = Arbitraries.of(
                "第%s条规定的行为，从重处罚。",
                "第%s条、第%s条的情形除外。",
                "第%s条第一款规定的除外。",
                "第%s条至第%s条所列情形，适用本条。",
                "第%s条 第二款的情形除外。",
                "第%s条 规定的情形除外。",
                "第%s章规定的程序，参照适用。",
                "第%s条第（一）项、第（二）项的情形除外。",
                "第%s条之一规定的除外。",
                "第%s条所称湖泊，包括水库。");
        return Combinators.combine(how, number, number)
                .as((form, one, two) -> form.formatted(one, two))
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 300)
    void any_lines_at_all_give_a_sound_tree_or_are_refused(@ForAll("scraps") List<String> scraps) {
        ParsedDraft draft;
        try {
            draft = ClauseParser.parse("草案.txt", Line.of(String.join("\n", scraps)));
        } catch (UnreadableDraft refused) {
            assertThat(refused.getMessage()).contains("请");
            return;
        }
        List<Clause> clauses = draft.tree().clauses();
        assertThat(IntStream.range(0, clauses.size())).allSatisfy(i -> {
            Clause clause = clauses.get(i);
            assertThat(clause.position()).isEqualTo(i);
            assertThat(clause.parent() == null || clause.parent().value() <= i).isTrue();
            assertThat(clause.number()).hasSizeBetween(1, 20);
            assertThat(clause.label()).hasSizeBetween(1, 120);
        });
        assertThat(draft.tree().articles()).extracting(Clause::number).doesNotHaveDuplicates();
        assertThat(draft.title()).isNotBlank().hasSizeLessThanOrEqualTo(100);
        assertThat(draft.doubts()).allSatisfy(doubt -> assertThat(doubt).endsWith("。"));
        assertThat(draft.tree().units())
                .allSatisfy(unit -> assertThat(draft.tree().unitOf(unit.id())).contains(unit));
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "某某条例",
                        "目录",
                        "第一编 总则",
                        "第一章 总则",
                        "第二章",
                        "附则",
                        "第一条 甲。",
                        "第二条 乙：",
                        "第二条乙",
                        "第三条 丙。",
                        "第三条规定的除外。",
                        "第九千九百九十九条之九百九十九 丁。",
                        "（一）戊；",
                        "（二）己。",
                        "1.庚",
                        "①辛",
                        "一、将第三条修改为：“甲。",
                        "“第四条 乙。”",
                        "二、删去第五条。",
                        "附件1",
                        "附表：收费",
                        "关于《某某条例》的说明",
                        "本条例自公布之日起施行。",
                        "某省人民政府",
                        "2020年1月1日",
                        "| 甲 | 乙 |",
                        "（2020年1月1日通过",
                        "关于修改《某某条例》的决定",
                        "前半，")
                .list()
                .ofMaxSize(60);
    }
}
