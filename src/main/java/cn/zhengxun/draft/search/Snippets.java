package cn.zhengxun.draft.search;

import cn.zhengxun.draft.search.Finding.Piece;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** What is shown of a clause that was found: the sentences that hold what was sought, else its beginning. */
final class Snippets {
    private static final int CHARACTERS = 90;
    private static final int MOST = 2;

    private final UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(new SingleCharacters())
            .withFormatter(new Snippet())
            .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                    BreakIterator.getSentenceInstance(Locale.CHINA), CHARACTERS, 0.5f))
            .withMaxLength(Integer.MAX_VALUE - 1)
            .withMaxNoHighlightPassages(1)
            .build();

    @SuppressWarnings("unchecked") // what Snippet formats
    List<Piece> of(String text, Query sought) throws IOException {
        Object pieces = highlighter.highlightWithoutSearcher(ClauseIndex.TEXT, sought, text, MOST);
        return pieces == null ? List.of(new Piece(text, false)) : (List<Piece>) pieces;
    }
}
