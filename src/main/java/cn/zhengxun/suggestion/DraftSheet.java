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
     * @param inForce the articles of the law in force that an instruction changes, as far as the library holds them
     */
    public record Passage(
            ClauseId id,
            ClauseKind kind,
            String label,
            String text,
            boolean article,
            List<AmendedLaws.InForce> inForce) {

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
                passages.add(passage(clause, clauses.fullText(clause.id()), true, inForce));
            } else {
                passages.add(passage(clause, clause.text(), false, inForce));
            }
        }
        return new DraftSheet(List.copyOf(passages), clauses);
    }

    private static Passage passage(
            Clause clause, String text, boolean article, Map<ClauseId, List<AmendedLaws.InForce>> inForce) {
        return new Passage(
                clause.id(), clause.kind(), label(clause), text, article, inForce.getOrDefault(clause.id(), List.of()));
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
