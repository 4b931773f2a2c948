package cn.zhengxun.suggestion.answer;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.suggestion.DraftSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where words stand in a draft, for its readers.
 *
 * @param words as they were typed, without the spaces around them; @param places articles, in reading order
 */
record DraftSearch(String words, List<Place> places) {
    private static final int LONGEST = 40;

    /** @param hits how often; 0 where the words are the article's own number */
    record Place(ClauseId id, String label, int hits) {}

    /** @param hit whether these are the words */
    record Piece(String text, boolean hit) {}

    /** @param typed anything; longer words are cut. @return null where nothing is looked for */
    static DraftSearch in(DraftSheet sheet, String typed) {
        String words = typed == null ? "" : typed.replace("\0", "").strip();
        if (words.isEmpty()) {
            return null;
        }
        String looked = words.substring(
                0, words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length()))));
        List<Place> places = new ArrayList<>();
        DraftSearch search = new DraftSearch(looked, List.of());
        for (DraftSheet.Passage article : sheet.articles()) {
            int hits = (int) article.lines().stream()
                    .flatMap(line -> search.pieces(line).stream())
                    .filter(Piece::hit)
                    .count();
            if (hits > 0 || search.names(article, sheet)) {
                places.add(new Place(article.id(), article.label(), hits));
            }
        }
        return new DraftSearch(looked, List.copyOf(places));
    }

    /** 第十二条, or 12. */
    private boolean names(DraftSheet.Passage article, DraftSheet sheet) {
        Optional<Clause> clause = sheet.clauses().find(article.id());
        return article.label().equals(words)
                || clause.map(Clause::number).filter(words::equals).isPresent();
    }

    /** The text in pieces that together are the text; capital and small letters are the same. */
    public List<Piece> pieces(String text) {
        String among = text.toLowerCase(Locale.ROOT);
        String sought = words.toLowerCase(Locale.ROOT);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        // a few letters change their length with their size; such a text is shown without marks
        for (int at = among.length() == text.length() ? among.indexOf(sought) : -1;
                at >= 0;
                at = among.indexOf(sought, from)) {
            if (at > from) {
                pieces.add(new Piece(text.substring(from, at), false));
            }
            pieces.add(new Piece(text.substring(at, at + sought.length()), true));
            from = at + sought.length();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return pieces;
    }

    public int hits() {
        return places.stream().mapToInt(Place::hits).sum();
    }

    /** @return where this article stands among the places, or -1 */
    public int indexOf(ClauseId article) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).id().equals(article)) {
                return i;
            }
        }
        return -1;
    }
}
