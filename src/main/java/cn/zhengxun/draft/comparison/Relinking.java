package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.ClauseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Links as a person chose them, completed and told by kind. */
final class Relinking {
    private final List<Piece> before;
    private final List<Piece> after;
    private final Map<ClauseId, Integer> placesBefore;
    private final Map<ClauseId, Integer> placesAfter;
    private final List<Link> pairs;

    Relinking(List<Piece> before, List<Piece> after, Collection<Link> links) {
        this.before = before;
        this.after = after;
        this.placesBefore = places(before);
        this.placesAfter = places(after);
        this.pairs = links.stream()
                .filter(link -> placesBefore.containsKey(link.before()) && placesAfter.containsKey(link.after()))
                .sorted(Comparator.<Link>comparingInt(link -> placesBefore.get(link.before()))
                        .thenComparingInt(link -> placesAfter.get(link.after())))
                .toList();
    }

    List<Link> links() {
        int[] partnersBefore = new int[before.size()];
        int[] partnersAfter = new int[after.size()];
        for (Link pair : pairs) {
            partnersBefore[placesBefore.get(pair.before())]++;
            partnersAfter[placesAfter.get(pair.after())]++;
        }
        List<Link> links = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < before.size(); i++) {
            if (partnersBefore[i] == 0) {
                links.add(new Link(before.get(i).id(), null, LinkKind.REMOVED, 1));
            }
            for (; next < pairs.size() && placesBefore.get(pairs.get(next).before()) == i; next++) {
                Link pair = pairs.get(next);
                int j = placesAfter.get(pair.after());
                LinkKind kind = Linking.kind(before.get(i), partnersBefore[i], after.get(j), partnersAfter[j]);
                links.add(new Link(pair.before(), pair.after(), kind, pair.confidence()));
            }
        }
        for (int j = 0; j < after.size(); j++) {
            if (partnersAfter[j] == 0) {
                links.add(new Link(null, after.get(j).id(), LinkKind.NEW, 1));
            }
        }
        return links;
    }

    private static Map<ClauseId, Integer> places(List<Piece> pieces) {
        Map<ClauseId, Integer> places = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            places.put(pieces.get(i).id(), i);
        }
        return places;
    }
}
