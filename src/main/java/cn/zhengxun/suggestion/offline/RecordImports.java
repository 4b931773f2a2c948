package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.file.WrittenRecord.Piece;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.SuggestionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the draft of a meeting's record from a file; a person checks it and hands it in. */
@Component
class RecordImports {
    private static final int LONGEST_NOTES = 4000;
    private static final int MOST_CATEGORIES = 30;
    private static final int KEY_DIGITS = 50;
    private static final String MORE = "\n……（其余的文字在所附的原文件里）";

    private final OfflineDesk desk;
    private final OfflineRecords records;
    private final Consultations consultations;
    private final DraftSheets sheets;
    private final Directory directory;

    RecordImports(
            OfflineDesk desk,
            OfflineRecords records,
            Consultations consultations,
            DraftSheets sheets,
            Directory directory) {
        this.desk = desk;
        this.records = records;
        this.consultations = consultations;
        this.sheets = sheets;
        this.directory = directory;
    }

    /** @param fresh false where the same record was uploaded before, and nothing was added; the counts are then 0 */
    record Taken(OfflineRecordId record, boolean fresh, int statements, long guesses, int notes) {}

    /** @throws RuleViolation where the file cannot be read, or the consultation takes no opinions */
    Taken take(ConsultationNumber number, String fileName, byte[] content) {
        Consultation consultation = consultations.find(number);
        List<Piece> pieces = RecordFile.read(content);
        String key = "record-" + Sha256.of(number + "\n" + pieces).substring(0, KEY_DIGITS);
        Optional<OfflineRecordId> before = records.begunWith(key);
        if (before.isPresent()) {
            return new Taken(before.get(), false, 0, 0, 0);
        }
        Minutes minutes = MinutesReader.read(
                pieces, new ClauseNumbers(sheets.of(consultation).clauses()));
        OfflineRecordId record = desk.save(command(number, key, fileName, minutes, RecordFile.isSheet(content)))
                .id();
        return new Taken(
                record,
                true,
                minutes.said().size(),
                minutes.guesses(),
                minutes.notes().size());
    }

    private SaveRecord command(ConsultationNumber number, String key, String fileName, Minutes minutes, boolean sheet) {
        List<String> notes = new ArrayList<>();
        notes.add("从文件“" + fileName + "”读入。"
                + (minutes.guesses() > 0 ? "有 " + minutes.guesses() + " 条发言的条款是按“第几条”的字样推测的，请逐条核对；" : "")
                + "没有写条款的按整体。");
        notes.addAll(minutes.notes());
        StationId station = station(minutes, notes);
        minutes.attendance().stream()
                .skip(MOST_CATEGORIES)
                .forEach(one -> notes.add(one.category() + one.people() + "人"));
        List<Statement> statements =
                minutes.said().stream().map(said -> statement(said, notes)).toList();
        return new SaveRecord(
                null,
                key,
                0,
                number,
                new Occasion(
                        true,
                        Channel.MEETING,
                        station,
                        minutes.collector(),
                        minutes.heldOn(),
                        minutes.from(),
                        minutes.to(),
                        minutes.place(),
                        minutes.chair(),
                        minutes.explainer(),
                        fitting(String.join("\n", notes), sheet),
                        false,
                        false),
                minutes.attendance().stream().limit(MOST_CATEGORIES).toList(),
                minutes.voices().stream()
                        .map(voice -> new Speaker(
                                voice.label(),
                                null,
                                false,
                                voice.contact(),
                                voice.category(),
                                null,
                                null,
                                false,
                                false,
                                false,
                                false))
                        .toList(),
                statements);
    }

    private StationId station(Minutes minutes, List<String> notes) {
        if (minutes.station() == null) {
            return null;
        }
        Optional<StationId> station = directory.stations().stream()
                .filter(one -> one.active() && one.name().equals(minutes.station()))
                .map(Station::id)
                .findFirst();
        if (station.isEmpty()) {
            notes.add("站点：" + minutes.station());
        }
        return station.orElse(null);
    }

    private static Statement statement(Minutes.Said said, List<String> notes) {
        SuggestionKind kind = Arrays.stream(SuggestionKind.values())
                .filter(one -> one.chinese()
                        .equals(said.kind() == null ? null : said.kind().strip()))
                .findFirst()
                .orElse(null);
        if (said.kind() != null && kind == null) {
            notes.add("意见类型：" + said.kind());
        }
        return new Statement(said.speaker(), said.clause(), kind, said.original(), said.proposed(), said.reason());
    }

    /** A document stays beside the record as an attachment; of a table everything has to fit. */
    private static String fitting(String notes, boolean sheet) {
        if (notes.length() <= LONGEST_NOTES) {
            return notes;
        }
        if (sheet) {
            throw new RuleViolation("表格里发言以外的文字太多，备注放不下。请把发言写进“原话”列，其余的文字删短，再上传。");
        }
        int end = LONGEST_NOTES - MORE.length();
        return notes.substring(0, Character.isHighSurrogate(notes.charAt(end - 1)) ? end - 1 : end) + MORE;
    }
}
