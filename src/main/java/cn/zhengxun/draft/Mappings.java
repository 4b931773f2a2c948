package cn.zhengxun.draft;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.draft.LinkRows.Pair;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Link;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.draft.comparison.Mapping;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the articles of one reading live on in the next: computed, stored, and settled by people. */
@Service
@Transactional
public class Mappings {
    private final Bills bills;
    private final DraftRows drafts;
    private final LinkRows rows;
    private final KnownMappings known;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Mappings(
            Bills bills,
            DraftRows drafts,
            LinkRows rows,
            KnownMappings known,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.bills = bills;
        this.drafts = drafts;
        this.rows = rows;
        this.known = known;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @return how the draft goes on from the reading before it, as stored, else as computed now; empty for a first reading
     * @throws NotFound where there is no such draft
     */
    @Transactional(readOnly = true)
    public Optional<ReadingMapping> of(DraftId draft) {
        Bill bill = bills.holding(draft);
        Draft after = bill.draft(draft);
        return bill.previous(after).map(before -> mapping(before, after));
    }

    /**
     * How one text goes on in any other: as stored and corrected where the second is the reading after the first, else as
     * computed now.
     */
    @Transactional(readOnly = true)
    public ReadingMapping between(Draft before, Draft after) {
        return mapping(before, after);
    }

    /** How many doubtful links of the draft's mapping nobody has looked at; 0 for a first reading. */
    @Transactional(readOnly = true)
    public int open(DraftId draft) {
        Bill bill = bills.holding(draft);
        return bill.previous(bill.draft(draft))
                .map(before -> new Pair(before.id(), draft))
                .map(pair -> rows.stored(pair) ? rows.open(pair) : computedOpen(pair))
                .orElse(0);
    }

    private int computedOpen(Pair pair) {
        return (int) computed(tree(pair.before()), tree(pair.after())).stream()
                .filter(ClauseLink::open)
                .count();
    }

    /**
     * Where the clauses of an earlier text of the bill stand in a later one.
     *
     * @throws NotFound where one of the drafts does not exist
     */
    @Transactional(readOnly = true)
    public Succession succession(DraftId from, DraftId to) {
        Bill bill = bills.holding(to);
        Succession way = Succession.within(to, tree(to));
        Draft first = bill.draft(from);
        while (!way.start().equals(from)) {
            Draft before = bill.previous(bill.draft(way.start()))
                    .filter(found -> Bill.reading(found).compareTo(Bill.reading(first)) > 0)
                    .orElse(first);
            Pair pair = new Pair(before.id(), way.start());
            ClauseTree earlier = tree(before.id());
            way = way.after(before.id(), earlier, mapping(pair, earlier, way.startTree()));
        }
        return way;
    }

    /** Computes, or computes anew, the mappings on either side of a draft whose tree was confirmed. */
    void confirmed(DraftId draft) {
        Bill bill = bills.holding(draft);
        rows.lock(bill.id());
        Draft confirmed = bill.draft(draft);
        bill.previous(confirmed).ifPresent(before -> compute(new Pair(before.id(), draft)));
        bill.next(confirmed).ifPresent(after -> compute(new Pair(draft, after.id())));
    }

    /** @throws RuleViolation where the draft has no reading before it, or the link was changed meanwhile */
    public void settle(SettleLink command) {
        Pair pair = open(writable(command.draft()));
        ClauseLink link = rows.links(pair).stream()
                .filter(one ->
                        Objects.equals(one.before(), command.before()) && Objects.equals(one.after(), command.after()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("这条对应关系刚刚被改动了，请刷新页面再核对。"));
        if (link.settledAt() == null) {
            carryOut(pair, Rearrangement.accepting(link, decision()));
        }
        audit.record(command, null, detail(command.draft(), command.before(), command.after()));
    }

    /** @throws RuleViolation where the draft has no reading before it, or a clause is not linked */
    public void correct(CorrectMapping command) {
        Pair pair = open(writable(command.draft()));
        List<ClauseLink> links = rows.links(pair);
        Set<ClauseId> earlier = side(links, ClauseLink::before);
        Set<ClauseId> later = side(links, ClauseLink::after);
        boolean forerunners = later.contains(command.clause());
        Set<ClauseId> counterparts = new HashSet<>(command.counterparts());
        if (!forerunners && !earlier.contains(command.clause())
                || !(forerunners ? earlier : later).containsAll(counterparts)) {
            throw new RuleViolation("选中的条文已经不在这两份文本里，请刷新页面重新选择。");
        }
        carryOut(pair, Rearrangement.of(links, command.clause(), counterparts, forerunners, decision()));
        audit.record(
                command,
                null,
                Map.of(
                        "draft", command.draft().value(),
                        "clause", command.clause().value(),
                        "counterparts",
                                counterparts.stream()
                                        .map(ClauseId::value)
                                        .sorted()
                                        .toList()
                                        .toString()));
    }

    /** @throws RuleViolation where there is nothing to be taken back */
    public void undo(UndoMappingDecision command) {
        Pair pair = writable(command.draft());
        long last = rows.lastDecision(pair).orElseThrow(() -> new RuleViolation("没有可以撤销的核对。"));
        rows.undo(last);
        rename(pair);
        audit.record(command, null, Map.of("draft", command.draft().value(), "decision", last));
    }

    private void carryOut(Pair pair, Rearrangement change) {
        long decision = rows.insertDecision(pair, now(), actor.id());
        rows.replace(change.dropped(), decision);
        rows.insert(pair, change.added(), decision);
        rename(pair);
    }

    /** Gives every link the kind that follows from the links beside it. */
    private void rename(Pair pair) {
        List<ClauseLink> links = rows.links(pair);
        Mapping told = known.of(tree(pair.before()), tree(pair.after()), links);
        Map<LinkKey, LinkKind> kinds = Stream.concat(told.articles().stream(), told.others().stream())
                .collect(Collectors.toMap(link -> new LinkKey(link.before(), link.after()), Link::kind));
        for (ClauseLink link : links) {
            LinkKind kind = kinds.getOrDefault(LinkKey.of(link), link.kind());
            if (kind != link.kind()) {
                rows.setKind(link, kind);
            }
        }
    }

    private void compute(Pair pair) {
        if (!rows.stored(pair)) {
            store(pair);
            return;
        }
        ClauseTree earlier = tree(pair.before());
        ClauseTree later = tree(pair.after());
        KeptLinks kept = new KeptLinks(rows.links(pair));
        rows.keepOnly(pair, kept.kept());
        rows.insert(pair, kept.completed(Mapping.between(earlier, later)), null);
        rows.setComputed(pair, now());
        rename(pair);
    }

    private void store(Pair pair) {
        rows.insertMapping(pair, now());
        rows.insert(pair, computed(tree(pair.before()), tree(pair.after())), null);
    }

    /** A mapping from before mappings were stored is stored now. */
    private Pair open(Pair pair) {
        if (!rows.stored(pair)) {
            store(pair);
        }
        return pair;
    }

    private Pair writable(DraftId draft) {
        Bill bill = bills.holding(draft);
        rows.lock(bill.id());
        return bill.previous(bill.draft(draft))
                .map(before -> new Pair(before.id(), draft))
                .orElseThrow(() -> new RuleViolation("这份草案之前没有已确认的审次，没有可以核对的对应关系。"));
    }

    private ReadingMapping mapping(Draft before, Draft after) {
        Pair pair = new Pair(before.id(), after.id());
        ClauseTree earlier = tree(before.id());
        ClauseTree later = tree(after.id());
        return new ReadingMapping(
                before,
                after,
                earlier,
                later,
                links(pair, earlier, later),
                rows.lastDecision(pair).isPresent());
    }

    private Mapping mapping(Pair pair, ClauseTree earlier, ClauseTree later) {
        return rows.stored(pair) ? known.of(earlier, later, rows.links(pair)) : Mapping.between(earlier, later);
    }

    private List<ClauseLink> links(Pair pair, ClauseTree earlier, ClauseTree later) {
        return rows.stored(pair) ? rows.links(pair) : computed(earlier, later);
    }

    private static List<ClauseLink> computed(ClauseTree earlier, ClauseTree later) {
        return new KeptLinks(List.of()).completed(Mapping.between(earlier, later));
    }

    private ClauseTree tree(DraftId draft) {
        return new ClauseTree(drafts.clauses(draft));
    }

    private static Set<ClauseId> side(List<ClauseLink> links, Function<ClauseLink, ClauseId> side) {
        return links.stream().map(side).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Rearrangement.Decision decision() {
        return new Rearrangement.Decision(now(), actor.id());
    }

    private static Map<String, Object> detail(DraftId draft, ClauseId before, ClauseId after) {
        return Map.of(
                "draft", draft.value(),
                "before", before == null ? "" : before.value(),
                "after", after == null ? "" : after.value());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
