package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The 27 texts in the dress of other offices: each habit of printing gives the same 条, 款 and 项. */
class LawHabitsTest {
    private static final Pattern ARTICLE = Pattern.compile("(?m)^第([一二三四五六七八九十百]+)条[ 　]*");
    private static final Pattern ITEM = Pattern.compile("(?m)^[（(]([一二三四五六七八九十]+)[）)]");
    private static final String NUMERALS = "一二三四五六七八九";

    enum Habit {
        NUMBERS_TOUCH_THE_WORDS(text -> ARTICLE.matcher(text).replaceAll("第$1条")),
        NUMBERS_IN_BRACKETS(text -> ARTICLE.matcher(text).replaceAll("【第$1条】")),
        NUMBERS_ON_A_LINE_OF_THEIR_OWN(text -> ARTICLE.matcher(text).replaceAll("第$1条\n")),
        NUMBERS_IN_ARABIC(text -> replaced(ARTICLE, text, n -> "第" + n + "条　")),
        NUMBERS_SPACED(text -> ARTICLE.matcher(text).replaceAll("第 $1 条　　")),
        NUMBERS_BOLD(text -> ARTICLE.matcher(text).replaceAll("**第$1条** ")),
        CATCHWORDS(text -> ARTICLE.matcher(text).replaceAll("第$1条〖立法目的和依据〗")),
        ITEMS_HALF_WIDTH(text -> ITEM.matcher(text).replaceAll("($1) ")),
        ITEMS_IN_ARABIC(text -> replaced(ITEM, text, n -> n + ".")),
        ITEMS_IN_ARABIC_BRACKETS(text -> replaced(ITEM, text, n -> "（" + n + "）")),
        ITEMS_WITH_A_STOP(text -> ITEM.matcher(text).replaceAll("$1、")),
        ITEMS_CIRCLED(text -> replaced(ITEM, text, n -> String.valueOf((char) ('①' + n - 1)))),
        ITEMS_IN_ONE_LINE(Habit::itemsInOneLine),
        INDENTED(text -> text.lines().map(line -> "　　" + line).collect(Collectors.joining("\r\n"))),
        WITH_ALL_THAT_MAY_SURROUND_IT(Habit::surrounded);

        private final UnaryOperator<String> dress;

        Habit(UnaryOperator<String> dress) {
            this.dress = dress;
        }

        private static String replaced(Pattern pattern, String text, IntFunction<String> by) {
            return pattern.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(by.apply(number(found.group(1)))));
        }

        private static int number(String numeral) {
            int number = 0;
            int digit = 0;
            for (char c : numeral.toCharArray()) {
                int unit = c == '百' ? 100 : c == '十' ? 10 : 0;
                if (unit == 0) {
                    digit = NUMERALS.indexOf(c) + 1;
                } else {
                    number += Math.max(digit, 1) * unit;
                    digit = 0;
                }
            }
            return number + digit;
        }

        /** Only where each 项 but the last ends with a semicolon can they be told apart in one line. */
        private static String itemsInOneLine(String text) {
            List<String> joined = new ArrayList<>();
            List<String> list = new ArrayList<>();
            for (String line : (text + "\n完").lines().toList()) {
                if (ITEM.matcher(line).lookingAt()) {
                    list.add(line);
                    continue;
                }
                int last = joined.size() - 1;
                boolean certain = list.size() > 1
                        && joined.get(last).endsWith("：")
                        && list.subList(0, list.size() - 1).stream().allMatch(item -> item.endsWith("；"));
                if (certain) {
                    joined.set(last, joined.get(last) + String.join("", list));
                } else {
                    joined.addAll(list);
                }
                list.clear();
                joined.add(line);
            }
            return String.join("\n", joined.subList(0, joined.size() - 1));
        }

        private static String surrounded(String text) {
            String contents = text.lines()
                    .filter(line -> line.matches("第[一二三四五六七八九十]+[章节].*"))
                    .map(line -> line + "………………3")
                    .collect(Collectors.joining("\n"));
            return """
                    某省人大常委会办公室关于公开征求意见的公告
                    现将草案向社会公开征求意见。第三条、第五条请重点研究。
                    附件：1.草案
                    2.关于草案的说明
                    某省人大常委会办公室
                    2022年5月1日
                    附件1
                    某省某某条例
                    （草案）
                    （2020年1月1日某省第十三届人民代表大会常务委员会第一次会议通过 根据
                    2022年1月1日某省第十三届人民代表大会常务委员会第九次会议《关于修改部分法规的决定》修正）
                    目 录
                    %s
                    %s
                    某省人民代表大会常务委员会
                    2022年5月1日
                    附件2
                    关于《某省某某条例（草案）》的说明
                    第一条 一、立法的必要性。
                    第二条规定了适用范围。
                    （一）甲；
                    （二）乙。
                    附表：
                    收费标准
                    """.formatted(contents, text);
        }
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void the_same_text_in_another_dress_is_read_alike(Habit habit) {
        assertThat(PromulgatedLaw.all()).allSatisfy(law -> {
            String body = body(law);
            ClauseTree plain = read("某省某某条例\n" + body);
            ClauseTree dressed = read(
                    habit == Habit.WITH_ALL_THAT_MAY_SURROUND_IT
                            ? habit.dress.apply(body)
                            : "某省某某条例\n" + habit.dress.apply(body));

            assertThat(shape(dressed)).as(law.file()).isEqualTo(shape(plain));
        });
    }

    /** From the first chapter or article on; annexes and the marks of Markdown are left out. */
    private static String body(PromulgatedLaw law) {
        String text = law.text().replaceAll("(?m)^#+ ", "").replaceAll("(?m)^\\s*\n", "");
        Matcher annex = Pattern.compile("(?m)^附件.*").matcher(text);
        String body = annex.find() ? text.substring(0, annex.start()) : text;
        return body.substring(body.indexOf(law.chapters() > 0 ? "第一章" : "第一条")).strip();
    }

    private static ClauseTree read(String text) {
        return DraftReader.read("草案.txt", text.getBytes(StandardCharsets.UTF_8)).tree();
    }

    private static List<String> shape(ClauseTree tree) {
        return tree.clauses().stream().flatMap(LawHabitsTest::counted).toList();
    }

    private static Stream<String> counted(Clause clause) {
        return switch (clause.kind()) {
            case ARTICLE -> Stream.of(clause.label());
            case PARAGRAPH, ITEM, SUBITEM, CHAPTER, SECTION, PART, SUBPART ->
                Stream.of(clause.kind().chinese());
            case NOTE, EXPLANATION, ANNEX, PREAMBLE, AMENDMENT, TABLE ->
                clause.kind() == ClauseKind.AMENDMENT ? Stream.of("?") : Stream.empty();
        };
    }
}
