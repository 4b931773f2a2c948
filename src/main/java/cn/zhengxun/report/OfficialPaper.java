package cn.zhengxun.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** An A4 docx in the look of a Chinese official document; the styles are in report/styles.xml. */
class OfficialPaper {
    /** What XML 1.0 cannot hold; a person's pasted text may. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** Between the margins of {@link #page()}, in twentieths of a point. */
    private static final int TEXT_WIDTH = 11906 - 1588 - 1474;

    enum Style {
        TITLE("Title"),
        ADDRESSEE("Addressee"),
        HEADING("Heading1"),
        SUBHEADING("Heading2"),
        CLAUSE("Clause"),
        BODY("Body"),
        SIGNATURE("Signature"),
        CELL("Cell");

        private final String id;

        Style(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    private final XWPFDocument document = new XWPFDocument();

    OfficialPaper(String title, String office, Date date) {
        try (InputStream styles = OfficialPaper.class.getResourceAsStream("/report/styles.xml")) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
        } catch (IOException | XmlException broken) {
            throw new IllegalStateException("report/styles.xml cannot be read", broken);
        }
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator(office);
        properties.setCreated(Optional.of(date));
        page();
        footer();
    }

    void add(Style style, String text) {
        add(style, "", text);
    }

    /** @param lead stands bold before the text */
    void add(Style style, String lead, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        if (!lead.isEmpty()) {
            var run = paragraph.createRun();
            run.setBold(true);
            run.setText(lead);
        }
        write(paragraph.createRun(), text);
    }

    /** @param widths of the columns in hundredths of the text's width; the second column is centred */
    void table(List<String> head, List<List<String>> rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows.size() + 1, head.size());
        table.setWidth("100%");
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        for (int column = 0; column < widths.size(); column++) {
            var width = column < grid.sizeOfGridColArray() ? grid.getGridColArray(column) : grid.addNewGridCol();
            width.setW(BigInteger.valueOf((long) TEXT_WIDTH * widths.get(column) / 100));
        }
        fill(table, 0, head, true);
        table.getRow(0).setRepeatHeader(true);
        for (int row = 0; row < rows.size(); row++) {
            fill(table, row + 1, rows.get(row), false);
        }
    }

    byte[] bytes() {
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static String writable(String text) {
        return UNWRITABLE
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
    }

    private static void write(XWPFRun run, String text) {
        String[] lines = writable(text).split("\n", -1);
        run.setText(lines[0]);
        for (int line = 1; line < lines.length; line++) {
            run.addBreak();
            run.setText(lines[line]);
        }
    }

    private static void fill(XWPFTable table, int row, List<String> cells, boolean head) {
        table.getRow(row).setCantSplitRow(true);
        for (int column = 0; column < cells.size(); column++) {
            XWPFTableCell cell = table.getRow(row).getCell(column);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setStyle(Style.CELL.id());
            if (head || column == 1) {
                paragraph.setAlignment(ParagraphAlignment.CENTER);
            }
            var run = paragraph.createRun();
            run.setBold(head);
            write(run, cells.get(column));
        }
    }

    /** A4 with the margins of the standard: 37 mm above, 35 below, 28 left, 26 right; in twentieths of a point. */
    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
        margin.setHeader(BigInteger.valueOf(851));
        margin.setFooter(BigInteger.valueOf(1100));
        margin.setGutter(BigInteger.ZERO);
    }

    private void footer() {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setStyle("Footer");
        paragraph.createRun().setText("— ");
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        field.addNewR().addNewT().setStringValue("1");
        paragraph.createRun().setText(" —");
    }
}
