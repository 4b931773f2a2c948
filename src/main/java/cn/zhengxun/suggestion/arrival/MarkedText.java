package cn.zhengxun.suggestion.arrival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text cut where rules found something. */
public record MarkedText(Arrived.Field field, List<Piece> pieces) {

    public record Piece(String text, boolean found) {}

    /** @param spans in any order; what reaches beyond the text, since it was erased, is left out */
    static MarkedText of(Arrived.Field field, String text, List<Span> spans) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::begins)).toList()) {
            if (span.begins() >= at && span.ends() <= text.length()) {
                add(pieces, text.substring(at, span.begins()), false);
                add(pieces, text.substring(span.begins(), span.ends()), true);
                at = span.ends();
            }
        }
        add(pieces, text.substring(at), false);
        return new MarkedText(field, pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }
}
