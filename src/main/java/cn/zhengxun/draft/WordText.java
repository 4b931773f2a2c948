package cn.zhengxun.draft;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of a docx, a line per paragraph. It is streamed rather than opened as an XWPFDocument: a received file is
 * not to be trusted, and this way it needs no memory beyond its text, resolves no entity and inflates no bomb.
 */
final class WordText {
    /** Inflated bytes of all parts together; the Civil Code needs about 6 MB. */
    private static final long MOST_INFLATED = 120L * 1024 * 1024;

    private static final int MOST_PARTS = 5_000;

    /** What is not part of the text as it now stands: deletions, fallbacks of what was read already, phonetic guides. */
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "Fallback", "rt", "instrText", "delText", "pPrChange", "rPrChange");

    private final StringBuilder text = new StringBuilder();
    private final Deque<StringBuilder> paragraphs = new ArrayDeque<>();

    private WordText() {}

    /** @throws UnreadableDraft where the archive is no docx, damaged, encrypted or a bomb */
    static String read(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            return mainPart(zip, new Bounded(zip));
        } catch (ZipException encryptedOrDamaged) {
            throw new UnreadableDraft("这份 Word 文档已经损坏或者设有密码，无法读取。请用 Word 或 WPS 打开后另存一份再导入。", encryptedOrDamaged);
        } catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
            throw new UnreadableDraft("这份 Word 文档已经损坏，无法读取。请用 Word 或 WPS 打开后另存一份再导入。", damaged);
        }
    }

    private static String mainPart(ZipInputStream zip, Bounded part) throws IOException, XMLStreamException {
        String other = "";
        String text = null;
        int parts = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++parts > MOST_PARTS) {
                throw Bounded.bomb();
            }
            String name = entry.getName();
            if (text == null && name.matches("word/document\\d*\\.xml")) {
                text = new WordText().paragraphs(part);
            }
            other = name.startsWith("xl/")
                    ? "Excel 表格"
                    : name.startsWith("ppt/") ? "演示文稿" : name.equals("OFD.xml") ? "OFD 文件" : other;
            part.transferTo(OutputStream.nullOutputStream());
        }
        if (text == null) {
            String kind = other.isEmpty() ? "压缩文件" : other;
            throw new UnreadableDraft("这份文件是" + kind + "，系统读不了。请另存为 Word 文档（.docx）或纯文本（.txt）再导入。");
        }
        return text;
    }

    private String paragraphs(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLReporter((message, error, detail, location) -> {
            // what is wrong comes as an exception; without a reporter it is printed as well
        });
        XMLStreamReader xml = factory.createXMLStreamReader(part);
        boolean inText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (xml.getLocalName().equals("p") && !paragraphs.isEmpty()) {
                    text.append(paragraphs.pop()).append('\n');
                }
            } else if (event == XMLStreamConstants.CHARACTERS && inText) {
                append(xml.getText());
            } else if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a docx part has no document type");
            }
        }
        return text.toString();
    }

    /** @return whether characters that follow are text */
    private boolean begin(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        if (SKIPPED.contains(name)) {
            skip(xml);
            return false;
        }
        switch (name) {
            case "p" -> paragraphs.push(new StringBuilder());
            case "tab" -> append(" ");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            default -> {
                return name.equals("t");
            }
        }
        return false;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private void append(String words) {
        if (!paragraphs.isEmpty()) {
            paragraphs.peek().append(words);
        }
    }

    /** Counts what is inflated over all parts. The XML reader closes what it has read, but further parts follow. */
    private static final class Bounded extends FilterInputStream {
        private long inflated;

        Bounded(ZipInputStream zip) {
            super(zip);
        }

        static UnreadableDraft bomb() {
            return new UnreadableDraft("这份 Word 文档解压后异常庞大，为安全起见没有读取。请只保留草案文字，另存一份再导入。");
        }

        @Override
        public void close() {
            // the archive is closed by its owner
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            inflated += more;
            if (inflated > MOST_INFLATED) {
                throw bomb();
            }
        }
    }
}
