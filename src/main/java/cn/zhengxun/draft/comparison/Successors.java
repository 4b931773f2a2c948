package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries the links of pieces down to the 款, 项 and 目 within, and up to the 编, 章 and 节 around. */
final class Successors {
    private static final double RECOGNISABLE = 0.3;
    /** Beyond it only the same words are looked for, so that one article of thousands of 项 costs no minute. */
    private static final int MOST_COMPARISONS = 250_000;

    private final ClauseTree before;
    private final ClauseTree after;
    private final Grams grams;
    private final Map<ClauseId, Piece> later = new HashMap<>();
    private final Map<ClauseId, List<ClauseId>> all = new HashMap<>();

    Successors(ClauseTree before, ClauseTree after, List<Piece> earlier, List<Piece> laterPieces, List<Link> links) {
        this.before = before;
        this.after = after;
        this.grams = new Grams(earlier, laterPieces);
        laterPieces.forEach(piece -> later.put(piece.id(), piece));
        Map<ClauseId, List<ClauseId>> linked = links.stream()
                .filter(link -> link.before() != null && link.after() != null)
                .collect(Collectors.groupingBy(Link::before, Collectors.mapping(Link::after, Collectors.toList())));
        for (Piece piece : earlier) {
            follow(piece, linked.getOrDefault(piece.id(), List.of()));
        }
        followDivisions();
    }

    Map<ClauseId, List<ClauseId>> all() {
        return all;
    }

    /** One clause with the words of all it encloses. */
    private record Part(Clause clause, String exact, Grams.Bag bag) {}

    private void follow(Piece piece, List<ClauseId> partners) {
        if (partners.isEmpty()) {
            return;
        }
        all.put(piece.id(), partners);
        List<Part> wholes = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (ClauseId partner : partners) {
            List<Part> within = parts(later.get(partner));
            wholes.add(within.get(0));
            parts.addAll(within.subList(1, within.size()));
        }
        List<Part> own = parts(piece);
        boolean tooMany = (long) own.size() * parts.size() > MOST_COMPARISONS;
        Map<String, Part> byWords = new HashMap<>();
        parts.forEach(part -> byWords.putIfAbsent(part.exact(), part));
        for (Part part : own.subList(1, own.size())) {
            Part same = byWords.get(part.exact());
            Part match = same != null || tooMany ? same : mostAlike(part, parts);
            if (match == null) {
                match = wholes.stream()
                        .max(Comparator.comparingDouble(whole -> grams.held(List.of(part.bag()), whole.bag())[0]))
                        .orElseThrow();
            }
            all.put(part.clause().id(), List.of(match.clause().id()));
        }
    }

    private static Part mostAlike(Part part, List<Part> candidates) {
        Part best = null;
        double most = RECOGNISABLE;
        for (Part candidate : candidates) {
            double likeness = part.bag().cosine(candidate.bag());
            if (likeness > most) {
                most = likeness;
                best = candidate;
            }
        }
        return best;
    }

    private List<Part> parts(Piece piece) {
        Map<ClauseId, StringBuilder> words = new HashMap<>();
        Map<ClauseId, ClauseId> parents = new HashMap<>();
        for (Clause clause : piece.clauses()) {
            words.put(clause.id(), new StringBuilder());
            parents.put(clause.id(), clause.parent());
            for (ClauseId around = clause.id(); words.containsKey(around); around = parents.get(around)) {
                words.get(around).append(clause.text()).append('\n');
            }
        }
        return piece.clauses().stream()
                .map(clause -> {
                    Wording wording = Wording.of(words.get(clause.id()).toString());
                    return new Part(clause, wording.exact(), grams.bag(wording.words()));
                })
                .toList();
    }

    /** A division goes where most of its articles went, to one of its own kind. */
    private void followDivisions() {
        Map<ClauseId, Clause> laterClauses = new HashMap<>();
        after.clauses().forEach(clause -> laterClauses.put(clause.id(), clause));
        Map<ClauseId, Clause> earlierClauses = new HashMap<>();
        Map<ClauseId, Map<ClauseId, Integer>> votes = new HashMap<>();
        Set<ClauseId> divisions = new HashSet<>();
        for (Clause clause : before.clauses()) {
            earlierClauses.put(clause.id(), clause);
            if (Piece.isDivision(clause)) {
                divisions.add(clause.id());
                continue;
            }
            for (ClauseId successor : all.getOrDefault(clause.id(), List.of())) {
                for (Clause around = earlierClauses.get(clause.parent());
                        around != null;
                        around = earlierClauses.get(around.parent())) {
                    Clause target = enclosing(successor, around, laterClauses);
                    if (target != null && Piece.isDivision(around)) {
                        votes.computeIfAbsent(around.id(), id -> new HashMap<>())
                                .merge(target.id(), 1, Integer::sum);
                    }
                }
            }
        }
        for (ClauseId division : divisions) {
            votes.getOrDefault(division, Map.of()).entrySet().stream()
                    .max(Map.Entry.<ClauseId, Integer>comparingByValue()
                            .thenComparing(entry -> -entry.getKey().value()))
                    .ifPresent(most -> all.put(division, List.of(most.getKey())));
        }
    }

    /** @return the division of the same kind around the clause, else the outermost thing around it */
    private static Clause enclosing(ClauseId id, Clause like, Map<ClauseId, Clause> clauses) {
        Clause outermost = null;
        for (Clause clause = clauses.get(id); clause != null; clause = clauses.get(clause.parent())) {
            outermost = clause;
            if (clause.kind() == like.kind()) {
                return clause;
            }
        }
        return outermost;
    }
}
