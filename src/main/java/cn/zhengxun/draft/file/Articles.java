package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.ChineseNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a paragraph begins as an article does, as far as that decides what in a file is the draft. */
final class Articles {
    private static final Pattern HEADING = Pattern.compile(
            "[\\s\\p{Zs}*#]*[【〔〖［\\[]?[ \u3000]?第[ \u3000]?([0-9０-９〇零一二两三四五六七八九十百千]{1,10})[ \u3000]?条(之[一二三四五六七八九十]{1,2})?[】〕〗］\\]]?(?=[\\s\\p{Zs}（(【〔〖:：]|$)([\\s\\p{Zs}:：]*)");

    private Articles() {}

    /** @return the number of the article that the words begin, 0 where they begin none */
    static int numberIn(String words) {
        Matcher heading = HEADING.matcher(words);
        return heading.lookingAt() ? ChineseNumber.read(heading.group(1)) : 0;
    }

    /** Whether the words are an article's number and nothing else. */
    static boolean isBareNumber(String words) {
        return HEADING.matcher(words.strip()).matches();
    }
}
