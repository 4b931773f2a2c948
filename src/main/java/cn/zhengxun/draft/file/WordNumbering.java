package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.ChineseNumber;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The automatic numbers of a docx: Word prints 第一条 and （一） of a list that the text itself does not hold. */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final int HIGHEST = 9_999;
    private static final int LONGEST_PATTERN = 40;

    /** One level of a list as defined in the part word/numbering.xml. */
    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";
        private boolean restarts = true;
        private String style;
    }

    private final Map<String, Level[]> levels = new HashMap<>();
    private final Map<String, String> listOf = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> overrides = new HashMap<>();
    private final Map<String, String> numberingOfStyle = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /** Takes in the part word/numbering.xml. */
    WordNumbering define(XMLStreamReader xml) throws XMLStreamException {
        String list = null;
        String numbering = null;
        int level = 0;
        while (xml.hasNext()) {
            if (WordArchive.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    list = attribute(xml, "abstractNumId");
                    numbering = null;
                }
                case "num" -> numbering = attribute(xml, "numId");
                case "abstractNumId" -> listOf.put(numbering, attribute(xml, "val"));
                case "lvl", "lvlOverride" -> level = level(attribute(xml, "ilvl"));
                case "startOverride" ->
                    overrides
                            .computeIfAbsent(numbering, n -> new HashMap<>())
                            .put(level, number(attribute(xml, "val")));
                default -> {
                    if (numbering == null && list != null) {
                        describe(levels(list)[level], xml);
                    }
                }
            }
        }
        return this;
    }

    private Level[] levels(String list) {
        return levels.computeIfAbsent(list, l -> {
            Level[] made = new Level[LEVELS];
            Arrays.setAll(made, i -> new Level());
            return made;
        });
    }

    private static void describe(Level level, XMLStreamReader xml) {
        String value = attribute(xml, "val");
        switch (xml.getLocalName()) {
            case "start" -> level.start = number(value);
            case "numFmt" -> level.format = value;
            case "lvlText" -> level.text = value.length() > LONGEST_PATTERN ? "" : value;
            case "lvlRestart" -> level.restarts = !value.equals("0");
            case "pStyle" -> level.style = value;
            default -> {
                // indents and fonts say nothing about numbers
            }
        }
    }

    /** Takes in the part word/styles.xml: paragraphs of some styles are numbered without saying so. */
    WordNumbering defineStyles(XMLStreamReader xml) throws XMLStreamException {
        String style = null;
        while (xml.hasNext()) {
            if (WordArchive.next(xml) == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("style")) {
                    style = attribute(xml, "styleId");
                } else if (xml.getLocalName().equals("numId") && style != null) {
                    numberingOfStyle.put(style, attribute(xml, "val"));
                }
            }
        }
        return this;
    }

    /**
     * Counts one paragraph on.
     *
     * @param style the paragraph's style, null for the usual one
     * @param numbering its own w:numId, null where only its style may have one
     * @param ownLevel its own w:ilvl, null where the style decides
     * @return the number that Word prints before it, followed by a space; empty for none and for bullets
     */
    String next(String style, String numbering, String ownLevel) {
        String used = numbering != null ? numbering : numberingOfStyle.get(style);
        String list = used == null ? null : listOf.get(used);
        if (list == null) {
            return "";
        }
        Level[] defined = levels(list);
        int level = ownLevel != null ? level(ownLevel) : levelOfStyle(defined, style);
        int[] counter = counters.computeIfAbsent(list, l -> new int[LEVELS]);
        if (begun.add(used)) {
            overrides.getOrDefault(used, Map.of()).forEach((l, start) -> counter[l] = start - 1);
        }
        counter[level] =
                Math.min(counter[level] == 0 ? Math.max(defined[level].start, 1) : counter[level] + 1, HIGHEST);
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            counter[deeper] = defined[deeper].restarts ? 0 : counter[deeper];
        }
        String printed = print(defined, level, counter);
        return printed.isEmpty() ? "" : printed + " ";
    }

    private static int levelOfStyle(Level[] levels, String style) {
        for (int i = 0; i < LEVELS; i++) {
            if (style != null && style.equals(levels[i].style)) {
                return i;
            }
        }
        return 0;
    }

    private static String print(Level[] levels, int level, int[] counter) {
        if (levels[level].format.equals("bullet") || levels[level].format.equals("none")) {
            return "";
        }
        String printed = levels[level].text;
        for (int i = 0; i < LEVELS; i++) {
            printed = printed.replace("%" + (i + 1), format(levels[i].format, Math.max(counter[i], 1)));
        }
        return printed.strip();
    }

    private static String format(String format, int number) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "ideographDigital",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "chineseLegalSimplified" -> ChineseNumber.write(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number <= 20 ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
            default -> String.valueOf(number);
        };
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int level(String value) {
        return Math.min(number(value), LEVELS - 1);
    }

    private static int number(String value) {
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
    }
}
