package cn.zhengxun.draft.correction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

class CorrectionPropertiesTest {
    private static final int STEPS = 12;

    @Property(tries = 2_000)
    void no_sequence_of_corrections_changes_adds_or_loses_a_word(@ForAll long seed) {
        DraftsAtRandom drafts = new DraftsAtRandom(seed);
        Proof proof = Proof.of(drafts.tree());
        for (int i = 0; i < STEPS; i++) {
            Correction correction = drafts.correction(proof.tree());
            try {
                Proof next = proof.after(correction, drafts.freshIds());
                if (correction instanceof Join) {
                    assertThat(sorted(next.words())).isEqualTo(sorted(proof.words()));
                    assertThat(wordsWithoutNotes(next)).isEqualTo(wordsWithoutNotesExceptJoined(proof, correction));
                } else {
                    assertThat(next.words()).as(correction.toString()).isEqualTo(proof.words());
                }
                assertWellFormed(next.tree());
                assertThat(next).as("a correction changes something").isNotEqualTo(proof);
                Statistics.collect(correction.getClass().getSimpleName());
                proof = next;
            } catch (RuleViolation refused) {
                assertThat(refused.getMessage()).endsWith("。");
                Statistics.collect(correction.getClass().getSimpleName() + " refused");
            }
        }
    }

    @Property(tries = 500)
    void as_many_undos_as_corrections_give_exactly_the_tree_and_redos_give_it_back(@ForAll long seed) {
        DraftsAtRandom drafts = new DraftsAtRandom(seed);
        History history = History.of(drafts.tree());
        List<Proof> seen = new ArrayList<>(List.of(history.proof()));
        for (int i = 0; i < STEPS; i++) {
            List<ClauseId> fresh = new ArrayList<>();
            Correction correction = drafts.correction(history.proof().tree());
            var ids = drafts.freshIds();
            for (int n = 0; n < 3; n++) {
                fresh.add(ids.next());
            }
            try {
                History next = history.with(new History.Step(correction, fresh));
                seen.add(next.proof());
                history = next;
            } catch (RuleViolation refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        for (int i = seen.size() - 2; i >= 0; i--) {
            history = history.undo();
            assertThat(history.proof()).isEqualTo(seen.get(i));
        }
        assertThat(history.made()).isEmpty();
        for (int i = 1; i < seen.size(); i++) {
            history = history.redo();
            assertThat(history.proof()).isEqualTo(seen.get(i));
        }
        assertThat(history.undone()).isEmpty();
    }

    @Property(tries = 1_000)
    void a_tree_written_out_is_read_back_exactly(@ForAll long seed) {
        DraftsAtRandom drafts = new DraftsAtRandom(seed);
        Proof proof = Proof.of(drafts.tree());
        for (int i = 0; i < STEPS; i++) {
            try {
                proof = proof.after(drafts.correction(proof.tree()), drafts.freshIds());
            } catch (RuleViolation refused) {
                continue;
            }
        }
        if (proof.tree().articles().isEmpty()) {
            return;
        }
        String text = StructureText.of("某某条例 | （草案）\\n", proof.tree());

        var read = StructureText.read(text);

        assertThat(read.title()).isEqualTo("某某条例 | （草案）\\n");
        assertThat(read.tree()).isEqualTo(counted(proof.tree()));
        assertThat(StructureText.read(text.replace("\n", "\r\n"))).isEqualTo(read);
        assertThat(StructureText.of(read.title(), read.tree())).isEqualTo(text);
    }

    @Property(tries = 300)
    void a_tree_in_which_nothing_was_put_right_is_grown_again_as_it_was(@ForAll long seed) {
        ClauseTree tree = new DraftsAtRandom(seed).tree();

        assertThat(new Parts(Proof.of(tree), java.util.Collections.emptyIterator()).proof())
                .isEqualTo(Proof.of(tree));
    }

    /** The same tree with ids that count from 1. */
    private static ClauseTree counted(ClauseTree tree) {
        Map<ClauseId, ClauseId> ids = new HashMap<>();
        tree.clauses().forEach(clause -> ids.put(clause.id(), new ClauseId(clause.position() + 1L)));
        return new ClauseTree(tree.clauses().stream()
                .map(c -> new Clause(
                        ids.get(c.id()), ids.get(c.parent()), c.position(), c.kind(), c.number(), c.label(), c.text()))
                .toList());
    }

    private static void assertWellFormed(ClauseTree tree) {
        Map<ClauseId, Clause> met = new HashMap<>();
        Set<ClauseId> open = new HashSet<>();
        List<ClauseId> path = new ArrayList<>();
        for (int i = 0; i < tree.clauses().size(); i++) {
            Clause clause = tree.clauses().get(i);
            assertThat(clause.position()).isEqualTo(i);
            assertThat(met.put(clause.id(), clause)).as("an id stands once").isNull();
            assertThat(clause.label()).hasSizeLessThanOrEqualTo(120);
            assertThat(clause.label().isEmpty() && clause.kind() != ClauseKind.PARAGRAPH)
                    .isFalse();
            assertThat(clause.kind() != ClauseKind.ARTICLE || clause.text().isEmpty())
                    .isTrue();
            while (!path.isEmpty() && !path.get(path.size() - 1).equals(clause.parent())) {
                path.remove(path.size() - 1);
            }
            assertThat(clause.parent() == null || !path.isEmpty())
                    .as("reading order of " + clause)
                    .isTrue();
            ClauseKind above =
                    clause.parent() == null ? null : met.get(clause.parent()).kind();
            assertThat(Nesting.holds(above, clause.kind()))
                    .as(clause.kind() + " below " + above)
                    .isTrue();
            path.add(clause.id());
        }
        open.addAll(tree.clauses().stream()
                .filter(c -> c.kind() == ClauseKind.PARAGRAPH)
                .map(Clause::parent)
                .collect(Collectors.toSet()));
        assertThat(open).containsAll(tree.articles().stream().map(Clause::id).toList());
    }

    private static String wordsWithoutNotes(Proof proof) {
        return words(proof, Set.of());
    }

    /** A note that is joined to the text becomes text; that is the one way for its words to come in. */
    private static String wordsWithoutNotesExceptJoined(Proof proof, Correction join) {
        int at = proof.tree().find(join.clause()).orElseThrow().position();
        List<Clause> clauses = proof.tree().clauses();
        boolean ontoNote = at > 0 && clauses.get(at - 1).kind() == ClauseKind.NOTE;
        return words(proof, clauses.get(at).kind() == ClauseKind.NOTE && !ontoNote ? Set.of(join.clause()) : Set.of());
    }

    private static String words(Proof proof, Set<ClauseId> notesThatCount) {
        StringBuilder words = new StringBuilder();
        for (Part part : new Parts(proof, java.util.Collections.emptyIterator()).inOrder()) {
            if (part.kind != ClauseKind.NOTE || notesThatCount.contains(part.id)) {
                words.append(part.mark).append(part.text);
            }
        }
        return Proof.unspaced(words.toString());
    }

    private static String sorted(String words) {
        return words.chars().sorted().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }
}
