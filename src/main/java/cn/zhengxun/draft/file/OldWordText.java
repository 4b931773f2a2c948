package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The text of a Word 97–2003 document (.doc, also WPS's .wps) as {@link WordText} reads that of a docx. What the file
 * promises of sizes and places is not to be trusted, and the library finds that out only when it stumbles, in many ways.
 */
final class OldWordText {
    private static final Set<String> MACROS = Set.of("Macros", "_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT");
    private static final int DEEPEST = 12;
    private static final char LINE = '\u000B';
    private static final char PAGE = '\f';
    private static final char CELL = '\u0007';
    private static final char FIELD_BEGIN = '\u0013';
    private static final char FIELD_SEPARATE = '\u0014';
    private static final char FIELD_END = '\u0015';
    private static final char HYPHEN = '\u001E';

    private final OldWordNumbering numbering;
    private final TextFlow flow = new TextFlow();
    private final StringBuilder carried = new StringBuilder();
    private int tables;

    private OldWordText(OldWordNumbering numbering) {
        this.numbering = numbering;
    }

    /** @throws UnreadableDraft where it is another kind of file, damaged, encrypted, too old, or brings macros */
    static List<Line> read(byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            Set<String> entries = files.getRoot().getEntryNames();
            if (entries.stream().anyMatch(MACROS::contains)) {
                throw WordArchive.macros();
            }
            if (!entries.contains("WordDocument")) {
                throw notWord(entries);
            }
            try (HWPFDocument document = new HWPFDocument(files)) {
                return read(document);
            }
        } catch (UnreadableDraft refused) {
            throw refused;
        } catch (EncryptedDocumentException locked) {
            throw locked(locked);
        } catch (OldFileFormatException tooOld) {
            throw new UnreadableDraft("这份文件是 Word 95 或更早的文档，系统读不了。请用 Word 或 WPS 打开后另存为 Word 文档（.docx）再导入。", tooOld);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw new UnreadableDraft("这份 Word 文档（.doc）已经损坏，无法读取。请用 Word 或 WPS 打开后另存为 Word 文档（.docx）再导入。", damaged);
        }
    }

    private static UnreadableDraft locked(Exception cause) {
        return new UnreadableDraft("这份 Word 文档设有密码，无法读取。请去掉密码后再导入。", cause);
    }

    private static UnreadableDraft notWord(Set<String> entries) {
        if (entries.contains("EncryptedPackage")) {
            return locked(null);
        }
        String kind = entries.contains("Workbook") || entries.contains("Book")
                ? "Excel 表格"
                : entries.contains("PowerPoint Document") ? "演示文稿" : "旧版 Office 文件，但不是 Word 文档";
        return new UnreadableDraft("这份文件是" + kind + "，系统读不了。" + DraftFormat.ADVICE);
    }

    private static List<Line> read(HWPFDocument document) {
        OldWordText text = new OldWordText(new OldWordNumbering(document.getListTables()));
        Range boxes = document.getMainTextboxRange();
        if (boxes.getEndOffset() > boxes.getStartOffset()) {
            text.paragraphs(boxes);
        }
        text.paragraphs(document.getRange());
        return text.flow.lines();
    }

    private void paragraphs(Range range) {
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            TimeLimit.check();
            paragraph(range.getParagraph(i));
        }
        enter(0);
    }

    private void paragraph(Paragraph paragraph) {
        boolean inner = paragraph.getProps().getFTtpEmbedded();
        enter(paragraph.isInTable() ? Math.min(Math.max(paragraph.getTableLevel(), 1), DEEPEST) : 0);
        if (paragraph.isTableRowEnd() || inner) {
            flow.endRow();
            return;
        }
        StringBuilder words = new StringBuilder();
        boolean goesOn = words(paragraph, words);
        if (goesOn) {
            carried.append(words);
            return;
        }
        boolean endsCell =
                paragraph.isEmbeddedCellMark() || !words.isEmpty() && words.charAt(words.length() - 1) == CELL;
        String number = numbering.next(paragraph.getIlfo(), paragraph.getIlvl());
        flow.paragraph(number + carried + words.toString().replace(String.valueOf(CELL), ""));
        carried.setLength(0);
        if (endsCell) {
            flow.endCell();
        }
    }

    private void enter(int level) {
        for (; tables < level; tables++) {
            flow.beginTable();
        }
        for (; tables > level; tables--) {
            flow.endTable();
        }
    }

    /** @return whether the paragraph's mark was deleted, so that it goes on in the next */
    private static boolean words(Paragraph paragraph, StringBuilder words) {
        Fields fields = new Fields();
        boolean markDeleted = false;
        int count = paragraph.numCharacterRuns();
        for (int i = 0; i < count; i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            String text = run.text();
            if (run.isMarkedDeleted() || run.isVanished()) {
                markDeleted = run.isMarkedDeleted() && text.endsWith("\r");
            } else if (run.isSymbol()) {
                words.append(Symbols.of(run.getSymbolCharacter()));
            } else {
                text.chars().forEach(c -> take((char) c, fields, words));
            }
        }
        return markDeleted;
    }

    private static void take(char c, Fields fields, StringBuilder words) {
        switch (c) {
            case FIELD_BEGIN -> fields.mark("begin");
            case FIELD_SEPARATE -> fields.mark("separate");
            case FIELD_END -> fields.mark("end");
            default -> {
                if (fields.instructs()) {
                    fields.instruct(String.valueOf(c));
                } else if (fields.shown()) {
                    words.append(c == LINE || c == PAGE ? '\n' : c == HYPHEN ? '-' : c == '\r' ? ' ' : c);
                }
            }
        }
    }
}
