package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a docx as it now stands, a line per paragraph, with the numbers that Word prints before paragraphs of
 * lists. Headers, footers, notes and comments are other parts and never read.
 */
final class WordText {
    /** Fallbacks of what was read already, phonetic guides, former properties, and tab stops, which are no tabs. */
    private static final Set<String> SKIPPED =
            Set.of("Fallback", "rt", "delText", "delInstrText", "pPrChange", "rPrChange", "tabs");

    private final WordNumbering numbering;
    private final WordFlow flow;
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final StringBuilder carried = new StringBuilder();
    private boolean inParagraphProperties;
    private boolean inRowProperties;
    private boolean hidden;
    private boolean placeholder;

    /** A paragraph while it is read; text boxes nest them. */
    private static final class Paragraph {
        private final StringBuilder words = new StringBuilder();
        private final Fields fields = new Fields();
        private String style;
        private String list;
        private String level;
        private boolean markDeleted;
    }

    private WordText(WordNumbering numbering, WordFlow flow) {
        this.numbering = numbering;
        this.flow = flow;
    }

    /** @throws UnreadableDraft where the archive is no docx, damaged, encrypted, a bomb, or brings macros */
    static List<Line> read(byte[] content) {
        TextFlow flow = new TextFlow();
        read(content, flow);
        return flow.lines();
    }

    /** As {@link #read(byte[])}, into another kind of flow. */
    static void read(byte[] content, WordFlow flow) {
        try {
            WordArchive archive = new WordArchive(content);
            String main = archive.mainPart();
            WordStyles styles = new WordStyles();
            archive.read("word/styles.xml", styles::define);
            WordNumbering numbering = new WordNumbering(styles);
            archive.read("word/numbering.xml", numbering::define);
            archive.read(main, new WordText(numbering, flow)::paragraphs).orElseThrow();
        } catch (ZipException encryptedOrDamaged) {
            throw new UnreadableDraft("这份 Word 文档已经损坏或者设有密码，无法读取。请用 Word 或 WPS 打开后另存一份再导入。", encryptedOrDamaged);
        } catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
            throw new UnreadableDraft("这份 Word 文档已经损坏，无法读取。请用 Word 或 WPS 打开后另存一份再导入。", damaged);
        }
    }

    /** @return that all was read */
    private boolean paragraphs(XMLStreamReader xml) throws XMLStreamException {
        boolean inText = false;
        boolean inInstruction = false;
        while (xml.hasNext()) {
            int event = WordArchive.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
                boolean within = !paragraphs.isEmpty() && xml.isStartElement();
                inText = within && xml.getLocalName().equals("t");
                inInstruction = within && xml.getLocalName().equals("instrText");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                inInstruction = false;
                end(xml.getLocalName());
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (inText) {
                    append(xml.getText());
                } else if (inInstruction) {
                    paragraphs.peek().fields.instruct(xml.getText());
                }
            }
        }
        return true;
    }

    /** Leaves the reader at the end of what is skipped, else where it was. */
    private void begin(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        switch (name) {
            case "p" -> paragraphs.push(new Paragraph());
            case "tbl" -> flow.beginTable();
            case "pPr" -> inParagraphProperties = true;
            case "trPr" -> inRowProperties = true;
            case "showingPlcHdr" -> placeholder = true;
            case "sdtPr" -> placeholder = false;
            case "sdtContent" -> {
                if (placeholder) {
                    skip(xml);
                }
                placeholder = false;
            }
            case "del", "moveFrom" -> {
                deletion();
                skip(xml);
            }
            case "fldSimple" -> {
                if (Fields.isPage(WordNumbering.attribute(xml, "instr"))) {
                    skip(xml);
                }
            }
            default -> {
                if (SKIPPED.contains(name)) {
                    skip(xml);
                } else if (!paragraphs.isEmpty()) {
                    within(paragraphs.peek(), name, xml);
                }
            }
        }
    }

    /** The same elements delete a run, a paragraph's mark, or a row, depending on where they stand. */
    private void deletion() {
        if (inParagraphProperties && !paragraphs.isEmpty()) {
            paragraphs.peek().markDeleted = true;
        } else if (inRowProperties) {
            flow.dropRow();
        }
    }

    private void within(Paragraph paragraph, String name, XMLStreamReader xml) {
        String value = WordNumbering.attribute(xml, "val");
        switch (name) {
            case "pStyle" -> paragraph.style = value;
            case "numId" -> paragraph.list = value;
            case "ilvl" -> paragraph.level = value;
            case "r" -> hidden = false;
            case "vanish" -> hidden = !inParagraphProperties && !value.equals("0") && !value.equals("false");
            case "tab", "ptab" -> append(" ");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "sym" -> append(Symbols.of(WordNumbering.attribute(xml, "char")));
            case "fldChar" -> paragraph.fields.mark(WordNumbering.attribute(xml, "fldCharType"));
            default -> {
                // everything else looks, but says nothing
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> {
                if (!paragraphs.isEmpty()) {
                    end(paragraphs.pop());
                }
            }
            case "pPr" -> inParagraphProperties = false;
            case "trPr" -> inRowProperties = false;
            case "r" -> hidden = false;
            case "tc" -> flow.endCell();
            case "tr" -> flow.endRow();
            case "tbl" -> flow.endTable();
            default -> {
                // nothing ends with the others
            }
        }
    }

    /** A paragraph whose mark was deleted goes on in the next one, which decides on the number. */
    private void end(Paragraph paragraph) {
        if (paragraph.markDeleted) {
            carried.append(paragraph.words);
            return;
        }
        String number = numbering.next(paragraph.style, paragraph.list, paragraph.level);
        flow.paragraph(number, carried.toString() + paragraph.words);
        carried.setLength(0);
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = WordArchive.next(xml);
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void append(String words) {
        if (!paragraphs.isEmpty() && !hidden && paragraphs.peek().fields.shown()) {
            paragraphs.peek().words.append(words);
        }
    }
}
