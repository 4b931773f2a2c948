package cn.zhengxun.directory;

import static cn.zhengxun.directory.InformantColumn.TABLE;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingFile;
import cn.zhengxun.sheet.WaitingFiles;
import cn.zhengxun.sheet.WaitingRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of informants: looked at first, then imported exactly as they were shown, or not at all. */
@Service
@Transactional
class InformantImports {
    private final WaitingFiles files;
    private final PersonKeyRows people;
    private final InformantRows informants;
    private final InformantBatch batch;
    private final StationRows stations;
    private final TagRows tags;
    private final RecordRows records;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    InformantImports(
            WaitingFiles files,
            PersonKeyRows people,
            InformantRows informants,
            InformantBatch batch,
            StationRows stations,
            TagRows tags,
            RecordRows records,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.files = files;
        this.people = people;
        this.informants = informants;
        this.batch = batch;
        this.stations = stations;
        this.tags = tags;
        this.records = records;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @return the preview's id, to be confirmed within two hours
     * @throws RuleViolation where the file cannot be read as a whole
     */
    public String preview(PreviewImport command) {
        files.forgetExpired();
        List<SheetRow<InformantColumn>> rows = TABLE.read(command.content());
        ImportJudge judge = judge(rows);
        List<JudgedRow> judged = judge.judge(rows);
        WaitingFile file = WaitingFile.received(
                null,
                command.fileName(),
                Sha256.of(command.content()),
                actor.id(),
                clock.instant(),
                List.copyOf(judge.newTags()));
        files.insert(TABLE, file, judged.stream().map(JudgedRow::waiting).toList());
        audit.record(command, null, counts(judged));
        return file.id();
    }

    /** @throws NotFound where it has expired or was dealt with */
    @Transactional(readOnly = true)
    WaitingFile find(String id) {
        return files.find(TABLE, id).orElseThrow(() -> new NotFound("这次预览已过期或已处理，请重新上传文件。"));
    }

    @Transactional(readOnly = true)
    List<WaitingRow<InformantColumn>> lines(String id, Verdict verdict, boolean notedOnly, int skip, int most) {
        return files.rows(TABLE, id, verdict, notedOnly, skip, most);
    }

    /**
     * @return how many were added and changed
     * @throws NotFound where it has expired or was dealt with
     * @throws RuleViolation where a fault stops it, or the directory says something else by now
     */
    public WaitingFile confirm(ConfirmImport command) {
        files.takeTurn(TABLE);
        WaitingFile file = find(command.id());
        file.requireSound(command.soundOnly());
        List<WaitingRow<InformantColumn>> shown = files.next(TABLE, command.id(), 1);
        // judged only once nobody else can change them, or a change made meanwhile would be written over
        informants.lock(shown.stream()
                .map(WaitingRow::informant)
                .filter(Objects::nonNull)
                .map(InformantId::new)
                .toList());
        List<SheetRow<InformantColumn>> rows =
                shown.stream().map(WaitingRow::row).toList();
        List<JudgedRow> judged = judge(rows).judge(rows);
        for (int i = 0; i < shown.size(); i++) {
            requireSame(shown.get(i), judged.get(i).waiting());
        }
        write(judged);
        files.delete(command.id());
        audit.record(
                command,
                null,
                Map.of(
                        "added", file.added(),
                        "changed", file.changed(),
                        "faults", file.faulty()));
        return file;
    }

    /** @throws NotFound */
    public void drop(DropImport command) {
        files.delete(find(command.id()).id());
        audit.record(command, null, Map.of());
    }

    private ImportJudge judge(List<SheetRow<InformantColumn>> rows) {
        List<PersonKeys> keys = people.keys(rows);
        Collection<Informant> known = informants.find(
                keys.stream().map(key -> new InformantId(key.id())).toList());
        return new ImportJudge(keys, known, stations.all(), families());
    }

    private Map<String, String> families() {
        Map<String, String> families = new HashMap<>();
        tags.uses().forEach(tag -> families.put(tag.name(), tag.family()));
        return families;
    }

    private static void requireSame(WaitingRow<InformantColumn> shown, WaitingRow<InformantColumn> now) {
        if (shown.verdict() != now.verdict()
                || !Objects.equals(shown.informant(), now.informant())
                || !shown.findings().equals(now.findings())) {
            throw new RuleViolation("预览之后名录有了改动，第" + shown.line() + "行的结果已不同；没有导入任何一行，请重新上传文件再看一遍。");
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
}
