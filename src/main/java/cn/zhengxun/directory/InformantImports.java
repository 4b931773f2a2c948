package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.sheet.SheetRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of informants: looked at first, then imported exactly as they were shown, or not at all. */
@Service
@Transactional
class InformantImports {
    private static final Duration KEPT = Duration.ofHours(2);

    private final ImportRows imports;
    private final InformantRows informants;
    private final InformantBatch batch;
    private final StationRows stations;
    private final TagRows tags;
    private final RecordRows records;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    InformantImports(
            ImportRows imports,
            InformantRows informants,
            InformantBatch batch,
            StationRows stations,
            TagRows tags,
            RecordRows records,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.imports = imports;
        this.informants = informants;
        this.batch = batch;
        this.stations = stations;
        this.tags = tags;
        this.records = records;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** What nobody confirmed is personal data without a purpose. */
    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT1H")
    public void forgetExpired() {
        imports.deleteExpired(clock.instant());
    }

    /**
     * @return the preview's id, to be confirmed within two hours
     * @throws RuleViolation where the file cannot be read as a whole
     */
    public String preview(PreviewImport command) {
        Instant now = clock.instant();
        imports.deleteExpired(now);
        List<SheetRow<InformantColumn>> rows = InformantColumn.TABLE.read(command.content());
        ImportJudge judge = judge(rows);
        List<JudgedRow> judged = judge.judge(rows);
        String id = UUID.randomUUID().toString();
        imports.insert(
                new ImportPreview(
                        id, command.fileName(), actor.id(), now.plus(KEPT), Map.of(), 0, List.copyOf(judge.newTags())),
                now,
                judged);
        audit.record(command, null, counts(judged));
        return id;
    }

    /** @throws NotFound where it has expired or was dealt with */
    @Transactional(readOnly = true)
    ImportPreview find(String id) {
        return imports.find(id, clock.instant()).orElseThrow(InformantImports::gone);
    }

    @Transactional(readOnly = true)
    List<ImportPreview.Line> lines(String id, Verdict verdict, boolean twinsOnly, int skip, int most) {
        return imports.lines(id, verdict, twinsOnly, skip, most);
    }

    /**
     * @return how many were added and changed
     * @throws NotFound where it has expired or was dealt with
     * @throws RuleViolation where a fault stops it, or the directory says something else by now
     */
    public ImportPreview confirm(ConfirmImport command) {
        imports.takeTurn();
        ImportPreview preview = find(command.id());
        int faults = preview.faulty();
        if (!command.soundOnly() && faults > 0) {
            throw new RuleViolation("还有 " + faults + " 行有问题，没有导入任何一行；请改好文件重新上传，或选择“只导入无误的行”。");
        }
        List<ImportRows.Shown> shown = imports.toWrite(command.id());
        // judged only once nobody else can change them, or a change made meanwhile would be written over
        informants.lock(shown.stream()
                .map(ImportRows.Shown::informant)
                .filter(Objects::nonNull)
                .map(InformantId::new)
                .toList());
        List<SheetRow<InformantColumn>> rows =
                shown.stream().map(ImportRows.Shown::row).toList();
        List<JudgedRow> judged = judge(rows).judge(rows);
        for (int i = 0; i < shown.size(); i++) {
            requireSame(shown.get(i), judged.get(i));
        }
        write(judged);
        imports.delete(command.id());
        audit.record(
                command,
                null,
                Map.of(
                        "added", preview.added(),
                        "changed", preview.changed(),
                        "faults", faults));
        return preview;
    }

    /** @throws NotFound */
    public void drop(DropImport command) {
        if (!imports.delete(command.id())) {
            throw gone();
        }
        audit.record(command, null, Map.of());
    }

    private ImportJudge judge(List<SheetRow<InformantColumn>> rows) {
        List<PersonKeys> keys = imports.keys(rows);
        Collection<Informant> known = informants.find(
                keys.stream().map(key -> new InformantId(key.id())).toList());
        return new ImportJudge(keys, known, stations.all(), families());
    }

    private Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        tags.uses().forEach(tag -> families.put(tag.name(), tag.family()));
        return families;
    }

    private static void requireSame(ImportRows.Shown shown, JudgedRow now) {
        Long person = now.informant() == null ? null : now.informant().value();
        if (shown.verdict() != now.verdict()
                || !Objects.equals(shown.informant(), person)
                || !shown.findings().equals(now.findings())) {
            throw new RuleViolation("预览之后名录有了改动，第" + shown.row().line() + "行的结果已不同；没有导入任何一行，请重新上传文件再看一遍。");
        }
    }

    private void write(List<JudgedRow> judged) {
        Map<Tag, Long> ids = tagIds(judged);
        List<JudgedRow> added =
                judged.stream().filter(row -> row.verdict() == Verdict.NEW).toList();
        List<JudgedRow> changed =
                judged.stream().filter(row -> row.verdict() == Verdict.CHANGED).toList();
        List<InformantId> written = new ArrayList<>(batch.insert(added));
        keepDecisions(added, written, changed);
        batch.update(changed);
        changed.forEach(row -> written.add(row.informant()));
        List<JudgedRow> all = new ArrayList<>(added);
        all.addAll(changed);
        List<long[]> borne = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Tag tag : all.get(i).details().tags()) {
                borne.add(new long[] {written.get(i).value(), ids.get(tag)});
            }
        }
        batch.replaceTags(written, borne);
    }

    private Map<Tag, Long> tagIds(List<JudgedRow> judged) {
        List<Tag> distinct = judged.stream()
                .flatMap(row -> row.details().tags().stream())
                .distinct()
                .toList();
        Map<Tag, Long> ids = new HashMap<>();
        distinct.forEach(tag -> ids.put(tag, tags.idsOf(List.of(tag)).get(0)));
        return ids;
    }

    /** A refusal in the file is the person's decision like any other. */
    private void keepDecisions(List<JudgedRow> added, List<InformantId> ids, List<JudgedRow> changed) {
        LocalDate today = Shanghai.dateOf(clock.instant());
        String wording = ConsentKind.PROFILING.wording();
        for (int i = 0; i < added.size(); i++) {
            if (added.get(i).details().profilingRefused()) {
                records.insert(new RecordConsent(ids.get(i), ConsentKind.PROFILING, false, today, wording));
            }
        }
        for (JudgedRow row : changed) {
            if (row.findings().stream()
                    .anyMatch(change -> change.column().equals(InformantColumn.REFUSES_PROFILING.heading()))) {
                records.insert(new RecordConsent(
                        row.informant(), ConsentKind.PROFILING, !row.details().profilingRefused(), today, wording));
            }
        }
    }

    private static Map<String, Integer> counts(List<JudgedRow> judged) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        judged.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        Map<String, Integer> named = new HashMap<>();
        counts.forEach((verdict, n) -> named.put(verdict.name().toLowerCase(java.util.Locale.ROOT), n));
        return named;
    }

    private static NotFound gone() {
        return new NotFound("这次预览已过期或已处理，请重新上传文件。");
    }
}
