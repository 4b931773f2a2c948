package cn.zhengxun.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of docs/formats.md: for each format what was read right of each law. */
final class FormatReport {
    private static final Path PLACE = Path.of("target/formats.md");

    private final Map<OfficeFormat, List<FormatScore>> tables = new TreeMap<>();

    void add(OfficeFormat format, List<FormatScore> scores) {
        tables.put(format, scores);
        System.out.println(table(format, scores));
    }

    static FormatScore sum(List<FormatScore> scores) {
        return scores.stream().reduce(FormatScore.none(), FormatScore::plus);
    }

    /** @return the file written */
    Path write() throws IOException {
        StringBuilder report = new StringBuilder("""
                # 各种格式读得对不对

                27部法律、法规（src/test/resources/laws）各做成下列格式，再由系统读回。条：条号齐全、次序不乱；款、项：同一条同一位置上的\
                文字与 Markdown 原文一字不差（不计空格）才算对；多出：读出了原文没有的条、款、项、目、表、序言。毫秒：从文件字节到条文树，\
                同一进程里依次读，第一部含预热。

                重做：`ZHENGXUN_OFFICE_SUITE=required mvn test -Dtest=OfficeSuiteTest`，结果写在 target/formats.md。需要 LibreOffice 和中文字体。

                ## 合计

                | 格式 | 章节 | 条 | 款 | 项 | 多出 | 毫秒 |
                |---|---:|---:|---:|---:|---:|---:|
                """);
        tables.forEach((format, scores) -> report.append(row(format.title(), sum(scores))));
        tables.forEach((format, scores) -> report.append("\n").append(table(format, scores)));
        return Files.writeString(PLACE, report);
    }

    private static String table(OfficeFormat format, List<FormatScore> scores) {
        StringBuilder table = new StringBuilder("## " + format.title() + "\n\n")
                .append(
                        "| 法律 | 章节 对/应有 | 条 找到/应有 | 款 对/应有 | 项 对/应有 | 多出 | 毫秒 |\n|---|---:|---:|---:|---:|---:|---:|\n");
        scores.forEach(score -> table.append(row(score.law(), score)));
        return table + row("合计", sum(scores));
    }

    private static String row(String name, FormatScore score) {
        return "| %s | %s | %s | %s | %s | %d | %d |\n"
                .formatted(
                        name,
                        score.divisions(),
                        score.articles(),
                        score.paragraphs(),
                        score.items(),
                        score.surplus(),
                        score.millis());
    }
}
