package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A clause tree cut into pages that a person can look over: fifty articles each, a division with its first article. */
record TreePages(List<TreePage> pages) {
    private static final int ARTICLES = 50;
    private static final int MOST_CLAUSES = 600;

    /** @param first the label of its first article, or of its first clause where it has none; last likewise */
    record TreePage(int number, String first, String last, List<Node> nodes) {}

    /** @param depth 0 for the outermost; @param mark the number as printed before the words, empty where it has none */
    record Node(Clause clause, int depth, String mark) {}

    static TreePages of(ClauseTree tree) {
        List<TreePage> pages = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        Map<ClauseId, Integer> depths = new HashMap<>();
        int articles = 0;
        for (Clause clause : tree.clauses()) {
            boolean begins = clause.kind().ordinal() <= ClauseKind.ARTICLE.ordinal();
            if (begins && articles >= ARTICLES || nodes.size() >= MOST_CLAUSES) {
                pages.add(page(pages.size() + 1, nodes));
                nodes = new ArrayList<>();
                articles = 0;
            }
            articles += clause.kind() == ClauseKind.ARTICLE ? 1 : 0;
            int depth = clause.parent() == null ? 0 : depths.get(clause.parent()) + 1;
            depths.put(clause.id(), depth);
            nodes.add(new Node(clause, depth, mark(clause)));
        }
        pages.add(page(pages.size() + 1, nodes));
        return new TreePages(pages);
    }

    /** @return the page with that clause, else the first */
    TreePage holding(ClauseId clause) {
        return pages.stream()
                .filter(page -> page.nodes().stream()
                        .anyMatch(node -> node.clause().id().equals(clause)))
                .findFirst()
                .orElse(pages.get(0));
    }

    private static TreePage page(int number, List<Node> nodes) {
        List<Clause> cited = nodes.stream()
                .map(Node::clause)
                .filter(clause -> clause.kind() == ClauseKind.ARTICLE)
                .toList();
        List<Clause> named = cited.isEmpty() ? nodes.stream().map(Node::clause).toList() : cited;
        return new TreePage(
                number, named.get(0).label(), named.get(named.size() - 1).label(), List.copyOf(nodes));
    }

    private static String mark(Clause clause) {
        if (clause.kind() == ClauseKind.ARTICLE) {
            return clause.label();
        }
        if (clause.isListed()) {
            String printed = clause.printed();
            return printed.substring(0, printed.length() - clause.text().length());
        }
        boolean division = clause.kind().ordinal() < ClauseKind.ARTICLE.ordinal();
        return division && clause.label().endsWith(clause.text())
                ? clause.label()
                        .substring(0, clause.label().length() - clause.text().length())
                : "";
    }
}
