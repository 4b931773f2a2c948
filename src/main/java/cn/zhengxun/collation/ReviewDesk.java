package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.suggestion.AuthorMasks;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the review page shows: to an expert only the own notes, to the office everybody's. */
@Service
@Transactional(readOnly = true)
class ReviewDesk {
    static final int PAGE = 30;

    private final Reviews reviews;
    private final Collation collation;
    private final CollationRows rows;
    private final GroupRows groups;
    private final AuthorMasks authors;

    ReviewDesk(Reviews reviews, Collation collation, CollationRows rows, GroupRows groups, AuthorMasks authors) {
        this.reviews = reviews;
        this.collation = collation;
        this.rows = rows;
        this.groups = groups;
        this.authors = authors;
    }

    /** @param forms by suggestion id, what the expert said so far; @param next page that holds the first ungraded one, -1 for none */
    record Own(
            int total, int done, int page, int pages, int next, List<ReviewItem> items, Map<Long, ReviewForm> forms) {}

    /** @param expert by name */
    record Said(String expert, ReviewNote note) {}

    /** @param settled null before the grades were settled or outside the forwarded */
    record Overview(ReviewItem item, Grade settled, List<Said> notes) {}

    record All(List<ReviewRows.Seat> seats, int quorum, int total, int page, int pages, List<Overview> items) {}

    Optional<ReviewRows.Seat> seat(ConsultationNumber number, String user) {
        return reviews.seats(number).stream()
                .filter(seat -> seat.userId().equals(user))
                .findFirst();
    }

    Own own(ConsultationNumber number, ExpertId expert, int page) {
        List<SuggestionId> forwarded = collation.forwarded(number);
        Map<SuggestionId, ReviewNote> notes = new LinkedHashMap<>();
        reviews.notes(number)
                .forEach((suggestion, all) -> all.stream()
                        .filter(note -> note.expert().equals(expert))
                        .forEach(note -> notes.put(suggestion, note)));
        Set<SuggestionId> recusals = reviews.recusals(number, expert);
        List<Boolean> said = forwarded.stream()
                .map(suggestion -> notes.containsKey(suggestion) || recusals.contains(suggestion))
                .toList();
        int first = said.indexOf(false);
        List<ReviewItem> items = items(number, forwarded, page);
        Map<Long, ReviewForm> forms = new LinkedHashMap<>();
        items.forEach(item -> {
            SuggestionId id = new SuggestionId(item.id());
            forms.put(item.id(), ReviewForm.of(notes.get(id), recusals.contains(id)));
        });
        int done = (int) said.stream().filter(Boolean::booleanValue).count();
        return new Own(forwarded.size(), done, page, pages(forwarded), first < 0 ? -1 : first / PAGE, items, forms);
    }

    All all(ConsultationNumber number, int page) {
        List<ReviewRows.Seat> seats = reviews.seats(number);
        Map<ExpertId, String> names =
                seats.stream().collect(Collectors.toMap(ReviewRows.Seat::expert, ReviewRows.Seat::expertName));
        Map<SuggestionId, List<ReviewNote>> notes = reviews.notes(number);
        Map<SuggestionId, Grade> settled = reviews.settled(number);
        List<SuggestionId> forwarded = collation.forwarded(number);
        List<Overview> items = new ArrayList<>();
        for (ReviewItem item : items(number, forwarded, page)) {
            SuggestionId id = new SuggestionId(item.id());
            items.add(new Overview(
                    item,
                    settled.get(id),
                    notes.getOrDefault(id, List.of()).stream()
                            .map(note -> new Said(names.getOrDefault(note.expert(), ""), note))
                            .toList()));
        }
        return new All(seats, reviews.quorum(number), forwarded.size(), page, pages(forwarded), items);
    }

    private static int pages(List<SuggestionId> forwarded) {
        return Math.max(1, (forwarded.size() + PAGE - 1) / PAGE);
    }

    private List<ReviewItem> items(ConsultationNumber number, List<SuggestionId> forwarded, int page) {
        Map<SuggestionId, List<GroupRows.Membership>> memberships = groups.memberships(number);
        List<CollationRow> shown = rows.some(
                number,
                forwarded.stream()
                        .skip((long) page * PAGE)
                        .limit(PAGE)
                        .map(SuggestionId::value)
                        .toList());
        AuthorMasks.Masks masks =
                authors.of(shown.stream().map(CollationRow::id).toList());
        return shown.stream()
                .map(row -> ReviewItem.of(
                        row,
                        masks,
                        memberships.getOrDefault(row.suggestion(), List.of()).stream()
                                        .mapToInt(GroupRows.Membership::size)
                                        .max()
                                        .orElse(1)
                                - 1))
                .toList();
    }
}
