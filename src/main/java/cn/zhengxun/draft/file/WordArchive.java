package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a docx, streamed rather than opened as an XWPFDocument: a received file is not to be trusted, and this
 * way it needs no memory beyond its text, resolves no entity and inflates no bomb.
 */
final class WordArchive {
    /** Inflated bytes of all parts together, pictures included. */
    private static final long MOST_INFLATED = 120L * 1024 * 1024;

    /** Inflated bytes of a part that is read; the Civil Code's text needs about 6 MB. */
    private static final long MOST_OF_A_PART = 40L * 1024 * 1024;

    private static final int MOST_PARTS = 5_000;
    private static final int LONGEST_MARK = 3;

    /** Elements within elements; Word itself needs some dozens. */
    private static final int DEEPEST = 1_000;

    private final byte[] content;
    private final Set<String> parts = new HashSet<>();

    /** Reads one part from its beginning to its end. */
    interface PartReader<T> {
        T read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** @throws UnreadableDraft where it is a bomb; @throws IOException where it is damaged or encrypted */
    WordArchive(byte[] content) throws IOException {
        this.content = content;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            Bounded bytes = new Bounded(zip, MOST_INFLATED);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!parts.add(entry.getName())) {
                    throw new UnreadableDraft("这份 Word 文档里有两份同名的内容，可能被改动过，没有读取。请用 Word 或 WPS 打开后另存一份再导入。");
                }
                if (parts.size() > MOST_PARTS) {
                    throw bomb();
                }
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** @return the part that holds the text; @throws UnreadableDraft where there is none, or macros beside it */
    String mainPart() {
        if (parts.stream().anyMatch(part -> part.toLowerCase(Locale.ROOT).matches("(.*/)?vba(project|data).*"))) {
            throw macros();
        }
        return parts.stream()
                .filter(part -> part.matches("word/document\\d*\\.xml"))
                .findFirst()
                .orElseThrow(this::notWord);
    }

    static UnreadableDraft macros() {
        return new UnreadableDraft("这份 Word 文档带有宏，为安全起见没有读取。请用 Word 或 WPS 打开后另存为不含宏的 Word 文档（.docx）再导入。");
    }

    private UnreadableDraft notWord() {
        String kind = parts.contains("OFD.xml")
                ? "OFD 文件"
                : holds("xl/")
                        ? "Excel 表格"
                        : holds("ppt/") ? "演示文稿" : parts.contains("content.xml") ? "OpenDocument 文档" : "压缩文件";
        return new UnreadableDraft("这份文件是" + kind + "，系统读不了。" + DraftFormat.ADVICE);
    }

    private boolean holds(String folder) {
        return parts.stream().anyMatch(part -> part.startsWith(folder));
    }

    /** @return what was read, empty where there is no such part */
    <T> Optional<T> read(String part, PartReader<T> reader) throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    return Optional.of(reader.read(xml(new Bounded(zip, MOST_OF_A_PART))));
                }
            }
            return Optional.empty();
        }
    }

    private static XMLStreamReader xml(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(DEEPEST));
        factory.setXMLReporter((message, error, detail, location) -> {
            // what is wrong comes as an exception; without a reporter it is printed as well
        });
        return factory.createXMLStreamReader(text(new BufferedInputStream(part)));
    }

    /** Decoded here, because the parser prints what it thinks of wrong bytes. Office writes UTF-8, others UTF-16. */
    private static Reader text(BufferedInputStream part) throws XMLStreamException {
        try {
            part.mark(LONGEST_MARK);
            byte[] first = part.readNBytes(LONGEST_MARK);
            boolean utf16 = PlainText.isUtf16(first);
            boolean marked = first.length == LONGEST_MARK && (first[0] & 0xFF) == 0xEF && (first[1] & 0xFF) == 0xBB;
            if (!marked) {
                part.reset();
            }
            CharsetDecoder strict = (utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new InputStreamReader(part, strict);
        } catch (IOException damaged) {
            throw new XMLStreamException(damaged);
        }
    }

    /** @throws XMLStreamException at a document type, which no part has and entities could hide in */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        TimeLimit.check();
        int event = advance(xml);
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("a docx part has no document type");
        }
        return event;
    }

    /** The parser stumbles over some broken texts without saying so in its own exception. */
    private static int advance(XMLStreamReader xml) throws XMLStreamException {
        try {
            return xml.next();
        } catch (UnreadableDraft bomb) {
            throw bomb;
        } catch (RuntimeException broken) {
            throw new XMLStreamException(broken);
        }
    }

    private static UnreadableDraft bomb() {
        return new UnreadableDraft("这份 Word 文档解压后异常庞大，为安全起见没有读取。请只保留草案文字，另存一份再导入。");
    }

    /** Ends where more is inflated than a draft can need. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long inflated;

        Bounded(ZipInputStream zip, long most) {
            super(zip);
            this.most = most;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            TimeLimit.check();
            int read = in.read(target, offset, length);
            inflated += Math.max(read, 0);
            if (inflated > most) {
                throw bomb();
            }
            return read;
        }
    }
}
