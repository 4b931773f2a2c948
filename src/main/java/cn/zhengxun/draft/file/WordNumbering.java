package cn.zhengxun.draft.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The automatic numbers of a docx: Word prints 第一条 and （一） of a list that the text itself does not hold. */
final class WordNumbering {
    private static final int LONGEST_CHAIN = 5;

    private final WordStyles styles;
    private final Map<String, ListLevel[]> definitions = new HashMap<>();
    private final Map<String, String> styleOfDefinition = new HashMap<>();
    private final Map<String, String> definitionOf = new HashMap<>();
    private final Map<String, Map<Integer, ListLevel>> replaced = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> starts = new HashMap<>();
    private final ListCounters counters = new ListCounters();

    WordNumbering(WordStyles styles) {
        this.styles = styles;
    }

    /** Takes in the part word/numbering.xml. */
    WordNumbering define(XMLStreamReader xml) throws XMLStreamException {
        String definition = null;
        String use = null;
        int overridden = 0;
        ListLevel level = null;
        while (xml.hasNext()) {
            int event = WordArchive.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "abstractNum" -> definition = null;
                    case "num" -> use = null;
                    case "lvl" -> level = null;
                    default -> {
                        // nothing ends with the others
                    }
                }
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String value = attribute(xml, "val");
            switch (xml.getLocalName()) {
                case "abstractNum" -> {
                    definition = attribute(xml, "abstractNumId");
                    use = null;
                    levels(definition);
                }
                case "numStyleLink" -> styleOfDefinition.put(definition, value);
                case "num" -> use = attribute(xml, "numId");
                case "abstractNumId" -> definitionOf.put(use, value);
                case "lvlOverride" -> overridden = level(attribute(xml, "ilvl"));
                case "startOverride" ->
                    starts.computeIfAbsent(use, n -> new HashMap<>()).put(overridden, number(value));
                case "lvl" -> level = opened(definition, use, level(attribute(xml, "ilvl")));
                default -> describe(level, xml.getLocalName(), value);
            }
        }
        return this;
    }

    private ListLevel opened(String definition, String use, int index) {
        if (use == null) {
            return definition == null ? null : levels(definition)[index];
        }
        ListLevel level = new ListLevel();
        replaced.computeIfAbsent(use, n -> new HashMap<>()).put(index, level);
        return level;
    }

    private ListLevel[] levels(String definition) {
        return definitions.computeIfAbsent(definition, d -> {
            ListLevel[] made = new ListLevel[ListLevel.LEVELS];
            Arrays.setAll(made, i -> new ListLevel());
            return made;
        });
    }

    private static void describe(ListLevel level, String name, String value) {
        if (level == null) {
            return;
        }
        switch (name) {
            case "start" -> level.start = number(value);
            case "numFmt" -> level.format = value;
            case "lvlText" -> level.text(value);
            case "lvlRestart" -> level.restart = number(value);
            case "isLgl" -> level.legal = !value.equals("0") && !value.equals("false");
            case "pStyle" -> level.style = value;
            default -> {
                // indents and fonts say nothing about numbers
            }
        }
    }

    /**
     * Counts one paragraph on.
     *
     * @param style the paragraph's style, null for the usual one
     * @param list its own w:numId, null where only its style may have one; 0 for none, whatever the style says
     * @param ownLevel its own w:ilvl, null where the style decides
     * @return the number that Word prints before it, followed by a space; empty for none and for bullets
     */
    String next(String style, String list, String ownLevel) {
        WordStyles.Numbered byStyle = styles.numbered(style);
        String use = list != null ? list : byStyle.list();
        String definition = definition(use);
        if (definition == null) {
            return "";
        }
        ListLevel[] levels = levels(definition).clone();
        replaced.getOrDefault(use, Map.of()).forEach((index, level) -> levels[index] = level);
        int level = ownLevel != null
                ? level(ownLevel)
                : list != null ? 0 : levelOf(levels, byStyle.style(), level(byStyle.level()));
        return counters.next(definition, use, starts.getOrDefault(use, Map.of()), levels, level);
    }

    /** @return the definition that counts, behind the style that it may merely name; null for none */
    private String definition(String use) {
        String definition = use == null ? null : definitionOf.get(use);
        for (int i = 0; definition != null && styleOfDefinition.containsKey(definition); i++) {
            String named = styles.numbered(styleOfDefinition.get(definition)).list();
            definition = i == LONGEST_CHAIN || named == null ? null : definitionOf.get(named);
        }
        return definition;
    }

    private static int levelOf(ListLevel[] levels, String style, int otherwise) {
        for (int i = 0; i < levels.length; i++) {
            if (style != null && style.equals(levels[i].style)) {
                return i;
            }
        }
        return otherwise;
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
        return Math.min(number(value), ListLevel.LEVELS - 1);
    }

    private static int number(String value) {
        return value != null && value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
    }
}
