package cn.zhengxun.draft.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;

/** The automatic numbers of a Word 97–2003 document, from its list tables. */
final class OldWordNumbering {
    /** Number formats by the code the file has for them ([MS-OSHARED] MSONFC), named as a docx names them. */
    private static final Map<Integer, String> FORMATS = Map.ofEntries(
            Map.entry(1, "upperRoman"),
            Map.entry(2, "lowerRoman"),
            Map.entry(3, "upperLetter"),
            Map.entry(4, "lowerLetter"),
            Map.entry(10, "ideographDigital"),
            Map.entry(11, "japaneseCounting"),
            Map.entry(14, "decimalFullWidth"),
            Map.entry(16, "japaneseLegal"),
            Map.entry(17, "japaneseDigitalTenThousand"),
            Map.entry(18, "decimalEnclosedCircle"),
            Map.entry(19, "decimalFullWidth2"),
            Map.entry(22, "decimalZero"),
            Map.entry(23, "bullet"),
            Map.entry(26, "decimalEnclosedFullstop"),
            Map.entry(27, "decimalEnclosedParen"),
            Map.entry(28, "decimalEnclosedCircleChinese"),
            Map.entry(29, "ideographEnclosedCircle"),
            Map.entry(30, "ideographTraditional"),
            Map.entry(31, "ideographZodiac"),
            Map.entry(33, "taiwaneseCounting"),
            Map.entry(34, "ideographLegalTraditional"),
            Map.entry(35, "taiwaneseCountingThousand"),
            Map.entry(36, "taiwaneseDigital"),
            Map.entry(37, "chineseCounting"),
            Map.entry(38, "chineseLegalSimplified"),
            Map.entry(39, "chineseCountingThousand"),
            Map.entry(255, "none"));

    private static final int MOST_LISTS = 0x07FE;
    private static final int FLAGS = 5;
    private static final int NO_RESTART = 0x08;
    private static final int RESTART_LIMIT = 26;

    /** How one w:num, here LFO, numbers. */
    private record Use(String definition, ListLevel[] levels, Map<Integer, Integer> starts) {}

    private final ListTables lists;
    private final Map<Integer, Use> uses = new HashMap<>();
    private final ListCounters counters = new ListCounters();

    /** @param lists null where the document has none */
    OldWordNumbering(ListTables lists) {
        this.lists = lists;
    }

    /**
     * Counts one paragraph on.
     *
     * @param list its place in the list of lists, from 1; 0 for none
     * @return as {@link WordNumbering#next}
     */
    String next(int list, int level) {
        if (lists == null || list < 1 || list > MOST_LISTS || level < 0 || level >= ListLevel.LEVELS) {
            return "";
        }
        Use use = uses.computeIfAbsent(list, this::use);
        return use.levels() == null
                ? ""
                : counters.next(use.definition(), String.valueOf(list), use.starts(), use.levels(), level);
    }

    private Use use(int list) {
        try {
            LFO lfo = lists.getLfo(list);
            ListLevel[] levels = new ListLevel[ListLevel.LEVELS];
            Arrays.setAll(levels, i -> level(lists.getLevel(lfo.getLsid(), i)));
            Map<Integer, Integer> starts = new HashMap<>();
            for (ListFormatOverrideLevel override : lists.getLfoData(list).getRgLfoLvl()) {
                int index = override.getLevelNum();
                if (index >= ListLevel.LEVELS) {
                    continue;
                }
                if (override.isFormatting() && override.getLevel() != null) {
                    levels[index] = level(override.getLevel());
                }
                if (override.isStartAt()) {
                    starts.put(index, start(override.isFormatting() ? levels[index].start : override.getIStartAt()));
                }
            }
            return new Use(String.valueOf(lfo.getLsid()), levels, starts);
        } catch (NoSuchElementException noSuchList) {
            return new Use("", null, Map.of());
        }
    }

    private static ListLevel level(org.apache.poi.hwpf.model.ListLevel read) {
        ListLevel level = new ListLevel();
        if (read == null) {
            return level;
        }
        level.start = start(read.getStartAt());
        level.format = FORMATS.getOrDefault(read.getNumberFormat() & 0xFF, "decimal");
        level.legal = read.isLegalNumbering();
        level.restart = restart(read.toByteArray());
        level.text(pattern(read.getNumberText()));
        return level;
    }

    /** The library folds flag and limit into one ([MS-DOC] LVLF: start, format, flags, nine places, …, limit). */
    private static int restart(byte[] level) {
        boolean limited = (level[FLAGS] & NO_RESTART) != 0;
        return limited ? Math.min(level[RESTART_LIMIT] & 0xFF, ListLevel.LEVELS) : ListLevel.RESTARTS;
    }

    private static int start(int value) {
        return Math.min(Math.max(value, 0), ListLevel.HIGHEST);
    }

    /** The old format has the level itself, as a character, where the new one has %1 to %9. */
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        for (char c : (text == null ? "" : text).toCharArray()) {
            pattern.append(c < ListLevel.LEVELS ? "%" + (c + 1) : String.valueOf(c));
        }
        return pattern.toString();
    }
}
