package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Opens a PDF that is not to be trusted. The library inflates whatever it needs into memory and asks nobody; here it
 * gets streams that inflate themselves, up to a bound, and a source that ends when the time is over.
 */
final class PdfFile {
    /** Bytes of one stream: the largest Chinese font within a file of 10 MB. */
    private static final int MOST_OF_A_STREAM = 24 * 1024 * 1024;

    /** Bytes of a page's text, or of a table of meanings: once parsed they take up to ten times the memory. */
    private static final int MOST_OF_TEXT = 8 * 1024 * 1024;

    /** Bytes of one stream of objects, and of all of them together, as those stay in memory. */
    private static final int MOST_OF_OBJECTS = 4 * 1024 * 1024;

    private static final int MOST_OF_ALL_OBJECTS = 16 * 1024 * 1024;

    /** Arrays, dictionaries and strings: two bytes of an empty one become a hundred. */
    private static final int MOST_BRACKETS = 1_500_000;

    private static final int MOST_BRACKETS_OF_A_STREAM = 500_000;

    /** Bytes inflated in all; the same stream counts each time it is used. */
    private static final long MOST_INFLATED = 1024L * 1024 * 1024;

    private static final long LONGEST_ROW = 1024 * 1024;
    private static final int MOST_FILTERS = 4;

    /** The filters that text, fonts and objects are packed with; the others are for pictures. */
    private static final Set<COSName> FILTERS = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.CRYPT);

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfFile() {}

    /** @throws IOException where it is damaged or has a password; @throws UnreadableDraft where it is a bomb */
    static PDDocument open(byte[] content) throws IOException {
        if (brackets(content) > MOST_BRACKETS) {
            throw bomb();
        }
        return new Parser(new Source(content)).parse();
    }

    /** Tells of a stream that it will be parsed, not merely looked into. */
    static void isText(COSStream stream) {
        if (stream instanceof Stream received) {
            received.mostBytes = Math.min(received.mostBytes, MOST_OF_TEXT);
        }
    }

    private static int brackets(byte[] bytes) {
        int brackets = 0;
        for (byte one : bytes) {
            brackets += one == '[' || one == '<' || one == '(' ? 1 : 0;
        }
        return brackets;
    }

    private static UnreadableDraft bomb() {
        return new UnreadableDraft("这份 PDF 解压后异常庞大，为安全起见没有读取。请只保留草案文字，另存一份再导入，或者打开后复制文字粘贴进来。");
    }

    /** The library seeks and reads here in all its loops. */
    private static final class Source extends RandomAccessReadBuffer {
        private static final int SELDOM = 0xFF;
        private int calls;

        Source(byte[] content) {
            super(content);
        }

        private void check() {
            if ((++calls & SELDOM) == 0) {
                TimeLimit.check();
            }
        }

        @Override
        public void seek(long position) throws IOException {
            check();
            super.seek(position);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            check();
            return super.read(target, offset, length);
        }
    }

    private static final class Parser extends PDFParser {
        Parser(RandomAccessRead source) throws IOException {
            super(source, "", null, null, IOUtils.createMemoryOnlyStreamCache());
            document = new Objects(this);
        }
    }

    /** Makes the streams of a parsed document. */
    private static final class Objects extends COSDocument {
        private final Parser parser;
        private long inflated;
        private long objects;

        Objects(Parser parser) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            Stream stream = new Stream(this, parser.createRandomAccessReadView(start, length));
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }

        void count(int bytes, boolean areObjects) {
            TimeLimit.check();
            inflated += bytes;
            objects += areObjects ? bytes : 0;
            if (inflated > MOST_INFLATED || objects > MOST_OF_ALL_OBJECTS) {
                throw bomb();
            }
        }
    }

    /** A stream that shows itself to the library as if it were not packed, so that nothing inflates it but this. */
    private static final class Stream extends COSStream {
        private final Objects document;
        private int mostBytes = MOST_OF_A_STREAM;

        Stream(Objects document, RandomAccessReadView packed) throws IOException {
            super(IOUtils.createMemoryOnlyStreamCache().create(), packed);
            this.document = document;
        }

        @Override
        public COSBase getFilters() {
            return null;
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            COSStream plain = new COSStream();
            try (OutputStream target = plain.createRawOutputStream()) {
                target.write(inflated());
            }
            return plain.createInputStream();
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            refuseEndlessCrossReferences();
            return new Source(inflated());
        }

        /** Entries of no width would be read for ever. */
        private void refuseEndlessCrossReferences() throws IOException {
            COSArray widths = getCOSArray(COSName.W);
            if (widths != null
                    && widths.size() == 3
                    && widths.getInt(0, 0) + widths.getInt(1, 0) + widths.getInt(2, 0) <= 0) {
                throw new IOException("cross references of no width");
            }
        }

        private byte[] inflated() throws IOException {
            boolean areObjects = containsKey(COSName.FIRST) || containsKey(COSName.W);
            int most = areObjects ? MOST_OF_OBJECTS : mostBytes;
            byte[] bytes;
            try (InputStream packed = createRawInputStream()) {
                bytes = packed.readAllBytes();
            }
            document.count(bytes.length, false);
            List<COSName> filters = filters();
            for (int i = 0; i < filters.size(); i++) {
                refuseLongRows(i);
                Bounded target = new Bounded(most, areObjects);
                Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
                filter.decode(new ByteArrayInputStream(bytes), target, this, i);
                bytes = target.toByteArray();
            }
            boolean parsed = areObjects || mostBytes < MOST_OF_A_STREAM;
            if (parsed && (bytes.length > most || brackets(bytes) > MOST_BRACKETS_OF_A_STREAM)) {
                throw bomb();
            }
            PdfCharacterMap.refuseEndless(bytes);
            return bytes;
        }

        private List<COSName> filters() throws IOException {
            COSBase named = getDictionaryObject(COSName.FILTER);
            List<COSName> filters = new ArrayList<>();
            if (named instanceof COSName one) {
                filters.add(one);
            } else if (named instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    filters.add(array.getObject(i) instanceof COSName one ? one : COSName.IMAGE);
                }
            }
            if (filters.size() > MOST_FILTERS || !FILTERS.containsAll(filters)) {
                throw new IOException("a stream of text is not packed so");
            }
            return filters;
        }

        /** A predictor keeps two rows, however long it is told they are. */
        private void refuseLongRows(int filter) throws IOException {
            COSBase parameters = getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
            if (parameters instanceof COSArray array) {
                parameters = filter < array.size() ? array.getObject(filter) : null;
            }
            if (parameters instanceof COSDictionary row) {
                long columns = row.getInt(COSName.COLUMNS, 1);
                long bits = (long) row.getInt(COSName.COLORS, 1) * row.getInt(COSName.BITS_PER_COMPONENT, 8);
                if (columns < 1 || bits < 1 || bits > 8 * 32 * 4 || columns * bits > 8 * LONGEST_ROW) {
                    throw new IOException("rows of " + columns + " samples");
                }
            }
        }

        /** Ends where more is inflated than a draft can need. */
        private final class Bounded extends ByteArrayOutputStream {
            private final int most;
            private final boolean areObjects;

            Bounded(int most, boolean areObjects) {
                this.most = most;
                this.areObjects = areObjects;
            }

            @Override
            public synchronized void write(int one) {
                claim(1);
                super.write(one);
            }

            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                claim(length);
                super.write(bytes, offset, length);
            }

            private void claim(int bytes) {
                document.count(bytes, areObjects);
                if (count + bytes > most) {
                    throw bomb();
                }
            }
        }
    }
}
