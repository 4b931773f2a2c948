package cn.zhengxun.directory;

import cn.zhengxun.kernel.RuleViolation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word by which people are found, with the family it is listed under, such as 行业 and 餐饮. The name alone identifies
 * it; it holds neither spaces nor brackets, so that it can stand in an audience expression.
 */
public record Tag(String family, String name) {
    /** Those the office lists tags under, in the order people look for them. */
    public static final List<String> FAMILIES = List.of("行业", "区域", "身份", "专长", "年龄段", "语言");

    private static final Pattern FORM = Pattern.compile("([^\\s:：]{1,20})[:：]([^\\s()（）\"“”「」,，、;；:：]{1,40})");

    public Tag {
        if (family == null || name == null || !FORM.matcher(family + ":" + name).matches()) {
            throw unreadable();
        }
    }

    /** Reads 行业:餐饮, with a half-width or full-width colon. */
    static Tag parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw unreadable();
        }
        return new Tag(form.group(1), form.group(2));
    }

    /** @throws RuleViolation for a family nobody would look under */
    Tag requireKnownFamily() {
        if (!FAMILIES.contains(family)) {
            throw new RuleViolation("没有“" + family + "”这个标签家族，请从" + String.join("、", FAMILIES) + "中选一个。");
        }
        return this;
    }

    private static RuleViolation unreadable() {
        return new RuleViolation("标签请写成“家族:名称”，例如“行业:餐饮”；名称不超过40个字，不含空格、括号和标点。");
    }

    @Override
    public String toString() {
        return family + ":" + name;
    }
}
