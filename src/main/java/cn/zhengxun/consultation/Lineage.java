package cn.zhengxun.consultation;

import cn.zhengxun.draft.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The other consultations on the same bill, by reading, then as they were registered; declined ones are left out.
 *
 * @param earlier those before this one
 * @param later those after it
 */
public record Lineage(Consultation consultation, List<Consultation> earlier, List<Consultation> later) {
    private static final Comparator<Consultation> IN_ORDER = Comparator.<Consultation, Reading>comparing(
                    one -> Reading.of(one.reading()))
            .thenComparing(Consultation::registeredAt)
            .thenComparing(one -> one.number().value());

    static Lineage of(Consultation consultation, List<Consultation> ofBill) {
        List<Consultation> others = ofBill.stream()
                .filter(one -> one.status() != Status.DECLINED)
                .filter(one -> !one.number().equals(consultation.number()))
                .sorted(IN_ORDER)
                .toList();
        return new Lineage(
                consultation,
                others.stream()
                        .filter(one -> IN_ORDER.compare(one, consultation) < 0)
                        .toList(),
                others.stream()
                        .filter(one -> IN_ORDER.compare(one, consultation) > 0)
                        .toList());
    }

    public Optional<Consultation> previous() {
        return earlier.stream().reduce((one, next) -> next);
    }

    /** On earlier readings than this one's; a second consultation on the same text is none. */
    public List<Consultation> ofEarlierReadings() {
        return earlier.stream()
                .filter(one -> reading(one).compareTo(reading(consultation)) < 0)
                .toList();
    }

    public List<Consultation> ofLaterReadings() {
        return later.stream()
                .filter(one -> reading(one).compareTo(reading(consultation)) > 0)
                .toList();
    }

    public boolean alone() {
        return Stream.concat(earlier.stream(), later.stream()).findAny().isEmpty();
    }

    private static Reading reading(Consultation consultation) {
        return Reading.of(consultation.reading());
    }
}
