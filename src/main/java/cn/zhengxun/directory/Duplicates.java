package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who may be in the directory twice. What was said under a merged entry stays with that entry. */
@Service
@Transactional
class Duplicates {
    private static final int MOST = 100;

    private final DuplicateRows rows;
    private final InformantRows informants;
    private final RecordRows records;
    private final AuditTrail audit;

    Duplicates(DuplicateRows rows, InformantRows informants, RecordRows records, AuditTrail audit) {
        this.rows = rows;
        this.informants = informants;
        this.records = records;
        this.audit = audit;
    }

    record Pair(Informant older, Informant newer, Likeness likeness) {}

    /** The first hundred. */
    @Transactional(readOnly = true)
    List<Pair> pairs() {
        List<DuplicateRows.Pair> pairs = rows.pairs(MOST);
        Map<Long, Informant> people = informants
                .find(pairs.stream()
                        .flatMap(pair -> Stream.of(pair.older(), pair.newer()))
                        .map(InformantId::new)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(person -> person.id().value(), Function.identity()));
        return pairs.stream()
                .map(pair -> new Pair(people.get(pair.older()), people.get(pair.newer()), pair.likeness()))
                .toList();
    }

    /** @throws NotFound @throws RuleViolation where one of them was merged before */
    public void merge(MergeInformants command) {
        requireTwo(command.kept(), command.gone());
        rows.lock(command.kept(), command.gone());
        if (informants.mergedInto(command.kept()).isPresent()) {
            throw new RuleViolation("要保留的一条已并入别的资料，请刷新后再选。");
        }
        Informant kept = find(command.kept());
        Informant gone = find(command.gone());
        if (!kept.active()) {
            throw new RuleViolation("要保留的一条已停用，请先在其资料中恢复在任，或保留另一条。");
        }
        if (rows.merge(command.gone(), command.kept()) == 0) {
            throw new RuleViolation("其中一条刚才已并入别的资料，请刷新后再看。");
        }
        records.copy(command.gone(), command.kept());
        informants.fillFrom(command.kept(), command.gone());
        informants.refuseProfiling(
                command.kept(),
                records.refused(command.kept(), ConsentKind.PROFILING)
                        .orElse(kept.profilingRefused() || gone.profilingRefused()));
        audit.record(
                command,
                null,
                Map.of("kept", command.kept().value(), "gone", command.gone().value()));
    }

    /** @throws NotFound */
    public void tellApart(TellApart command) {
        requireTwo(command.one(), command.other());
        rows.insertDistinct(command.one(), command.other());
        audit.record(
                command,
                null,
                Map.of("one", command.one().value(), "other", command.other().value()));
    }

    private void requireTwo(InformantId one, InformantId other) {
        if (Objects.equals(one, other)) {
            throw new RuleViolation("这是同一条资料，请选择两条不同的资料。");
        }
        find(one);
        find(other);
    }

    private Informant find(InformantId id) {
        return informants.find(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("名录中没有这位信息员，请从列表中选择。"));
    }
}
