package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A doubt about a tree with the place to look at.
 *
 * @param clause the last clause that the sentence cites; null where it cites none of the tree
 */
record PlacedDoubt(String sentence, ClauseId clause) {
    private static final Pattern CITED = Pattern.compile("第[〇零一二三四五六七八九十百千0-9]+条(之[一二三四五六七八九十]+)?");

    static List<PlacedDoubt> of(ClauseTree tree) {
        Map<String, ClauseId> articles = new HashMap<>();
        for (Clause article : tree.articles()) {
            articles.putIfAbsent(article.label(), article.id());
        }
        return tree.doubts().stream()
                .map(sentence -> new PlacedDoubt(sentence, cited(sentence, articles)))
                .toList();
    }

    private static ClauseId cited(String sentence, Map<String, ClauseId> articles) {
        ClauseId last = null;
        Matcher cited = CITED.matcher(sentence);
        while (cited.find()) {
            last = articles.getOrDefault(cited.group(), last);
        }
        return last;
    }
}
