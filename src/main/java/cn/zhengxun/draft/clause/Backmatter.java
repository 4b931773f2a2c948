package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand behind the text proper, told by the shape of single lines: signature and date (落款), annexes, an
 * explanation.
 */
final class Backmatter {
    private static final String COUNT = "[0-9０-９一二三四五六七八九十A-Za-z]{0,3}";

    private static final Pattern ANNEX = Pattern.compile("[【〔\\[]?附 ?(件|录|表|图|注)?[】〕\\]]?[ -]?" + COUNT
            + "( ?[-－—.][ 0-9]{1,4})?( ?[:：].*|[ .、．《（(].{1,80}|[】〕\\]])?");

    private static final Pattern NAME = Pattern.compile("[【〔\\[]?(附 ?(?:件|录|表|图|注)?)[】〕\\]]?[ -]?(" + COUNT + ")");

    private static final Pattern EXPLANATION = Pattern.compile(
            "(关于|对)?.{0,100}(的说明|(起草|制定|修订|修改|立法|编制)(情况)?的?说明|情况的?(汇报|说明)|结果的报告|(审议|审查)意见的报告|政策解读|问答)( ?[（(].{1,40}[）)])?|说 明");

    private static final Pattern DATE = Pattern.compile(
            "(公元)?([0-9０-９ ]{4,6}|[二一○〇零Ｏ0０九八七六五四三]{4}) ?年 ?[0-9０-９ 一二三四五六七八九十xX×]{1,4} ?月 ?([0-9０-９ 一二三四五六七八九十xX×]{1,4} ?日)?( ?(起施行|施行|发布|公布))?");

    private static final Pattern OFFICE = Pattern.compile(
            "[^。；：，！？]{1,40}(大会|委员会|法院|检察院|国务院|政府|办公厅|办公室|部|局|院|署|厅|会|省长|市长|主任|主席|总理)( ?[（(].{1,12}[）)])?|((国家)?主席|总理|省长|市长|州长|县长|主任|部长|局长|署长) ?[\\p{IsHan}·× ]{2,12}");

    private static final Pattern REMARK = Pattern.compile(
            "[【\\[（(]?(抄送|抄报|主题词|责任编辑|信息来源|来源|编辑|打印|关闭窗口|扫一扫|分享|相关链接|相关附件|上一篇|下一篇|此件公开发布|(发布|公布|印发)(时间|日期)|联系人|联系电话|(完|全文完))[】\\]）)]?.*|[（(][^（）()]{0,60}(印发|公布|发布|通过)[^（）()]{0,20}[）)]");

    private static final int LONGEST_NAME = 30;

    private Backmatter() {}

    static boolean opensAnnex(String line) {
        return line.length() <= 100
                && !line.startsWith("附则")
                && ANNEX.matcher(line).matches()
                && !line.endsWith("。")
                && Mark.in(line).isEmpty();
    }

    static boolean opensExplanation(String line) {
        return line.length() <= 120
                && line.chars().noneMatch(c -> "。；;：:，".indexOf(c) >= 0)
                && EXPLANATION.matcher(line).matches()
                && Mark.in(line).isEmpty()
                && Heading.in(line).isEmpty();
    }

    static boolean isDate(String line) {
        return DATE.matcher(line).matches();
    }

    private static boolean isOffice(String line) {
        return line.length() <= 60 && OFFICE.matcher(line).matches();
    }

    private static boolean isRemark(String line) {
        return line.length() <= 100 && REMARK.matcher(line).matches();
    }

    /** @return the first line of the signature, date and remarks that end the lines before {@code end}, else {@code end} */
    static int closing(List<Line> lines, int from, int end) {
        int first = end;
        while (first > from && closes(lines.get(first - 1))) {
            first--;
        }
        return first;
    }

    private static boolean closes(Line line) {
        String text = line.text();
        return !line.row()
                && (isDate(text) || isOffice(text) || isRemark(text))
                && Mark.in(text).isEmpty()
                && Heading.in(text).isEmpty();
    }

    /**
     * @return the first of the lines that end the text in front of {@code end} and name what follows the articles
     *     without the word 附件, such as 警衔标志式样, with the tables below it; else {@code end}
     */
    static int untitledAnnex(List<Line> lines, int from, int end) {
        int first = end;
        while (first > from
                && (lines.get(first - 1).row() || isName(lines.get(first - 1).text()))) {
            first--;
        }
        while (first < end && lines.get(first).row()) {
            first++;
        }
        boolean ended = first > 0 && lines.get(first - 1).text().endsWith("。");
        return ended ? first : end;
    }

    private static boolean isName(String line) {
        return line.length() <= LONGEST_NAME
                && line.length() >= 4
                && line.chars().noneMatch(c -> "。；;：:，,".indexOf(c) >= 0)
                && Mark.in(line).isEmpty()
                && Heading.in(line).isEmpty();
    }

    /** @return an annex's name as printed, such as 附件1; never empty */
    static String nameOf(String line) {
        Matcher shape = NAME.matcher(line);
        if (!shape.lookingAt()) {
            return "附件";
        }
        String head = shape.group(1).replace(" ", "");
        return (head.equals("附") ? "附件" : head) + shape.group(2);
    }

    /** @return the lines from {@code from} on at which an annex or an explanation opens, before {@code end} */
    static List<Integer> openings(List<Line> lines, int from, int end) {
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < end; i++) {
            String line = lines.get(i).text();
            if (!lines.get(i).row() && (opensAnnex(line) || opensExplanation(line))) {
                found.add(i);
            }
        }
        return found;
    }
}
