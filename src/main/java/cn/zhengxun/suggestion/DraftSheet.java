package cn.zhengxun.suggestion;

import cn.zhengxun.draft.AmendedLaws;
import cn.zhengxun.draft.clause.Amendment;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A draft as its readers see it: headings, articles with all their words, and loose text, in reading order. */
public record DraftSheet(List<Passage> passages, ClauseTree clauses) {

    /**
     * One visible piece.
     *
     * @param article whether an opinion can be given on it by itself: a 条, an instruction of an amending text, a point of
     *     a text without 条
     * @param parts what of it can be named by itself: 项, and 款 where there are several
     * @param inForce the articles of the law in force that an instruction changes, as far as the library holds them
     */
    public record Passage(
            ClauseId id,
            ClauseKind kind,
            String label,
            String text,
            boolean article,
            List<Clause> parts,
            List<AmendedLaws.InForce> inForce) {

        /** For the page's script: each part's id, a colon, its label, with bars between; null where there are none. */
        public String partsInAWord() {
            return parts.isEmpty()
                    ? null
                    : parts.stream()
                            .map(part -> part.id().value() + ":" + part.label())
                            .collect(Collectors.joining("|"));
        }

        /** 编 章 节. */
        public boolean division() {
            return kind.isDivision();
        }

        /** 题注, 落款, 说明: to be read, not to be consulted on. */
        public boolean beside() {
            return kind == ClauseKind.NOTE || kind == ClauseKind.EXPLANATION;
        }

        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** @param amended what {@link AmendedLaws} finds beside the instructions of the text; empty for other texts */
    static DraftSheet of(ClauseTree clauses, List<AmendedLaws.Pair> amended) {
        Map<ClauseId, List<AmendedLaws.InForce>> inForce = amended.stream()
                .collect(Collectors.toMap(pair -> pair.amendment().id(), AmendedLaws.Pair::articles));
        Set<ClauseId> units = clauses.units().stream().map(Clause::id).collect(Collectors.toSet());
        Set<ClauseId> within = new HashSet<>();
        List<Passage> passages = new ArrayList<>();
        for (Clause clause : clauses.clauses()) {
            if (within.contains(clause.parent())) {
                within.add(clause.id());
            } else if (units.contains(clause.id())) {
                within.add(clause.id());
                passages.add(passage(clause, clauses.fullText(clause.id()), true, parts(clause, clauses), inForce));
            } else {
                passages.add(passage(clause, clause.text(), false, List.of(), inForce));
            }
        }
        return new DraftSheet(List.copyOf(passages), clauses);
    }

    private static Passage passage(
            Clause clause,
            String text,
            boolean article,
            List<Clause> parts,
            Map<ClauseId, List<AmendedLaws.InForce>> inForce) {
        return new Passage(
                clause.id(),
                clause.kind(),
                label(clause),
                text,
                article,
                parts,
                inForce.getOrDefault(clause.id(), List.of()));
    }

    /** The only 款 of an article is the article. */
    private static List<Clause> parts(Clause article, ClauseTree clauses) {
        List<Clause> parts = new ArrayList<>();
        List<Clause> children = clauses.children(article.id());
        long paragraphs = children.stream()
                .filter(child -> child.kind() == ClauseKind.PARAGRAPH)
                .count();
        for (Clause child : children) {
            if (child.kind() == ClauseKind.ITEM || child.kind() == ClauseKind.PARAGRAPH && paragraphs > 1) {
                parts.add(child);
            }
            clauses.children(child.id()).stream()
                    .filter(inner -> inner.kind() == ClauseKind.ITEM)
                    .forEach(parts::add);
        }
        return List.copyOf(parts);
    }

    /** An instruction is known by what it changes: 第一项（修改第三条）. */
    private static String label(Clause clause) {
        return clause.kind() == ClauseKind.AMENDMENT
                ? Amendment.in(clause.text())
                        .map(amendment -> clause.label() + "（" + amendment.summary() + "）")
                        .orElse(clause.label())
                : clause.label();
    }

    public List<Passage> articles() {
        return passages.stream().filter(Passage::article).toList();
    }

    /** The article, or what stands for one, that holds this node or is it. */
    public Optional<Clause> articleOf(ClauseId id) {
        return clauses.unitOf(id);
    }

    /** @param id the text of an id as a form sends it; anything else finds nothing */
    public Optional<Passage> article(String id) {
        return passages.stream()
                .filter(passage ->
                        passage.article() && Long.toString(passage.id().value()).equals(id))
                .findFirst();
    }
}
