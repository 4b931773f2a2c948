package cn.zhengxun.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks at where cells claim to be. The reader fills a row with nothing up to each cell's column, so that a few bytes in
 * a column far to the right would take all memory. Read with the same parser as the reader's.
 */
final class SheetCells {
    /** XFD, the last one a spreadsheet has. */
    private static final int LAST_COLUMN = 16_384;

    private static final long MOST_PLACES = 20_000_000;

    private static final XMLInputFactory PARSER = parser();

    private long places;

    private static XMLInputFactory parser() {
        XMLInputFactory parser = new InputFactoryImpl();
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return parser;
    }

    /** @return whether everything up to the end, or to where nobody can read on, may be given to the reader */
    boolean sensible(InputStream xml) {
        try {
            XMLStreamReader events = PARSER.createXMLStreamReader(xml);
            while (events.hasNext()) {
                int event = events.next();
                if (event == XMLStreamConstants.DTD) {
                    return false;
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && "c".equals(events.getLocalName())
                        && !sensible(events.getAttributeValue(null, "r"))) {
                    return false;
                }
            }
        } catch (XMLStreamException malformed) {
            // the reader stops here, too; drawings in old formats often are malformed
        }
        return true;
    }

    /** @param reference such as B12, null where the cell names none */
    private boolean sensible(String reference) {
        int column = 0;
        for (int i = 0; reference != null && i < reference.length(); i++) {
            char letter = Character.toUpperCase(reference.charAt(i));
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
                if (column > LAST_COLUMN) {
                    return false;
                }
            }
        }
        // only what lies beyond the columns anybody fills costs more than the cell itself
        places += column > 100 ? column : 0;
        return places <= MOST_PLACES;
    }
}
