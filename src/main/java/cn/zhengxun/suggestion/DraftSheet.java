package cn.zhengxun.suggestion;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A draft as its readers see it: headings, articles with all their words, and loose text, in reading order. */
record DraftSheet(List<Passage> passages, ClauseTree clauses) {

    /** One visible piece. @param article whether an opinion can be given on it by itself */
    record Passage(ClauseId id, ClauseKind kind, String label, String text) {
        public boolean article() {
            return kind == ClauseKind.ARTICLE;
        }

        /** 编 章 节. */
        public boolean division() {
            return switch (kind) {
                case PART, SUBPART, CHAPTER, SECTION -> true;
                default -> false;
            };
        }

        public List<String> lines() {
            return text.lines().toList();
        }
    }

    static DraftSheet of(ClauseTree clauses) {
        List<Passage> passages = new ArrayList<>();
        for (Clause clause : clauses.clauses()) {
            switch (clause.kind()) {
                case PART, SUBPART, CHAPTER, SECTION, PREAMBLE ->
                    passages.add(new Passage(clause.id(), clause.kind(), clause.label(), clause.text()));
                case ARTICLE ->
                    passages.add(
                            new Passage(clause.id(), clause.kind(), clause.label(), clauses.fullText(clause.id())));
                case PARAGRAPH, ITEM, SUBITEM -> {
                    // shown within the article
                }
            }
        }
        return new DraftSheet(List.copyOf(passages), clauses);
    }

    public List<Passage> articles() {
        return passages.stream().filter(Passage::article).toList();
    }

    /** The article that holds this node or is it. */
    Optional<Clause> articleOf(ClauseId id) {
        Optional<Clause> clause = clauses.find(id);
        while (clause.isPresent() && clause.get().kind() != ClauseKind.ARTICLE) {
            ClauseId parent = clause.get().parent();
            clause = parent == null ? Optional.empty() : clauses.find(parent);
        }
        return clause;
    }

    /** @param id the text of an id as a form sends it; anything else finds nothing */
    public Optional<Passage> article(String id) {
        return passages.stream()
                .filter(passage ->
                        passage.article() && Long.toString(passage.id().value()).equals(id))
                .findFirst();
    }
}
