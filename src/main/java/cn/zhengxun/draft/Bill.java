package cn.zhengxun.draft;

import cn.zhengxun.kernel.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One bill with every text received of it.
 *
 * @param drafts by reading, then in the order they were received
 * @param replaced those whose file was exchanged for a better one
 */
public record Bill(BillId id, String title, List<Draft> drafts, Set<DraftId> replaced) {
    private static final Comparator<Draft> IN_ORDER = Comparator.comparing(Bill::reading)
            .thenComparing(Draft::importedAt)
            .thenComparing(draft -> draft.id().value());

    public Bill {
        drafts = drafts.stream().sorted(IN_ORDER).toList();
        replaced = Set.copyOf(replaced);
    }

    /** The same bill with only these of its texts. */
    Bill with(Predicate<Draft> wanted) {
        return new Bill(id, title, drafts.stream().filter(wanted).toList(), replaced);
    }

    /** When the latest of its texts came; there is at least one. */
    public Instant lastReceived() {
        return drafts.stream()
                .map(Draft::importedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** @throws NotFound where the bill has no such draft */
    public Draft draft(DraftId id) {
        return drafts.stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("“" + title + "”没有编号为" + id.value() + "的草案。"));
    }

    public static Reading reading(Draft draft) {
        return Reading.of(draft.reading());
    }

    /** The texts that count, one a reading: of several imports the one confirmed last; replaced files never. */
    public List<Draft> standing() {
        return List.of(Reading.values()).stream()
                .flatMap(reading -> standing(reading).stream())
                .toList();
    }

    public Optional<Draft> standing(Reading reading) {
        return drafts.stream()
                .filter(draft -> reading(draft) == reading)
                .filter(draft -> draft.confirmedAt() != null && !replaced.contains(draft.id()))
                .max(Comparator.comparing(Draft::confirmedAt)
                        .thenComparing(draft -> draft.id().value()));
    }

    /** The text that counts of the latest reading before this draft's; empty for the first. */
    public Optional<Draft> previous(Draft draft) {
        return standing().stream()
                .filter(other -> reading(other).compareTo(reading(draft)) < 0)
                .reduce((earlier, later) -> later);
    }

    /** The text that counts of the first reading after this draft's; empty for the last. */
    public Optional<Draft> next(Draft draft) {
        return standing().stream()
                .filter(other -> reading(other).compareTo(reading(draft)) > 0)
                .findFirst();
    }
}
