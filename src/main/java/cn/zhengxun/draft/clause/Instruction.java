package cn.zhengxun.draft.clause;

import java.util.regex.Pattern;

/** How a text that amends another says so. */
final class Instruction {
    private static final String NUMERAL = "第[" + ChineseNumber.CHARACTERS + " ]{1,12}";

    private static final Pattern TARGET =
            Pattern.compile(NUMERAL + "(条|章|节|编|款|项)|《.{1,80}》|(标题|题目|名称|序言|前言|附件|附表|附录|目录|附则|有关条款|条文顺序|部分文字)");

    private static final Pattern ACTION = Pattern.compile(
            "(修改|修订|改|调整)(为|成|作)|作(出)?(如下|以下|下列|相应|部分)?(修改|修订)|(修改|修订)(如下|[《〈])|增加|增设|增写|删去|删除|删掉|合并为|移至|移作|作为第|顺延|废止|拆分为|(条|款|项)中的.{1,40}改");

    private static final Pattern AMENDING_TITLE =
            Pattern.compile(".*修正案.*|.*(关于|有关)(集中|一揽子)?(废止和|废止、)?(修改|修订|修正).*|.*(修改|修订).{0,60}的(决定|决议|通知|命令)");

    private static final Pattern DECIDES = Pattern.compile("(现|经|会议)?.{0,60}(决定|议决).{0,30}对.*[：:。]");

    private static final Pattern BARE = Pattern.compile(
            "将|在|对《|把|删|增|第|《|原第|.{0,30}第[" + ChineseNumber.CHARACTERS + "]{1,8}条.{0,20}(修改|改为|增加|后增加|删)");

    private Instruction() {}

    /** @param words without the number in front */
    static boolean isIn(String words) {
        String unquoted = words.length() > 400 ? words.substring(0, 400) : words;
        int quote = quoteIn(unquoted);
        String lead = quote > 0 ? unquoted.substring(0, quote) : unquoted;
        return !DECIDES.matcher(lead).matches()
                && TARGET.matcher(lead).find()
                && (ACTION.matcher(unquoted).find());
    }

    /** Whether a line without number reads as an instruction from its first word on: 将…, 在…, 第×条…, 删去…, 《…》. */
    static boolean isBare(String line) {
        return BARE.matcher(line).lookingAt();
    }

    /** Whether the words announce new text in quotation marks, on this line or the next. */
    static boolean quotes(String words) {
        return words.endsWith("：") || words.endsWith(":") || quoteIn(words) >= 0;
    }

    private static int quoteIn(String words) {
        int round = words.indexOf('“');
        int straight = words.indexOf('"');
        return round < 0 ? straight : straight < 0 ? round : Math.min(round, straight);
    }

    static boolean amends(String title) {
        return AMENDING_TITLE.matcher(title).matches() && !title.contains("征求") && !title.contains("公告");
    }
}
