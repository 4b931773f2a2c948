package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one instruction of an amending text does, read from its words.
 *
 * @param law the amended law's name without 《》, empty where the words name none
 * @param action what happens first
 * @param targets the numbers of the articles of the law in force that it speaks of, as {@link Clause#number()} has them;
 *     empty where it only adds, or speaks of headings
 * @param partly whether it names a 款 or 项 of them
 * @param becomes the numbers that articles get or are added under; empty where none change
 * @param newText the quoted new words without quotation marks, a line each paragraph; empty where there are none
 */
public record Amendment(
        Optional<String> law,
        Action action,
        List<String> targets,
        boolean partly,
        List<String> becomes,
        String newText) {

    /** What an instruction does to the law. */
    public enum Action {
        MODIFY("修改"),
        INSERT("增加"),
        DELETE("删去"),
        RENUMBER("调整条号"),
        REPLACE_WORDS("替换文字");

        private final String chinese;

        Action(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    private static final String NUMERAL = "[" + ChineseNumber.CHARACTERS + "]{1,9}";

    private static final Pattern ARTICLE =
            Pattern.compile("第 ?(" + NUMERAL + ") ?条(?:之(" + NUMERAL + "))?(?: ?(至|到) ?第 ?(" + NUMERAL + ") ?条)?");

    private static final Pattern LAW =
            Pattern.compile("《([^《》]{2,80}(?:[〈《][^〈〉《》]*[〉》][^《》]{0,40})?)》|(?:将|对|在)?(刑法|宪法|民法典)");

    /** 改为第×条, 作为第×条 and the like: what follows are new numbers. */
    private static final Pattern BECOMES = Pattern.compile("(改为|作为|移作|移至|列为|合并为|顺延为|调整为)[^，。；：第]{0,12}(?=第)");

    private static final Pattern INSERT = Pattern.compile("(增加|增设|增写)");
    private static final Pattern DELETE = Pattern.compile("删去|删除|删掉|废止");
    private static final Pattern REPLACE = Pattern.compile("中的?.{0,60}(修改为|改为|删去|删除)|(删去|删除).{1,80}中的?“");
    private static final Pattern MODIFY = Pattern.compile("(修改|修订|修正)(为|如下|成)|作(出|如下|以下)?修改|(修改|修订)[：:]");

    private static final Pattern PART = Pattern.compile("条(之" + NUMERAL + ")?第[^条，。；]{1,8}[款项目]");

    private static final int LONGEST_RANGE = 200;

    /** @return empty where the words are no instruction, for example the day of coming into force */
    public static Optional<Amendment> in(String words) {
        String lead = lead(words).replaceAll("“[^”]*”?", "“”");
        Optional<Action> action = action(lead, words);
        if (action.isEmpty()) {
            return Optional.empty();
        }
        List<String> becomes = becomes(lead);
        List<String> targets = new ArrayList<>();
        Matcher article = ARTICLE.matcher(BECOMES.matcher(lead).find() ? withoutNewNumbers(lead) : lead);
        while (article.find()) {
            addAll(article, targets);
        }
        return Optional.of(new Amendment(
                lawIn(words),
                action.get(),
                List.copyOf(targets),
                PART.matcher(lead).find(),
                becomes,
                newText(words, action.get())));
    }

    /** @return the law that the words name before any quotation, without 《》 */
    public static Optional<String> lawIn(String words) {
        Matcher law = LAW.matcher(lead(words));
        return law.find() ? Optional.of(law.group(1) == null ? law.group(2) : law.group(1)) : Optional.empty();
    }

    /** For example 修改第三条, 增加第十条, 第十四条改为第十五条. */
    public String summary() {
        String old = cited(targets);
        String now = cited(becomes);
        return switch (action) {
            case INSERT -> now.isEmpty() ? (old.isEmpty() ? "" : "在" + old + "中") + "增加内容" : "增加" + now;
            case RENUMBER -> now.isEmpty() ? "调整条号" : old + "改为" + now;
            case MODIFY -> "修改" + old + (now.isEmpty() ? "" : "（改为" + now + "）");
            case DELETE -> "删去" + old + (partly ? "的一部分" : "");
            case REPLACE_WORDS -> "替换" + (old.isEmpty() ? "" : old + "的") + "文字";
        };
    }

    private static String cited(List<String> numbers) {
        return numbers.stream()
                .limit(5)
                .map(number -> Numeral.of(number).with(ClauseKind.ARTICLE))
                .collect(Collectors.joining("、", "", numbers.size() > 5 ? "等" : ""));
    }

    /** The words up to the new text. */
    private static String lead(String words) {
        String line = words.lines().findFirst().orElse("");
        int colon = Math.max(line.indexOf("：“"), line.indexOf(":“"));
        return colon >= 0 ? line.substring(0, colon + 1) : line;
    }

    private static Optional<Action> action(String bare, String words) {
        if (REPLACE.matcher(bare).find() && bare.contains("“")) {
            return Optional.of(Action.REPLACE_WORDS);
        }
        int deletes = indexOf(DELETE, bare);
        int inserts = indexOf(INSERT, bare);
        int modifies = indexOf(MODIFY, bare);
        if (inserts >= 0 && (modifies < 0 || inserts < modifies) && (deletes < 0 || inserts < deletes)) {
            return Optional.of(Action.INSERT);
        }
        if (deletes >= 0 && (modifies < 0 || deletes < modifies)) {
            return Optional.of(Action.DELETE);
        }
        if (modifies >= 0 || words.contains("：“")) {
            return modifies >= 0 || ARTICLE.matcher(bare).find() ? Optional.of(Action.MODIFY) : Optional.empty();
        }
        return BECOMES.matcher(bare).find() && ARTICLE.matcher(bare).find()
                ? Optional.of(Action.RENUMBER)
                : Optional.empty();
    }

    private static int indexOf(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? found.start() : -1;
    }

    private static List<String> becomes(String lead) {
        List<String> numbers = new ArrayList<>();
        Matcher becomes = BECOMES.matcher(lead);
        while (becomes.find()) {
            Matcher article = ARTICLE.matcher(lead);
            int from = becomes.end();
            while (article.find(from) && isListed(lead.substring(from, article.start()))) {
                addAll(article, numbers);
                from = article.end();
            }
        }
        return List.copyOf(numbers);
    }

    private static boolean isListed(String between) {
        return between.matches("[、和及与]?");
    }

    private static String withoutNewNumbers(String lead) {
        StringBuilder kept = new StringBuilder(lead);
        Matcher becomes = BECOMES.matcher(lead);
        while (becomes.find()) {
            int from = becomes.end();
            Matcher article = ARTICLE.matcher(lead);
            while (article.find(from) && isListed(lead.substring(from, article.start()))) {
                from = article.end();
            }
            for (int i = becomes.end(); i < from; i++) {
                kept.setCharAt(i, '＿');
            }
        }
        return kept.toString();
    }

    /** Adds the article's number; of 第三条至第五条 all that lie between. */
    private static void addAll(Matcher article, List<String> numbers) {
        int first = ChineseNumber.read(article.group(1));
        int insertion = article.group(2) == null ? 0 : ChineseNumber.read(article.group(2));
        add(new Numeral(first, insertion), numbers);
        int last = article.group(4) == null ? 0 : ChineseNumber.read(article.group(4));
        for (int number = first + 1; number <= Math.min(last, first + LONGEST_RANGE); number++) {
            add(new Numeral(number, 0), numbers);
        }
    }

    private static void add(Numeral numeral, List<String> numbers) {
        if (numeral.number() > 0 && !numbers.contains(numeral.toString())) {
            numbers.add(numeral.toString());
        }
    }

    private static String newText(String words, Action action) {
        if (action == Action.REPLACE_WORDS || action == Action.DELETE) {
            return "";
        }
        int begins = words.indexOf("：“") >= 0 ? words.indexOf("：“") + 1 : words.indexOf("\n“") + 1;
        if (begins <= 0) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        words.substring(begins).lines().forEach(line -> lines.add(line.startsWith("“") ? line.substring(1) : line));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).replaceFirst("”[。；]?$", ""));
        return String.join("\n", lines);
    }
}
