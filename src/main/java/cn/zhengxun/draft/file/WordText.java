package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a docx, a line per paragraph, with the numbers that Word prints before paragraphs of lists. */
final class WordText {
    /** What is not part of the text as it now stands: deletions, fallbacks of what was read already, phonetic guides. */
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "Fallback", "rt", "instrText", "delText", "pPrChange", "rPrChange");

    /** As much as a plain text of 10 MB can hold. */
    private static final int MOST_CHARACTERS = DraftFile.MOST_BYTES;

    private final WordNumbering numbering;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();

    /** A paragraph while it is read; text boxes nest them. */
    private static final class Paragraph {
        private final StringBuilder words = new StringBuilder();
        private String style;
        private String list;
        private String level;
    }

    private WordText(WordNumbering numbering) {
        this.numbering = numbering;
    }

    /** @throws UnreadableDraft where the archive is no docx, damaged, encrypted or a bomb */
    static String read(byte[] content) {
        try {
            WordArchive archive = new WordArchive(content);
            String main = archive.parts().stream()
                    .filter(part -> part.matches("word/document\\d*\\.xml"))
                    .findFirst()
                    .orElseThrow(() -> notWord(archive.parts()));
            WordNumbering numbering = new WordNumbering();
            archive.read("word/numbering.xml", numbering::define);
            archive.read("word/styles.xml", numbering::defineStyles);
            return archive.read(main, new WordText(numbering)::paragraphs).orElseThrow();
        } catch (ZipException encryptedOrDamaged) {
            throw new UnreadableDraft("这份 Word 文档已经损坏或者设有密码，无法读取。请用 Word 或 WPS 打开后另存一份再导入。", encryptedOrDamaged);
        } catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
            throw new UnreadableDraft("这份 Word 文档已经损坏，无法读取。请用 Word 或 WPS 打开后另存一份再导入。", damaged);
        }
    }

    private static UnreadableDraft notWord(Set<String> parts) {
        String kind = parts.contains("OFD.xml")
                ? "OFD 文件"
                : parts.stream().anyMatch(part -> part.startsWith("xl/"))
                        ? "Excel 表格"
                        : parts.stream().anyMatch(part -> part.startsWith("ppt/")) ? "演示文稿" : "压缩文件";
        return new UnreadableDraft("这份文件是" + kind + "，系统读不了。请另存为 Word 文档（.docx）或纯文本（.txt）再导入。");
    }

    private String paragraphs(XMLStreamReader xml) throws XMLStreamException {
        boolean inText = false;
        while (xml.hasNext()) {
            int event = WordArchive.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (xml.getLocalName().equals("p") && !paragraphs.isEmpty()) {
                    end(paragraphs.pop());
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inText) {
                append(xml.getText());
            }
        }
        return text.toString();
    }

    /** @return whether characters that follow are text */
    private boolean begin(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (name.equals("p")) {
            paragraphs.push(new Paragraph());
        } else if (SKIPPED.contains(name)) {
            skip(xml);
        } else if (!paragraphs.isEmpty()) {
            Paragraph paragraph = paragraphs.peek();
            switch (name) {
                case "pStyle" -> paragraph.style = WordNumbering.attribute(xml, "val");
                case "numId" -> paragraph.list = WordNumbering.attribute(xml, "val");
                case "ilvl" -> paragraph.level = WordNumbering.attribute(xml, "val");
                case "tab" -> append(" ");
                case "br", "cr" -> append("\n");
                case "noBreakHyphen" -> append("-");
                default -> {
                    return name.equals("t");
                }
            }
        }
        return false;
    }

    private void end(Paragraph paragraph) {
        text.append(numbering.next(paragraph.style, paragraph.list, paragraph.level))
                .append(paragraph.words)
                .append('\n');
        if (text.length() > MOST_CHARACTERS) {
            throw WordArchive.bomb();
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void append(String words) {
        if (!paragraphs.isEmpty()) {
            paragraphs.peek().words.append(words);
        }
    }
}
