package cn.zhengxun.suggestion.offline;

import static cn.zhengxun.suggestion.offline.OpinionColumn.TABLE;

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
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingFile;
import cn.zhengxun.sheet.WaitingFiles;
import cn.zhengxun.sheet.WaitingRow;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.offline.HandedIn.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables of offline opinions: looked at first, then handed in exactly as they were shown, or not at all. */
@Service
@Transactional
class OpinionImports {
    /** Receipts in one transaction: while one is open, others who hand in wait for their last statement. */
    private static final int AT_ONCE = 100;

    private final WaitingFiles files;
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
            WaitingFiles files,
            ImportedRows imported,
            Suggestions suggestions,
            Consultations consultations,
            Plans plans,
            DraftSheets sheets,
            Directory directory,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.files = files;
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

    /**
     * @return the preview's id, to be confirmed within two hours
     * @throws RuleViolation where the file cannot be read as a whole, or the consultation takes no opinions
     */
    public String preview(PreviewOpinions command) {
        Instant now = clock.instant();
        Consultation consultation = consultations.find(command.consultation());
        requireOpen(consultation);
        files.forgetExpired();
        List<SheetRow<OpinionColumn>> rows = TABLE.read(command.fileName(), command.content());
        WaitingFile file = WaitingFile.received(
                consultation.number().value(),
                command.fileName(),
                Sha256.of(command.content()),
                actor.id(),
                now,
                List.of());
        OpinionJudge judge = judge(consultation, rows, file, now);
        List<JudgedOpinion> judged = rows.stream().map(judge::judge).toList();
        files.insert(TABLE, file, PersonsRows.placed(judged));
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "rows", judged.size(),
                        "sound", count(judged, Verdict.NEW),
                        "known", count(judged, Verdict.UNCHANGED),
                        "faults", count(judged, Verdict.FAULT)));
        return file.id();
    }

    /** @throws NotFound where it has expired, was dealt with, or is of another consultation */
    @Transactional(readOnly = true)
    WaitingFile find(ConsultationNumber number, String id) {
        return files.find(TABLE, id)
                .filter(file -> file.consultation().equals(number.value()))
                .orElseThrow(OpinionImports::gone);
    }

    @Transactional(readOnly = true)
    List<WaitingFile> waiting(ConsultationNumber number) {
        return files.of(TABLE, number.value());
    }

    @Transactional(readOnly = true)
    List<WaitingRow<OpinionColumn>> lines(String id, Verdict verdict, boolean notedOnly, int skip, int most) {
        return files.rows(TABLE, id, verdict, notedOnly, skip, most);
    }

    /** What came of an import that was confirmed; empty where nothing did. */
    @Transactional(readOnly = true)
    List<HandedIn.Slip> slips(ConsultationNumber number, String id) {
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
        files.takeTurn(TABLE);
        WaitingFile file = files.find(TABLE, command.id()).orElseThrow(OpinionImports::gone);
        file.requireSound(command.soundOnly());
        List<WaitingRow<OpinionColumn>> waiting = files.next(TABLE, file.id(), AT_ONCE);
        Map<Integer, List<JudgedOpinion>> people = new LinkedHashMap<>();
        int known = judgeAgain(file, waiting, people);
        int handed = 0;
        for (Map.Entry<Integer, List<JudgedOpinion>> person : people.entrySet()) {
            SubmitSuggestions together = PersonsRows.together(key(file, person.getKey()), person.getValue());
            Receipt receipt = suggestions.submit(together, file.uploadedAt());
            imported.insert(file, receipt.number(), person.getValue());
            handed += person.getValue().size();
        }
        files.done(file.id(), waiting);
        int left = files.left(file.id());
        if (left == 0) {
            files.delete(file.id());
        }
        Progress progress = new Progress(handed, people.size(), known, left);
        audit.record(
                command,
                file.consultation(),
                Map.of("suggestions", handed, "receipts", people.size(), "known", known, "left", left));
        return progress;
    }

    /** @throws NotFound */
    public void drop(DropOpinions command) {
        WaitingFile file = files.find(TABLE, command.id()).orElseThrow(OpinionImports::gone);
        files.delete(file.id());
        audit.record(command, file.consultation(), Map.of());
    }

    /** Fills people by the number of their receipt. @return how many rows somebody else handed in meanwhile */
    private int judgeAgain(
            WaitingFile file, List<WaitingRow<OpinionColumn>> waiting, Map<Integer, List<JudgedOpinion>> people) {
        Consultation consultation = consultations.find(new ConsultationNumber(file.consultation()));
        List<SheetRow<OpinionColumn>> rows =
                waiting.stream().map(WaitingRow::row).toList();
        OpinionJudge judge = judge(consultation, rows, file, clock.instant());
        int known = 0;
        for (WaitingRow<OpinionColumn> shown : waiting) {
            JudgedOpinion now = judge.judge(shown.row());
            if (now.verdict() == Verdict.UNCHANGED) {
                known++;
            } else if (now.verdict() == Verdict.FAULT
                    || !Objects.equals(now.waiting(null).informant(), shown.informant())
                    || !now.clauseLabel().equals(shown.label())) {
                throw new RuleViolation("预览之后名录或草案有了改动，第" + shown.line() + "行的结果已不同，这一行和后面的行没有导入；请重新上传文件再看一遍。");
            } else {
                people.computeIfAbsent(shown.piece(), none -> new ArrayList<>()).add(now);
            }
        }
        return known;
    }

    private OpinionJudge judge(
            Consultation consultation, List<SheetRow<OpinionColumn>> rows, WaitingFile file, Instant now) {
        Set<String> fingerprints = imported.fingerprints(consultation.number());
        Set<Integer> lines = imported.lines(consultation.number(), file.sha256());
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
                file.uploadedBy(),
                (fingerprint, line) -> fingerprints.contains(fingerprint) || lines.contains(line)));
    }

    private static String key(WaitingFile file, int person) {
        return "sheet" + SubmitSuggestions.OWN_KEY + file.id() + SubmitSuggestions.OWN_KEY + person;
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
