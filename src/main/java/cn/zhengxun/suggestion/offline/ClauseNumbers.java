package cn.zhengxun.suggestion.offline;

import cn.zhengxun.draft.clause.ChineseNumber;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds clauses by what people type while somebody speaks: 12, 12.2, 12.2.1, 十二, 十二条二款, 第十二条第二款第（一）项. */
final class ClauseNumbers {
    private static final String NUMBER = "([" + ChineseNumber.CHARACTERS + "]+)";
    /** 二编3, 附1.3: where articles count anew. */
    private static final Pattern WITHIN = Pattern.compile("(?:第?" + NUMBER + "编|(附)件?" + NUMBER + "?\\.?)(?=.)(.*)");

    private static final Pattern SHORT = Pattern.compile(
            NUMBER + "(?:[-之]" + NUMBER + ")?(?:\\." + NUMBER + ")?(?:\\." + NUMBER + ")?(?:\\." + NUMBER + ")?");
    private static final Pattern CITED = Pattern.compile("第?" + NUMBER + "条(?:之" + NUMBER + ")?(?:第?" + NUMBER
            + "款)?(?:第?\\(?" + NUMBER + "\\)?项)?(?:第?\\(?" + NUMBER + "\\)?目)?");
    private static final Pattern ID = Pattern.compile("#(\\d{1,18})");

    private final ClauseTree tree;
    private final List<Clause> units;
    private final Map<ClauseId, String> codes = new LinkedHashMap<>();

    public ClauseNumbers(ClauseTree tree) {
        this.tree = tree;
        this.units = tree.units();
        Map<String, Integer> times = new HashMap<>();
        units.forEach(unit -> times.merge(shortOf(unit), 1, Integer::sum));
        for (Clause unit : units) {
            String code = shortOf(unit);
            addCodes(
                    unit,
                    times.get(code) == 1 && found(code).equals(List.of(unit))
                            ? code
                            : "#" + unit.id().value());
        }
    }

    /**
     * What was meant.
     *
     * @param clause null for the draft as a whole, and where not exactly one was found
     * @param choices those that it may be, where it may be several; then clause is null
     */
    public record Meant(boolean whole, Clause clause, List<Clause> choices) {
        static final Meant NOTHING = new Meant(false, null, List.of());

        public boolean known() {
            return whole || clause != null;
        }
    }

    /** @param typed anything; nothing or 整体 means the draft as a whole */
    public Meant find(String typed) {
        String tidy = tidy(typed);
        if (tidy.isEmpty() || tidy.equals("整体") || tidy.equals("全文") || tidy.equals("0")) {
            return new Meant(true, null, List.of());
        }
        List<Clause> found = found(tidy);
        return found.size() == 1 ? new Meant(false, found.get(0), List.of()) : new Meant(false, null, found);
    }

    /** A short text that means this clause and no other: 12.2.1, 二编3 or, failing that, its id. */
    public String code(Clause clause) {
        return codes.getOrDefault(clause.id(), "#" + clause.id().value());
    }

    /** Everything that can be spoken to, in reading order, by its code. */
    public Map<ClauseId, String> codes() {
        return Map.copyOf(codes);
    }

    /** As {@link #codes}, in reading order. */
    public List<Clause> choices() {
        return codes.keySet().stream().map(tree::find).flatMap(Optional::stream).toList();
    }

    /** So many of the clause's first characters, in one line. */
    public String firstWords(Clause clause, int characters) {
        String text = tree.fullText(clause.id()).replace('\n', ' ');
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters)) + "…";
    }

    private void addCodes(Clause clause, String code) {
        codes.put(clause.id(), code);
        List<Clause> paragraphs = children(clause, ClauseKind.PARAGRAPH);
        if (paragraphs.size() == 1) {
            addItems(paragraphs.get(0), code + ".1");
        } else {
            paragraphs.forEach(paragraph -> {
                codes.put(paragraph.id(), code + "." + paragraph.number());
                addItems(paragraph, code + "." + paragraph.number());
            });
        }
    }

    private void addItems(Clause paragraph, String code) {
        children(paragraph, ClauseKind.ITEM).forEach(item -> {
            if (item.number().matches("\\d+")) {
                codes.put(item.id(), code + "." + item.number());
            }
        });
    }

    private List<Clause> found(String tidy) {
        Matcher id = ID.matcher(tidy.replaceFirst("\\..*", ""));
        if (id.matches()) {
            return tree.find(new ClauseId(Long.parseLong(id.group(1)))).stream()
                    .flatMap(clause -> below(List.of(clause), rest(tidy)).stream())
                    .toList();
        }
        Set<Clause> found = new LinkedHashSet<>(numbered(units, tidy));
        Matcher within = WITHIN.matcher(tidy);
        if (within.matches()) {
            boolean annexed = within.group(2) != null;
            String of = annexed ? within.group(3) : within.group(1);
            found.addAll(numbered(
                    units.stream().filter(unit -> isWithin(unit, annexed, of)).toList(), within.group(4)));
        }
        units.stream().filter(unit -> unit.number().equals(tidy)).forEach(found::add);
        if (found.isEmpty()) {
            tree.clauses().stream()
                    .filter(clause -> !clause.isBeside() && isCalled(clause, tidy))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static List<String> rest(String dotted) {
        return Stream.of(dotted.split("\\.")).skip(1).toList();
    }

    private List<Clause> numbered(List<Clause> among, String tidy) {
        Matcher cited = CITED.matcher(tidy);
        Matcher brief = SHORT.matcher(tidy);
        Matcher match = cited.matches() ? cited : brief.matches() ? brief : null;
        if (match == null) {
            return List.of();
        }
        int number = ChineseNumber.read(match.group(1));
        int insertion = match.group(2) == null ? 0 : ChineseNumber.read(match.group(2));
        String own = insertion == 0 ? String.valueOf(number) : number + "-" + insertion;
        List<Clause> matching =
                among.stream().filter(unit -> own(unit).equals(own)).toList();
        if (match == brief) {
            return below(
                    matching,
                    Stream.of(match.group(3), match.group(4), match.group(5))
                            .filter(one -> one != null)
                            .toList());
        }
        return matching.stream()
                .flatMap(unit -> cited(unit, match.group(3), match.group(4), match.group(5)))
                .toList();
    }

    /** 款, 项 and 目 named as such; 项 without 款 may stand in any. */
    private Stream<Clause> cited(Clause unit, String paragraph, String item, String subitem) {
        Stream<Clause> found = Stream.of(unit);
        if (paragraph != null) {
            found = found.flatMap(one -> step(one, ClauseKind.PARAGRAPH, paragraph));
        }
        if (item != null) {
            found = found.flatMap(one -> step(one, ClauseKind.ITEM, item));
        }
        if (subitem != null) {
            found = found.flatMap(one -> step(one, ClauseKind.SUBITEM, subitem));
        }
        return found.map(this::article);
    }

    /** By bare numbers: the second is 款, or 项 where the article has only one 款. */
    private List<Clause> below(List<Clause> above, List<String> numbers) {
        return above.stream()
                .flatMap(unit -> {
                    if (numbers.isEmpty()) {
                        return Stream.of(unit);
                    }
                    List<Clause> paragraphs =
                            step(unit, ClauseKind.PARAGRAPH, numbers.get(0)).toList();
                    if (paragraphs.isEmpty() && numbers.size() == 1) {
                        return step(unit, ClauseKind.ITEM, numbers.get(0));
                    }
                    Stream<Clause> found = paragraphs.stream();
                    ClauseKind[] kinds = {ClauseKind.ITEM, ClauseKind.SUBITEM};
                    for (int i = 1; i < numbers.size(); i++) {
                        String number = numbers.get(i);
                        ClauseKind kind = kinds[i - 1];
                        found = found.flatMap(one -> step(one, kind, number));
                    }
                    return found.map(this::article);
                })
                .toList();
    }

    private Stream<Clause> step(Clause above, ClauseKind kind, String number) {
        String wanted = String.valueOf(ChineseNumber.read(number));
        List<Clause> direct = children(above, kind);
        Stream<Clause> all = direct.isEmpty() && kind == ClauseKind.ITEM
                ? children(above, ClauseKind.PARAGRAPH).stream().flatMap(one -> children(one, kind).stream())
                : direct.stream();
        return all.filter(one -> one.number().equals(wanted));
    }

    private List<Clause> children(Clause above, ClauseKind kind) {
        return tree.children(above.id()).stream()
                .filter(child -> child.kind() == kind)
                .toList();
    }

    /** The only 款 of an article is the article. */
    private Clause article(Clause clause) {
        if (clause.kind() != ClauseKind.PARAGRAPH || clause.parent() == null) {
            return clause;
        }
        Optional<Clause> parent = tree.find(clause.parent());
        return parent.filter(above -> children(above, ClauseKind.PARAGRAPH).size() == 1
                        && units.stream().anyMatch(unit -> unit.id().equals(above.id())))
                .orElse(clause);
    }

    private boolean isWithin(Clause unit, boolean annexed, String of) {
        String number = of == null ? "" : String.valueOf(ChineseNumber.read(of));
        String outer = unit.number().contains(".")
                ? unit.number().substring(0, unit.number().indexOf('.'))
                : "";
        if (annexed) {
            return outer.startsWith("附") && (number.isEmpty() || outer.equals("附" + number));
        }
        return outer.equals(number)
                || outer.isEmpty()
                        && above(unit)
                                .anyMatch(one -> one.kind() == ClauseKind.PART
                                        && one.number().equals(number));
    }

    private Stream<Clause> above(Clause clause) {
        List<Clause> above = new ArrayList<>();
        Optional<Clause> one = Optional.ofNullable(clause.parent()).flatMap(tree::find);
        while (one.isPresent()) {
            above.add(one.get());
            one = Optional.ofNullable(one.get().parent()).flatMap(tree::find);
        }
        return above.stream();
    }

    /** Its label, or 第三章 for 第三章 监督检查. */
    private static boolean isCalled(Clause clause, String tidy) {
        String label = tidy(clause.label());
        return label.equals(tidy)
                || clause.kind().isDivision()
                        && tidy.length() > 2
                        && label.startsWith(tidy)
                        && label.equals(tidy + tidy(clause.text()));
    }

    private static String shortOf(Clause unit) {
        String number = unit.number();
        int dot = number.indexOf('.');
        return dot < 0 || number.startsWith("附") ? number : number.substring(0, dot) + "编" + number.substring(dot + 1);
    }

    /** The number within what counts anew: 3 of 2.3, of 附1.3 and of 3~2. */
    private static String own(Clause unit) {
        return unit.number().substring(unit.number().indexOf('.') + 1).replaceFirst("~.*", "");
    }

    /** One way of writing for all: no spaces, plain digits, dots and brackets. */
    private static String tidy(String typed) {
        if (typed == null) {
            return "";
        }
        return typed.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .mapToObj(ClauseNumbers::plain)
                .collect(Collectors.joining());
    }

    private static String plain(int c) {
        if (c >= '０' && c <= '９') {
            return String.valueOf((char) (c - '０' + '0'));
        }
        return switch (c) {
            case '．', '。', '、', '，', ',', '·', '/' -> ".";
            case '－', '—', '–', '_' -> "-";
            case '（' -> "(";
            case '）' -> ")";
            case '＃' -> "#";
            default -> Character.toString(c);
        };
    }
}
