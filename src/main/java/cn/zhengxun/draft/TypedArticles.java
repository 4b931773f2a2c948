package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ChineseNumber;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.InvalidCommand;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Articles as a person types them: 12, 12-1, 第十二条, 第12条, divided by commas or spaces. */
final class TypedArticles {
    /** The form's field, for its fault. */
    static final String FIELD = "others";

    private static final Pattern DIVIDER = Pattern.compile("[\\s,，、;；]+");
    private static final Pattern WRITTEN = Pattern.compile("第?([^条之-]+)条?(?:[之-](.+))?");

    private TypedArticles() {}

    /** @param articles of the text; @throws InvalidCommand naming what is none of them, or more than one */
    static List<ClauseId> in(List<Clause> articles, String typed) {
        return DIVIDER.splitAsStream(typed.strip())
                .filter(word -> !word.isEmpty())
                .map(word -> one(articles, word))
                .toList();
    }

    private static ClauseId one(List<Clause> articles, String word) {
        String number = number(word);
        List<Clause> found = articles.stream()
                .filter(article -> article.number().equals(number))
                .toList();
        if (found.isEmpty()) {
            throw fault("这份文本里没有“" + word + "”，请填条号，例如 12 或 第十二条。");
        }
        if (found.size() > 1) {
            throw fault("这份文本里有" + found.size() + "个“" + word + "”，请在上面的候选条文里勾选。");
        }
        return found.get(0).id();
    }

    private static InvalidCommand fault(String sentence) {
        return new InvalidCommand(List.of(new InvalidCommand.Fault(FIELD, sentence)));
    }

    /** 12 for 第十二条, 12-1 for 第十二条之一. */
    private static String number(String word) {
        Matcher parts = WRITTEN.matcher(word);
        if (!parts.matches()) {
            return word;
        }
        int number = ChineseNumber.read(parts.group(1));
        return parts.group(2) == null ? "" + number : number + "-" + ChineseNumber.read(parts.group(2));
    }
}
