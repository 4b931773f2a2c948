package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.comparison.TruthTable.Answer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How well a mapping answers a truth table.
 *
 * @param articles of both texts
 * @param right of these: all partners found and no others
 * @param automatic articles without a doubtful link
 * @param automaticRight of these, right
 * @param carried earlier articles that live on or are said to be removed
 * @param carriedRight of these, at least one of the right successors is given, and nothing for a removed one
 * @param links all, and of these doubtful
 */
record MappingScore(
        int articles,
        int right,
        int automatic,
        int automaticRight,
        int carried,
        int carriedRight,
        int links,
        int doubtful) {

    static MappingScore of(TruthTable table, List<Link> links) {
        List<Answer> answers = table.judge(links);
        return new MappingScore(
                answers.size(),
                count(answers, Answer::right),
                count(answers, Answer::automatic),
                count(answers, a -> a.automatic() && a.right()),
                count(answers, Answer::earlier),
                count(answers, a -> a.earlier() && a.carried()),
                links.size(),
                (int) links.stream().filter(Link::isDoubtful).count());
    }

    static MappingScore sum(List<MappingScore> scores) {
        return scores.stream()
                .reduce((a, b) -> new MappingScore(
                        a.articles + b.articles,
                        a.right + b.right,
                        a.automatic + b.automatic,
                        a.automaticRight + b.automaticRight,
                        a.carried + b.carried,
                        a.carriedRight + b.carriedRight,
                        a.links + b.links,
                        a.doubtful + b.doubtful))
                .orElseThrow();
    }

    double rightShare() {
        return (double) right / articles;
    }

    double automaticRightShare() {
        return (double) automaticRight / automatic;
    }

    double carriedShare() {
        return (double) carriedRight / carried;
    }

    double queueShare() {
        return 1 - (double) automatic / articles;
    }

    static String head() {
        return """
                | 法律 | 全部条文 对/全部 | 自动部分 对/全部 | 待核对条文 | 待核对链接/全部 | 意见去处 对/全部 |
                |---|---:|---:|---:|---:|---:|
                """;
    }

    String row(String law) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d/%d | %s |%n",
                law,
                share(right, articles),
                share(automaticRight, automatic),
                share(articles - automatic, articles),
                doubtful,
                links,
                share(carriedRight, carried));
    }

    private static String share(int part, int whole) {
        return String.format(Locale.ROOT, "%d/%d（%.1f %%）", part, whole, 100.0 * part / whole);
    }

    private static int count(List<Answer> answers, Predicate<Answer> which) {
        return (int) answers.stream().filter(which).count();
    }
}
