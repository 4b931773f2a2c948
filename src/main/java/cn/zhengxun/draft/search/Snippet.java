package cn.zhengxun.draft.search;

import cn.zhengxun.draft.search.Finding.Piece;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Cuts the found passages of a clause into plain and sought pieces; what is left out is an ellipsis. */
final class Snippet extends PassageFormatter {
    private static final String GAP = "…";

    @Override
    public List<Piece> format(Passage[] passages, String content) {
        List<Piece> pieces = new ArrayList<>();
        int last = 0;
        for (Passage passage : passages) {
            int at = passage.getStartOffset();
            if (at > last) {
                leaveOut(pieces);
            }
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(at, passage.getMatchStarts()[i]);
                int to = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
                if (to > from) {
                    add(pieces, content.substring(at, from), false);
                    add(pieces, content.substring(from, to), true);
                    at = to;
                }
            }
            add(pieces, content.substring(at, passage.getEndOffset()), false);
            last = passage.getEndOffset();
        }
        if (last < content.length()) {
            leaveOut(pieces);
        }
        return List.copyOf(pieces);
    }

    /** Not on a line of its own. */
    private static void leaveOut(List<Piece> pieces) {
        if (!pieces.isEmpty()) {
            Piece before = pieces.remove(pieces.size() - 1);
            add(pieces, before.text().stripTrailing(), before.sought());
        }
        add(pieces, GAP, false);
    }

    /** Pieces of one sort that touch become one. */
    private static void add(List<Piece> pieces, String text, boolean sought) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.sought() == sought) {
            pieces.set(pieces.size() - 1, new Piece(last.text() + text, sought));
        } else {
            pieces.add(new Piece(text, sought));
        }
    }
}
