package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Amendment;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/**
 * A clause tree as HTML, for the template draft/tree.html: written here because a code of 1,260 articles would take the
 * template engine seconds. Every word of the draft is escaped.
 */
public final class TreeMarkup {
    private final StringBuilder html = new StringBuilder();
    private final Set<ClauseId> units = new HashSet<>();

    private TreeMarkup(ClauseTree tree) {
        tree.units().forEach(unit -> units.add(unit.id()));
        for (Clause clause : tree.clauses()) {
            add(clause);
        }
    }

    /** @return headings from h3 on; the anchor of what people can speak to, of divisions and annexes is a-&lt;clause id&gt; */
    public static String of(ClauseTree tree) {
        return new TreeMarkup(tree).html.toString();
    }

    private void add(Clause clause) {
        switch (clause.kind()) {
            case PART, SUBPART, CHAPTER, SECTION ->
                anchored("h3", "division " + clause.kind().name().toLowerCase(Locale.ROOT), clause, clause.label());
            case ARTICLE -> anchored("h4", "article", clause, clause.label());
            case AMENDMENT -> amendment(clause);
            case ITEM, SUBITEM, PARAGRAPH -> words(clause);
            case PREAMBLE -> element("p", "words preamble", clause.text());
            case ANNEX -> anchored("p", "words annex", clause, clause.text());
            case TABLE -> table(clause);
            case NOTE, EXPLANATION -> beside(clause);
        }
    }

    private void words(Clause clause) {
        if (units.contains(clause.id())) {
            anchored("h4", "article", clause, clause.label());
            element("p", "words", clause.text());
        } else {
            String css = clause.kind() == ClauseKind.PARAGRAPH
                    ? "words"
                    : clause.kind() == ClauseKind.ITEM ? "words item" : "words subitem";
            element("p", css, clause.printed());
        }
    }

    private void amendment(Clause clause) {
        String summary = Amendment.in(clause.text()).map(Amendment::summary).orElse("");
        html.append("<h4 class=\"amendment\" id=\"a-")
                .append(clause.id().value())
                .append("\">")
                .append(escaped(clause.label()));
        if (!summary.isEmpty() && units.contains(clause.id())) {
            html.append(" <span class=\"hint\">").append(escaped(summary)).append("</span>");
        }
        html.append("</h4>");
        element("p", "words", clause.text());
    }

    private void table(Clause clause) {
        html.append("<div class=\"table-wrap\"><table aria-label=\"")
                .append(escaped(clause.label()))
                .append("\">");
        clause.text().lines().forEach(row -> {
            html.append("<tr>");
            for (String cell : row.split(" \\| ", -1)) {
                element("td", "words", cell);
            }
            html.append("</tr>");
        });
        html.append("</table></div>");
    }

    /** A long explanation is folded away. */
    private void beside(Clause clause) {
        boolean folded = clause.kind() == ClauseKind.EXPLANATION;
        html.append(folded ? "<details class=\"beside\"><summary>" : "<p class=\"words beside\"><b>")
                .append(escaped(clause.label()))
                .append(folded ? "</summary>" : "</b> ");
        if (folded) {
            element("p", "words", clause.text());
        } else {
            html.append(escaped(clause.text()));
        }
        html.append(folded ? "</details>" : "</p>").append('\n');
    }

    private void anchored(String tag, String css, Clause clause, String words) {
        html.append('<').append(tag).append(" class=\"").append(css).append("\" id=\"a-");
        html.append(clause.id().value()).append("\">").append(escaped(words));
        html.append("</").append(tag).append(">\n");
    }

    private void element(String tag, String css, String words) {
        html.append('<').append(tag).append(" class=\"").append(css).append("\">");
        html.append(escaped(words)).append("</").append(tag).append(">\n");
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
