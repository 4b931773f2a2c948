package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a tree may have been read or typed wrongly, each as one Chinese sentence, so that staff know where to look. Pure. */
final class Doubts {
    private static final int MOST = 50;
    private static final int LONG_ARTICLE = 1_500;
    private static final int TIMES_THE_USUAL = 8;

    private final ClauseTree tree;
    private final Set<String> present;
    private final List<String> doubts = new ArrayList<>();

    private Doubts(ClauseTree tree) {
        this.tree = tree;
        this.present = tree.articles().stream().map(Clause::number).collect(Collectors.toSet());
    }

    /** @return at most {@value MOST} sentences, in the order of the text; empty where nothing is odd */
    static List<String> of(ClauseTree tree) {
        Doubts doubts = new Doubts(tree);
        doubts.lookForArticles();
        doubts.lookAtNumbers();
        doubts.lookAtArticles();
        doubts.lookAtItems();
        List<String> all = doubts.doubts;
        return all.size() <= MOST ? List.copyOf(all) : List.copyOf(all.subList(0, MOST));
    }

    private void lookForArticles() {
        if (!tree.articles().isEmpty()) {
            return;
        }
        boolean amends = tree.clauses().stream().anyMatch(c -> c.kind() == ClauseKind.AMENDMENT);
        boolean numbered = tree.clauses().stream().anyMatch(c -> c.kind() == ClauseKind.ITEM);
        if (!amends) {
            doubts.add(numbered ? "没有找到“第×条”，已按“一、二、”的编号读出。" : "没有找到“第×条”和编号，已按自然段读出。");
        }
    }

    private void lookAtNumbers() {
        String scope = null;
        Numeral last = Numeral.NONE;
        String lastLabel = "";
        for (Clause article : tree.articles()) {
            String number = article.number();
            String own = scopeOf(number);
            if (!own.equals(scope)) {
                scope = own;
                last = Numeral.NONE;
                lastLabel = "";
            }
            if (number.contains("~")) {
                doubts.add(article.label().replaceFirst("（其.*", "") + "出现两次以上，请核对条号。");
                continue;
            }
            Numeral numeral = Numeral.of(number);
            if (numeral.compareTo(last) <= 0) {
                doubts.add(lastLabel + "之后是" + article.label() + "，条号倒退，请核对。");
            } else if (!last.isFollowedBy(numeral)
                    && !(last.number() == 0 && numeral.insertion() == 0 && numeral.number() == 1)) {
                doubts.add(missing(last, lastLabel, numeral, article.label(), own));
            }
            last = numeral.compareTo(last) > 0 ? numeral : last;
            lastLabel = article.label();
        }
    }

    private String missing(Numeral last, String lastLabel, Numeral numeral, String label, String scope) {
        List<Integer> absent = IntStream.range(last.number() + 1, numeral.number())
                .filter(number -> !present.contains(scope + number))
                .boxed()
                .toList();
        String before = last.number() == 0 ? "第一个条号是" + label : lastLabel + "之后是" + label;
        if (absent.isEmpty()) {
            return before + "，中间的条号不连续，请核对。";
        }
        String first = new Numeral(absent.get(0), 0).with(ClauseKind.ARTICLE);
        String until = new Numeral(absent.get(absent.size() - 1), 0).with(ClauseKind.ARTICLE);
        return before + "，缺" + (first.equals(until) ? first : first + "至" + until) + "。";
    }

    private static String scopeOf(String number) {
        return number.substring(0, number.indexOf('.') + 1);
    }

    private void lookAtArticles() {
        Map<Clause, Integer> lengths = new HashMap<>();
        tree.articles().forEach(a -> lengths.put(a, tree.fullText(a.id()).length()));
        int usual = lengths.values().stream()
                .sorted()
                .skip(lengths.size() / 2)
                .findFirst()
                .orElse(0);
        for (Clause article : tree.articles()) {
            int length = lengths.get(article);
            if (length == 0) {
                doubts.add(article.label() + "没有内容，请对照原文。");
            } else if (length > LONG_ARTICLE && length > usual * TIMES_THE_USUAL) {
                doubts.add(article.label() + "特别长（" + length + "字），可能有条文没有分开，请对照原文。");
            }
        }
    }

    /** 项 whose printed numbers skip. */
    private void lookAtItems() {
        for (Clause holder : tree.clauses()) {
            if (holder.kind().isDivision()) {
                continue;
            }
            int last = 0;
            for (Clause child : tree.children(holder.id())) {
                int number = child.kind() == ClauseKind.ITEM
                        ? Mark.in(child.printed()).map(Mark::number).orElse(0)
                        : 0;
                if (number > 0 && number != last + 1) {
                    doubts.add(last == 0 ? child.label() + "之前缺少编号，请核对。" : child.label() + "之前的编号不连续，请核对。");
                }
                last = number;
            }
        }
    }
}
