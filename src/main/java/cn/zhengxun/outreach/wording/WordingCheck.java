package cn.zhengxun.outreach.wording;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of a text what is wrong with it as a template; a text without a finding renders without a brace left over. */
final class WordingCheck {
    static final int LONGEST_SUBJECT = 100;
    static final int LONGEST_BODY = 3_000;
    static final String SUBJECT = "subject";
    static final String BODY = "body";
    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final MessageKind kind;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Placeholder, Integer> lines = new EnumMap<>(Placeholder.class);

    private WordingCheck(MessageKind kind) {
        this.kind = kind;
    }

    /** @param field {@link #SUBJECT} or {@link #BODY}; @param sentence names the placeholder and the line */
    record Finding(String field, String sentence) {}

    /** @return empty where the text may be used */
    static List<Finding> of(MessageKind kind, Wording wording) {
        WordingCheck check = new WordingCheck(kind);
        check.subject(wording.subject());
        check.body(wording);
        return List.copyOf(check.findings);
    }

    private void subject(String subject) {
        if (subject.isEmpty()) {
            found(SUBJECT, "请填写主题。");
        }
        if (length(subject) > LONGEST_SUBJECT) {
            found(SUBJECT, "主题有%d个字，不能超过%d个。".formatted(length(subject), LONGEST_SUBJECT));
        }
        for (Placeholder placeholder : line(SUBJECT, "主题", subject)) {
            if (placeholder.standsAlone() || kind.sometimesLacks(placeholder)) {
                found(SUBJECT, "主题里不能用%s，请只写在正文里。".formatted(placeholder.typed()));
            }
        }
    }

    private void body(Wording wording) {
        if (wording.body().isEmpty()) {
            found(BODY, "请填写正文。");
            return;
        }
        if (tooLong(wording)) {
            found(BODY, "正文有%d个字，不能超过%d个。".formatted(length(wording.body()), LONGEST_BODY));
        }
        List<String> all = wording.lines();
        for (int i = 0; i < all.size(); i++) {
            bodyLine(i + 1, all.get(i));
        }
        for (Placeholder needed : kind.known()) {
            boolean inSubject = wording.subject().contains(needed.typed());
            if (kind.demands(needed) && !lines.containsKey(needed) && !inSubject) {
                found(
                        BODY,
                        needed.standsAlone()
                                ? "缺少%s，请在正文里单独写一行。".formatted(needed.typed())
                                : "缺少%s，请写在正文里。".formatted(needed.typed()));
            }
        }
        wording.paragraphs().forEach(this::paragraph);
    }

    private void bodyLine(int number, String text) {
        for (Placeholder placeholder : line(BODY, "第" + number + "行", text)) {
            Integer earlier = lines.putIfAbsent(placeholder, number);
            if (!placeholder.standsAlone()) {
                continue;
            }
            if (earlier != null) {
                found(BODY, "第%d行的%s重复了，第%d行已经有了，请只留一处。".formatted(number, placeholder.typed(), earlier));
            }
            if (!text.strip().equals(placeholder.typed())) {
                found(BODY, "第%d行的%s要单独占一行，前后不能有别的字。".formatted(number, placeholder.typed()));
            }
        }
    }

    /** What must be told may not vanish together with what is sometimes missing. */
    private void paragraph(String text) {
        List<Placeholder> within = placeholders(text);
        Optional<Placeholder> vanishing = within.stream()
                .filter(one -> kind.sometimesLacks(one) && !kind.demands(one))
                .findFirst();
        Optional<Placeholder> needed = within.stream()
                .filter(one -> kind.demands(one) && !kind.sometimesLacks(one))
                .findFirst();
        if (vanishing.isPresent() && needed.isPresent()) {
            found(
                    BODY,
                    "%s有时没有内容，那时所在的一段会略去，请不要和%s写在同一段，中间空一行。"
                            .formatted(vanishing.get().typed(), needed.get().typed()));
        }
    }

    /** @return the known placeholders of one line, in order */
    private List<Placeholder> line(String field, String where, String text) {
        if (text.codePoints().anyMatch(WordingCheck::invisible)) {
            found(field, where + "有看不见的控制字符，请删去后重新输入这一行。");
        }
        if (text.indexOf('｛') >= 0 || text.indexOf('｝') >= 0) {
            found(field, where + "用了全角括号，请改成半角的 { 和 }。");
        }
        if (ADDRESS.matcher(text).find()) {
            found(field, where + "写了网址。每封信只留一个链接，请用 {链接} 代替。");
        }
        Matcher braces = BRACES.matcher(text);
        List<Placeholder> within = new ArrayList<>();
        while (braces.find()) {
            Optional<Placeholder> placeholder =
                    Placeholder.named(braces.group(1)).filter(kind::knows);
            placeholder.ifPresent(within::add);
            if (placeholder.isEmpty()) {
                found(field, unknown(where, braces.group(1)));
            }
        }
        String rest = BRACES.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0) {
            found(field, "%s的左括号 { 没有配上右括号 }，请写成 {姓名} 的样子。".formatted(where));
        }
        if (rest.indexOf('}') >= 0) {
            found(field, "%s多出一个右括号 }，请补上左括号 { 或删去它。".formatted(where));
        }
        return within;
    }

    private String unknown(String where, String name) {
        if (Placeholder.named(name.strip()).filter(kind::knows).isPresent()) {
            return "%s的{%s}里有空格，请写成{%s}。".formatted(where, name, name.strip());
        }
        return "%s的{%s}不是这种邮件的占位符，可以用的有：%s。"
                .formatted(
                        where,
                        name,
                        kind.known().stream().map(Placeholder::typed).collect(Collectors.joining("")));
    }

    private static List<Placeholder> placeholders(String text) {
        return BRACES.matcher(text)
                .results()
                .flatMap(found -> Placeholder.named(found.group(1)).stream())
                .toList();
    }

    private static boolean invisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether the body is longer than any text that may be saved. */
    static boolean tooLong(Wording wording) {
        return length(wording.body()) > LONGEST_BODY;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private void found(String field, String sentence) {
        findings.add(new Finding(field, sentence));
    }
}
