package cn.zhengxun.report;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.report.OfficialPaper.Style;
import cn.zhengxun.suggestion.Suggestion;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The report as a docx. Each forwarded suggestion stands in it exactly once, and nobody's name or contact. */
class ReportDocument {
    private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final ReportContent content;
    private final OfficialPaper paper;

    private ReportDocument(ReportContent content) {
        this.content = content;
        this.paper = new OfficialPaper(
                content.title(), content.office(), Date.from(Shanghai.at(content.date(), LocalTime.MIDNIGHT)));
    }

    static byte[] of(ReportContent content) {
        return new ReportDocument(content).write();
    }

    private byte[] write() {
        paper.add(Style.TITLE, content.title());
        paper.add(Style.ADDRESSEE, content.consultation().requestingBody() + "：");
        content.introduction()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> paper.add(Style.BODY, line.strip()));
        basics();
        if (content.statistics().submitted() == 0) {
            nothingToSubmit();
        } else {
            opinions();
            appendix();
        }
        closing();
        return paper.bytes();
    }

    private void basics() {
        ReportStatistics figures = content.statistics();
        paper.add(Style.HEADING, "一、基本情况");
        StringJoiner how = new StringJoiner("；", "", "。");
        if (figures.invited() > 0) {
            how.add("向立法信息员发出征询邀请" + figures.invited() + "份，已有" + figures.answered() + "人答复");
        }
        how.add("共有" + figures.contributors() + "人（次）提出意见，征集意见" + figures.collected() + "条，本报告上报" + figures.submitted()
                + "条");
        paper.add(Style.BODY, "（一）征集情况。", how.toString());
        if (figures.collected() > 0) {
            paper.add(Style.BODY, "（二）意见来源。", sources(figures));
        }
        paper.table(
                List.of("项目", "数量（条）", "统计口径"),
                List.of(
                        List.of("征集", text(figures.collected()), ReportStatistics.COLLECTED_MEANS),
                        List.of("上报", text(figures.submitted()), ReportStatistics.SUBMITTED_MEANS),
                        List.of("其中：重点报送", text(figures.key()), "论证等次为重点报送。"),
                        List.of("一般报送", text(figures.general()), "论证等次为一般报送；免论证的按一般报送。"),
                        List.of("附录原话", text(figures.appendix()), "论证等次为附录原话，原话照录于附录。"),
                        List.of("暂存复核", text(figures.held()), ReportStatistics.HELD_MEANS),
                        List.of("转办", text(figures.routed()), ReportStatistics.ROUTED_MEANS)),
                List.of(22, 16, 62));
    }

    private static String sources(ReportStatistics figures) {
        StringJoiner sources = new StringJoiner("；", "", "。");
        sources.add("按渠道，" + listed(figures.byChannel()));
        if (!figures.byStation().isEmpty()) {
            sources.add("按站点，" + listed(figures.byStation()));
        }
        sources.add("按身份类别，" + listed(figures.byCategory()));
        sources.add("按意见类型，" + listed(figures.byKind()));
        return sources.toString();
    }

    private static String listed(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue() + "条")
                .collect(Collectors.joining("、"));
    }

    private void nothingToSubmit() {
        paper.add(Style.HEADING, "二、主要意见建议");
        paper.add(
                Style.BODY,
                content.statistics().collected() == 0
                        ? "征集期内，我联系点已按规定组织征询和提醒，未收到对该草案的意见建议。特此报告。"
                        : "征集到的意见均在复核之中，本报告没有可以上报的意见。特此报告。");
    }

    private void opinions() {
        paper.add(Style.HEADING, "二、主要意见建议");
        if (content.sections().isEmpty()) {
            paper.add(Style.BODY, "各条意见均以原话附录报送，见第三部分。");
        }
        int order = 1;
        for (ClauseSection section : content.sections()) {
            paper.add(Style.SUBHEADING, "（" + chinese(order++) + "）" + section.label());
            if (!section.text().isBlank()) {
                paper.add(Style.CLAUSE, "条文：", section.text().strip());
            }
            int within = 1;
            for (Entry entry : section.entries()) {
                opinion(within++, entry);
            }
        }
    }

    private void opinion(int within, Entry entry) {
        Suggestion suggestion = entry.suggestion();
        String kind = (entry.screening() == null
                        ? suggestion.kind()
                        : entry.screening().kind())
                .chinese();
        paper.add(
                Style.BODY,
                within + ".意见第" + suggestion.number() + "号（" + entry.grade().chinese() + "，" + kind + "）：",
                "“" + suggestion.original() + "”");
        labelled("归纳表述：", entry.normalised());
        labelled("建议条文：", suggestion.proposed());
        labelled("理由：", suggestion.reason());
        labelled("专家意见：", entry.expertOpinion());
        if (entry.alike() > 0) {
            labelled("同类意见：", "另有" + entry.alike() + "条相近意见，分别列出。");
        }
    }

    private void labelled(String label, String text) {
        if (text != null && !text.isBlank()) {
            paper.add(Style.BODY, label, text.strip());
        }
    }

    private void appendix() {
        if (content.appendix().isEmpty()) {
            return;
        }
        paper.add(Style.HEADING, "三、附录原话");
        paper.add(Style.BODY, "下列意见照录原话，供参考。");
        int order = 1;
        for (Entry entry : content.appendix()) {
            paper.add(
                    Style.BODY,
                    order++ + ".意见第" + entry.suggestion().number() + "号（"
                            + entry.suggestion().clauseLabel() + "）：",
                    "“" + entry.suggestion().original() + "”");
        }
    }

    private void closing() {
        paper.add(Style.BODY, "附件：", "意见建议汇总表（含统计表）");
        paper.add(Style.BODY, "");
        paper.add(Style.SIGNATURE, content.office());
        paper.add(Style.SIGNATURE, Shanghai.date(content.date()));
    }

    private static String text(int count) {
        return Integer.toString(count);
    }

    /** @param number from 1 to 9999, as it numbers headings: 十, 二十一, 一百零五 */
    static String chinese(int number) {
        String[] units = {"", "十", "百", "千"};
        String digits = Integer.toString(number);
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
                continue;
            }
            words.append(gap ? DIGITS[0] : "").append(DIGITS[digit]).append(units[digits.length() - 1 - i]);
            gap = false;
        }
        return number < 20 && number >= 10 ? words.substring(1) : words.toString();
    }
}
