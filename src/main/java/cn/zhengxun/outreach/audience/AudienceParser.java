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
        NAME,
        END
    }

    /** at: the place of its first character, counted from 1. */
    private record Token(Kind kind, String text, int at) {}

    private static final String OPERAND_AHEAD = "(?=标签|站点|全部|[(（非])";
    /** A name ends at a blank, a bracket, a comma, a quotation mark, or where an operator is followed by an operand. */
    private static final String NAME = "(?:(?![且或]" + OPERAND_AHEAD + ")[^\\s()（）,，、;；:：\"“”])+";

    private static final Pattern TOKEN = Pattern.compile("(?<open>[(（])|(?<close>[)）])|(?<comma>[,，、;；])"
            + "|(?<operator>(?:且|或|非)(?=\\s|$|[(（])|[且或非]" + OPERAND_AHEAD + "|(?i:and|or|not)(?=[\\s(（]|$))"
            + "|(?<everyone>全部(?=$|[\\s)）,，、;；且或]))"
            + "|(?<term>标签|站点)(?:\\s*[:：])?"
            + "|[\"“](?<quoted>[^\"“”]+)[\"”]|(?<name>" + NAME + ")");
    private static final Map<String, Kind> OPERATORS =
            Map.of("且", Kind.AND, "and", Kind.AND, "或", Kind.OR, "or", Kind.OR, "非", Kind.NOT, "not", Kind.NOT);

    private final List<Token> tokens;
    private int next;

    private AudienceParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param text null or blank for everyone
     * @throws RuleViolation naming the place that cannot be read
     */
    static AudienceExpression parse(String text) {
        if (text == null || text.isBlank()) {
            return new AudienceExpression.Everyone();
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
            return new AudienceExpression.Not(not());
        }
        return term();
    }

    private AudienceExpression term() {
        Token token = peek();
        next++;
        switch (token.kind()) {
            case OPEN -> {
                AudienceExpression inner = any();
                if (!accept(Kind.CLOSE)) {
                    throw unexpected("第" + token.at() + "个字的括号没有配对，这里需要右括号");
                }
                return inner;
            }
            case EVERYONE -> {
                return new AudienceExpression.Everyone();
            }
            case NAME -> {
                return new AudienceExpression.HasTag(token.text());
            }
            case TAG -> {
                if (peek().kind() != Kind.NAME) {
                    throw unexpected("“标签”后面需要名称，例如“标签:餐饮”");
                }
                return new AudienceExpression.HasTag(tokens.get(next++).text());
            }
            case STATION -> {
                return new AudienceExpression.AtStation(
                        peek().kind() == Kind.NAME ? tokens.get(next++).text() : null);
            }
            default -> {
                next--;
                throw unexpected("这里需要“标签:名称”“站点:名称”“全部”或左括号");
            }
        }
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

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u3000') {
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
        if (matcher.group("term") != null) {
            return new Token(matcher.group("term").equals("标签") ? Kind.TAG : Kind.STATION, text, at);
        }
        String quoted = matcher.group("quoted");
        return new Token(Kind.NAME, quoted == null ? text : quoted.strip(), at);
    }
}
