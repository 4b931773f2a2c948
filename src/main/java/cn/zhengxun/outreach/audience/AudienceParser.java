package cn.zhengxun.outreach.audience;

import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an audience expression. 非 binds tighter than 且, 且 tighter than 或; AND, OR and NOT are the same words. A comma,
 * 顿号 or semicolon is another 或. A name may stand in quotation marks; a bare name is a tag; 站点 alone means that the
 * person belongs to one. Brackets may be half-width or full-width. Nothing at all means everyone.
 *
 * <p>Besides 标签:name and 站点:name: 停用, 站点停用 or 停用站点 (the person's station is closed), 站点类别:name, 任期:在任,
 * 任期:将满, 近N天未征询, 近N天征询过, 从未征询 and 曾提意见. A tag with one of these names is written 标签:name.
 */
final class AudienceParser {
    private enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        EVERYONE,
        TAG,
        STATION,
        STATION_KIND,
        TERM,
        HISTORY,
        NAME,
        QUOTED_NAME,
        END
    }

    /** at: the place of its first character, counted from 1. */
    private record Token(Kind kind, String text, int at) {}

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 20;
    private static final int LONGEST_DAYS = 3650;
    private static final String OPERAND_AHEAD = "(?=标签|站点|停用|任期|近[0-9]|曾提意见|从未征询|全部|[(（非])";
    private static final String WORD_ENDS = "(?=$|[\\s)）,，、;；且或])";
    /** A name ends at a blank, a bracket, a comma, a quotation mark, or where an operator is followed by an operand. */
    private static final String NAME = "(?:(?![且或]" + OPERAND_AHEAD + ")[^\\s()（）,，、;；:：\"“”])+";

    private static final Pattern TOKEN = Pattern.compile("(?<open>[(（])|(?<close>[)）])|(?<comma>[,，、;；])"
            + "|(?<operator>(?:且|或|非)(?=\\s|$|[(（])|[且或非]" + OPERAND_AHEAD + "|(?i:and|or|not)(?=[\\s(（]|$))"
            + "|(?<everyone>全部" + WORD_ENDS + ")"
            + "|(?<history>(?:近\\s*[0-9]{1,9}\\s*天\\s*(?:未征询|征询过)|曾提意见|从未征询)" + WORD_ENDS + ")"
            + "|(?<term>标签|站点类别|站点|任期)(?:\\s*[:：])?"
            + "|[\"“](?<quoted>[^\"“”]+)[\"”]|(?<name>" + NAME + ")");
    private static final Map<String, Kind> OPERATORS =
            Map.of("且", Kind.AND, "and", Kind.AND, "或", Kind.OR, "or", Kind.OR, "非", Kind.NOT, "not", Kind.NOT);

    private static final Map<String, Kind> TERMS =
            Map.of("标签", Kind.TAG, "站点", Kind.STATION, "站点类别", Kind.STATION_KIND, "任期", Kind.TERM);

    private final List<Token> tokens;
    private int next;
    private int depth;

    private AudienceParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param text null or blank for everyone
     * @throws RuleViolation naming the place that cannot be read, and for more than 1,000 characters
     */
    static AudienceExpression parse(String text) {
        if (text == null || text.isBlank()) {
            return new AudienceTerm.Everyone();
        }
        if (text.length() > LONGEST) {
            throw new RuleViolation("推送条件不能超过" + LONGEST + "个字。");
        }
        AudienceParser parser = new AudienceParser(tokens(text));
        AudienceExpression expression = parser.any();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected("这里需要“且”或“或”");
        }
        return expression;
    }

    private AudienceExpression any() {
        List<AudienceExpression> operands = new ArrayList<>(List.of(all()));
        while (accept(Kind.OR)) {
            operands.add(all());
        }
        return operands.size() == 1 ? operands.get(0) : new AudienceExpression.Any(operands);
    }

    private AudienceExpression all() {
        List<AudienceExpression> operands = new ArrayList<>(List.of(not()));
        while (accept(Kind.AND) || peek().kind() == Kind.NOT) {
            operands.add(not());
        }
        return operands.size() == 1 ? operands.get(0) : new AudienceExpression.All(operands);
    }

    private AudienceExpression not() {
        if (accept(Kind.NOT)) {
            deeper();
            AudienceExpression inner = not();
            depth--;
            return new AudienceExpression.Not(inner);
        }
        return term();
    }

    /** Behind a bracket or 非. */
    private void deeper() {
        if (++depth > DEEPEST) {
            next--;
            throw unexpected("括号和“非”最多套" + DEEPEST + "层");
        }
    }

    private AudienceExpression term() {
        Token token = peek();
        next++;
        return switch (token.kind()) {
            case OPEN -> bracket(token);
            case EVERYONE -> new AudienceTerm.Everyone();
            case NAME -> bare(token);
            case QUOTED_NAME -> new AudienceTerm.HasTag(token.text());
            case TAG -> new AudienceTerm.HasTag(name("“标签”后面需要名称，例如“标签:餐饮”"));
            case STATION_KIND -> new AudienceTerm.AtStationOfKind(name("“站点类别”后面需要名称，例如“站点类别:立法议事小院”"));
            case STATION -> station(token);
            case TERM -> termOfOffice();
            case HISTORY -> history(token);
            default -> {
                next--;
                throw unexpected("这里需要“标签:名称”“站点:名称”“全部”或左括号");
            }
        };
    }

    private AudienceExpression bracket(Token open) {
        deeper();
        AudienceExpression inner = any();
        if (!accept(Kind.CLOSE)) {
            throw unexpected("第" + open.at() + "个字的括号没有配对，这里需要右括号");
        }
        depth--;
        return inner;
    }

    private AudienceExpression bare(Token token) {
        if (token.text().equals("停用") || token.text().equals("停用站点")) {
            return new AudienceTerm.AtClosedStation();
        }
        if (token.text().matches("近[0-9]+天.*")) {
            next--;
            throw unexpected("几天后面需要“未征询”或“征询过”，例如“近90天未征询”");
        }
        return new AudienceTerm.HasTag(token.text());
    }

    private AudienceExpression station(Token token) {
        if (!isName(peek())) {
            return new AudienceTerm.AtAnyStation();
        }
        Token name = tokens.get(next++);
        boolean closed = name.kind() == Kind.NAME
                && name.text().equals("停用")
                && !token.text().matches(".*[:：]");
        return closed ? new AudienceTerm.AtClosedStation() : new AudienceTerm.AtStation(name.text());
    }

    private AudienceExpression termOfOffice() {
        String wanted = "“任期”后面需要“在任”或“将满”，例如“任期:将满”";
        String state = name(wanted);
        return switch (state) {
            case "在任" -> new AudienceTerm.InOffice();
            case "将满" -> new AudienceTerm.TermEndsSoon();
            default -> {
                next--;
                throw unexpected(wanted);
            }
        };
    }

    private AudienceExpression history(Token token) {
        return switch (token.text()) {
            case "曾提意见" -> new AudienceTerm.HasAnswered();
            case "从未征询" -> new AudienceTerm.NeverAsked();
            default -> {
                int days = Integer.parseInt(token.text().replaceAll("[^0-9]", ""));
                if (days < 1 || days > LONGEST_DAYS) {
                    next--;
                    throw unexpected("天数要在1到" + LONGEST_DAYS + "之间");
                }
                yield token.text().endsWith("征询过")
                        ? new AudienceTerm.AskedWithin(days)
                        : new AudienceTerm.NotAskedWithin(days);
            }
        };
    }

    private String name(String wanted) {
        if (!isName(peek())) {
            throw unexpected(wanted);
        }
        return tokens.get(next++).text();
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.NAME || token.kind() == Kind.QUOTED_NAME;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean accept(Kind kind) {
        if (peek().kind() != kind) {
            return false;
        }
        next++;
        return true;
    }

    private RuleViolation unexpected(String wanted) {
        Token token = peek();
        String place = token.kind() == Kind.END ? "在末尾" : "在第" + token.at() + "个字“" + token.text() + "”处";
        return new RuleViolation("推送条件" + place + "读不懂：" + wanted + "。");
    }

    private static List<Token> tokens(String typed) {
        String text = typed.replace('\u3000', ' ');
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            if (!matcher.region(at, text.length()).useTransparentBounds(true).lookingAt()) {
                throw new RuleViolation("推送条件在第" + (at + 1) + "个字“" + text.charAt(at) + "”处读不懂：请删去或改写这个字。");
            }
            tokens.add(token(matcher, at + 1));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    private static Token token(Matcher matcher, int at) {
        String text = matcher.group();
        if (matcher.group("open") != null) {
            return new Token(Kind.OPEN, text, at);
        }
        if (matcher.group("close") != null) {
            return new Token(Kind.CLOSE, text, at);
        }
        if (matcher.group("comma") != null) {
            return new Token(Kind.OR, text, at);
        }
        if (matcher.group("operator") != null) {
            return new Token(OPERATORS.get(text.toLowerCase(Locale.ROOT)), text, at);
        }
        if (matcher.group("everyone") != null) {
            return new Token(Kind.EVERYONE, text, at);
        }
        if (matcher.group("history") != null) {
            return new Token(Kind.HISTORY, text, at);
        }
        if (matcher.group("term") != null) {
            return new Token(TERMS.get(matcher.group("term")), text, at);
        }
        String quoted = matcher.group("quoted");
        return quoted == null ? new Token(Kind.NAME, text, at) : new Token(Kind.QUOTED_NAME, quoted.strip(), at);
    }
}
