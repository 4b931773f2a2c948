package cn.zhengxun.suggestion.offline;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.offline.JudgedOpinion.Verdict;
import cn.zhengxun.suggestion.offline.OpinionImport.Progress;
import cn.zhengxun.suggestion.offline.OpinionImportRows.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables of offline opinions: looked at first, then handed in exactly as they were shown, or not at all. */
@Service
@Transactional
class OpinionImports {
    private static final Duration KEPT = Duration.ofHours(2);

    /** Receipts in one transaction: while one is open, others who hand in wait for their last statement. */
    private static final int AT_ONCE = 100;

    private final OpinionImportRows imports;
    private final ImportedRows imported;
    private final Suggestions suggestions;
    private final Consultations consultations;
    private final Plans plans;
    private final DraftSheets sheets;
    private final Directory directory;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    OpinionImports(
            OpinionImportRows imports,
            ImportedRows imported,
            Suggestions suggestions,
            Consultations consultations,
            Plans plans,
            DraftSheets sheets,
            Directory directory,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.imports = imports;
        this.imported = imported;
        this.suggestions = suggestions;
        this.consultations = consultations;
        this.plans = plans;
        this.sheets = sheets;
        this.directory = directory;
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
     * @throws RuleViolation where the file cannot be read as a whole, or the consultation takes no opinions
     */
    public String preview(PreviewOpinions command) {
        Instant now = clock.instant();
        Consultation consultation = consultations.find(command.consultation());
        requireOpen(consultation);
        imports.deleteExpired(now);
        List<SheetRow<OpinionColumn>> rows = OpinionColumn.TABLE.read(command.fileName(), command.content());
        String sha256 = Sha256.of(command.content());
        OpinionJudge judge = judge(consultation, rows, sha256, actor.id(), now);
        List<JudgedOpinion> judged = rows.stream().map(judge::judge).toList();
        OpinionImport preview = new OpinionImport(
                UUID.randomUUID().toString(),
                consultation.number(),
                command.fileName(),
                sha256,
                actor.id(),
                now,
                now.plus(KEPT),
                Map.of(),
                0,
                0);
        imports.insert(preview, PersonsRows.placed(judged));
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "rows", judged.size(),
                        "sound", count(judged, Verdict.NEW),
                        "known", count(judged, Verdict.KNOWN),
                        "faults", count(judged, Verdict.FAULT)));
        return preview.id();
    }

    /** @throws NotFound where it has expired, was dealt with, or is of another consultation */
    @Transactional(readOnly = true)
    OpinionImport find(ConsultationNumber number, String id) {
        return imports.find(id, clock.instant())
                .filter(preview -> preview.consultation().equals(number))
                .orElseThrow(OpinionImports::gone);
    }

    @Transactional(readOnly = true)
    List<OpinionImport> waiting(ConsultationNumber number) {
        return imports.waiting(number, clock.instant());
    }

    @Transactional(readOnly = true)
    List<OpinionImport.Line> lines(String id, Verdict verdict, boolean notedOnly, int skip, int most) {
        return imports.lines(id, verdict, notedOnly, skip, most);
    }

    /** What came of an import that was confirmed; empty where nothing did. */
    @Transactional(readOnly = true)
    List<OpinionImport.Slip> slips(ConsultationNumber number, String id) {
        return imported.slips(number, id);
    }

    /**
     * Hands in the rows of the next hundred receipts; {@link OpinionImportDesk} goes on until none is left. What is handed
     * in waits no more, so that a confirmation that was cut off goes on where it stopped.
     *
     * @throws NotFound where it has expired or was dealt with
     * @throws RuleViolation where a fault stops it, the directory says something else by now, or collection is over for good
     */
    public Progress confirm(ConfirmOpinions command) {
        imports.takeTurn();
        OpinionImport preview = imports.find(command.id(), clock.instant()).orElseThrow(OpinionImports::gone);
        if (!command.soundOnly() && preview.faulty() > 0) {
            throw new RuleViolation("还有 " + preview.faulty() + " 行有问题，没有导入任何一行；请改好文件重新上传，或选择“只导入无误的行”。");
        }
        List<Waiting> waiting = imports.next(preview.id(), AT_ONCE);
        Map<Integer, List<JudgedOpinion>> people = new LinkedHashMap<>();
        int known = judgeAgain(preview, waiting, people);
        int handed = 0;
        for (Map.Entry<Integer, List<JudgedOpinion>> person : people.entrySet()) {
            SubmitSuggestions together = PersonsRows.together(key(preview, person.getKey()), person.getValue());
            Receipt receipt = suggestions.submit(together, preview.uploadedAt());
            imported.insert(preview, receipt.number(), person.getValue());
            handed += person.getValue().size();
        }
        imports.done(preview.id(), waiting);
        int left = imports.left(preview.id());
        if (left == 0) {
            imports.delete(preview.id());
        }
        Progress progress = new Progress(handed, people.size(), known, left);
        audit.record(
                command,
                preview.consultation().value(),
                Map.of("suggestions", handed, "receipts", people.size(), "known", known, "left", left));
        return progress;
    }

    /** @throws NotFound */
    public void drop(DropOpinions command) {
        String number = imports.find(command.id(), clock.instant())
                .map(preview -> preview.consultation().value())
                .orElseThrow(OpinionImports::gone);
        imports.delete(command.id());
        audit.record(command, number, Map.of());
    }

    /** Fills people by the number of their receipt. @return how many rows somebody else handed in meanwhile */
    private int judgeAgain(OpinionImport preview, List<Waiting> waiting, Map<Integer, List<JudgedOpinion>> people) {
        Consultation consultation = consultations.find(preview.consultation());
        List<SheetRow<OpinionColumn>> rows = waiting.stream().map(Waiting::row).toList();
        OpinionJudge judge = judge(consultation, rows, preview.fileSha256(), preview.uploadedBy(), clock.instant());
        int known = 0;
        for (Waiting shown : waiting) {
            JudgedOpinion now = judge.judge(shown.row());
            if (now.verdict() == Verdict.KNOWN) {
                known++;
            } else if (now.verdict() == Verdict.FAULT
                    || !Objects.equals(now.informant(), shown.informant())
                    || !now.clauseLabel().equals(shown.clauseLabel())) {
                throw new RuleViolation("预览之后名录或草案有了改动，第" + shown.row().line() + "行的结果已不同，这一行和后面的行没有导入；请重新上传文件再看一遍。");
            } else {
                people.computeIfAbsent(shown.handing(), none -> new ArrayList<>())
                        .add(now);
            }
        }
        return known;
    }

    private OpinionJudge judge(
            Consultation consultation,
            List<SheetRow<OpinionColumn>> rows,
            String sha256,
            String collector,
            Instant now) {
        Set<String> fingerprints = imported.fingerprints(consultation.number());
        Set<Integer> lines = imported.lines(consultation.number(), sha256);
        List<String> names = rows.stream()
                .map(row -> row.cell(OpinionColumn.NAME))
                .filter(Objects::nonNull)
                .toList();
        return new OpinionJudge(new OpinionJudge.Beside(
                consultation.number(),
                new ClauseNumbers(sheets.of(consultation).clauses()),
                directory.stations(),
                directory.named(names),
                plans.identityCategories(consultation.number()),
                Shanghai.dateOf(now),
                collector,
                (fingerprint, line) -> fingerprints.contains(fingerprint) || lines.contains(line)));
    }

    private static String key(OpinionImport preview, int person) {
        return "sheet" + SubmitSuggestions.OWN_KEY + preview.id() + SubmitSuggestions.OWN_KEY + person;
    }

    private static long count(List<JudgedOpinion> judged, Verdict verdict) {
        return judged.stream().filter(one -> one.verdict() == verdict).count();
    }

    private static void requireOpen(Consultation consultation) {
        Status status = consultation.status();
        if (status.closed()) {
            throw new RuleViolation("“%s”%s，不再登记线下意见。".formatted(consultation.title(), status.chinese()));
        }
        if (status == Status.INTAKE || status == Status.PLANNING || status == Status.PUSHING) {
            throw new RuleViolation("“%s”还没有开始征集，开始以后才能登记意见。".formatted(consultation.title()));
        }
    }

    private static NotFound gone() {
        return new NotFound("这次预览已过期或已处理，请重新上传文件。已经导入的行不会再导入一次。");
    }
}
