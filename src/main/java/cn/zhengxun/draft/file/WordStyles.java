package cn.zhengxun.draft.file;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The styles of a docx as far as they number paragraphs that do not say so themselves (word/styles.xml). */
final class WordStyles {
    private static final int LONGEST_CHAIN = 20;

    /** @param list its w:numId, null where it says none; @param level its w:ilvl, null where it says none */
    record Numbered(String style, String list, String level) {}

    private static final class Style {
        private String basedOn;
        private String list;
        private String level;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private String usual;

    WordStyles define(XMLStreamReader xml) throws XMLStreamException {
        Style style = null;
        while (xml.hasNext()) {
            if (WordArchive.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String value = WordNumbering.attribute(xml, "val");
            switch (xml.getLocalName()) {
                case "style" -> {
                    String id = WordNumbering.attribute(xml, "styleId");
                    style = styles.computeIfAbsent(id, s -> new Style());
                    String given = WordNumbering.attribute(xml, "default");
                    if (WordNumbering.attribute(xml, "type").equals("paragraph")
                            && (given.equals("1") || given.equals("true"))) {
                        usual = id;
                    }
                }
                case "basedOn" -> set(style, s -> s.basedOn = value);
                case "numId" -> set(style, s -> s.list = value);
                case "ilvl" -> set(style, s -> s.level = value);
                default -> {
                    // fonts and spacing number nothing
                }
            }
        }
        return this;
    }

    private static void set(Style style, java.util.function.Consumer<Style> value) {
        if (style != null) {
            value.accept(style);
        }
    }

    /** @param style null for the usual one; @return how it or what it is based on numbers a paragraph */
    Numbered numbered(String style) {
        String level = null;
        String name = style == null ? usual : style;
        Style one = styles.get(name);
        for (int i = 0; one != null && i < LONGEST_CHAIN; i++) {
            level = level == null ? one.level : level;
            if (one.list != null) {
                return new Numbered(name, one.list, level);
            }
            name = one.basedOn;
            one = styles.get(name);
        }
        return new Numbered(style, null, level);
    }
}
