package cn.zhengxun.web;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import java.util.List;
import java.util.Set;

/** A copy for whoever holds a receipt's number: what says who and where the person is shows only how it begins. */
final class PartlyShown {
    private static final Set<String> HIDDEN = Set.of("姓名", "联系方式", "单位", "监护人");
    /** Texts that staff wrote about somebody: where in them a name stands cannot be known. */
    private static final Set<String> WRITTEN = Set.of("称呼和答复方式", "请求的内容", "身份核对", "答复");

    private static final String REST = "＊＊＊";
    private static final int LONG = 7;
    private static final int BEGINNING = 3;

    private PartlyShown() {}

    static List<Chapter> of(List<Chapter> chapters) {
        return chapters.stream()
                .map(chapter -> new Chapter(
                        chapter.heading(),
                        chapter.facts().stream().map(PartlyShown::of).toList()))
                .toList();
    }

    private static Fact of(Fact fact) {
        if (WRITTEN.contains(fact.label())) {
            return new Fact(fact.label(), REST);
        }
        return HIDDEN.contains(fact.label()) ? new Fact(fact.label(), beginning(fact.text())) : fact;
    }

    /** The first character of a name, the first three of something long. */
    static String beginning(String text) {
        int length = text.codePointCount(0, text.length());
        int shown = length >= LONG ? BEGINNING : 1;
        return text.substring(0, text.offsetByCodePoints(0, Math.min(shown, length))) + REST;
    }
}
