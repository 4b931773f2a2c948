package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.kernel.Shanghai;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.web.util.HtmlUtils;

/** Binds the papers into one zip with its 目录 in front; SHA-256.txt is in the form that {@code sha256sum -c} takes. */
class CaseFolder {
    static final String CONTENTS = "目录.html";
    static final String HASHES = "SHA-256.txt";

    private CaseFolder() {}

    static byte[] zip(Consultation consultation, CaseFiles.Occasion occasion, List<CasePaper> papers, Instant now) {
        List<CasePaper> all = new ArrayList<>();
        all.add(CasePaper.text(CONTENTS, contents(consultation, occasion, papers, now)));
        all.addAll(papers);
        StringBuilder hashes = new StringBuilder();
        all.forEach(paper -> hashes.append(sha256(paper.content()))
                .append("  ")
                .append(paper.path())
                .append('\n'));
        all.add(1, CasePaper.text(HASHES, hashes.toString()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (CasePaper paper : all) {
                ZipEntry entry = new ZipEntry(paper.path());
                entry.setTimeLocal(now.atZone(Shanghai.ZONE).toLocalDateTime());
                zip.putNextEntry(entry);
                zip.write(paper.content());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String contents(
            Consultation consultation, CaseFiles.Occasion occasion, List<CasePaper> papers, Instant now) {
        StringBuilder html = new StringBuilder("""
                <!doctype html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><title>目录</title></head>
                <body>
                <h1>案卷目录</h1>
                <p>%s %s</p>
                <p>归档时点：%s；生成时间：%s；共%d件。</p>
                <table>
                <thead><tr><th>序号</th><th>文件</th><th>字节数</th><th>SHA-256</th></tr></thead>
                <tbody>
                """.formatted(
                        HtmlUtils.htmlEscape(consultation.number().value(), "UTF-8"),
                        HtmlUtils.htmlEscape(consultation.title(), "UTF-8"),
                        occasion.chinese(),
                        Shanghai.minute(now),
                        papers.size()));
        int row = 0;
        for (CasePaper paper : papers) {
            html.append("<tr><td>%d</td><td>%s</td><td>%d</td><td><code>%s</code></td></tr>%n"
                    .formatted(
                            ++row,
                            HtmlUtils.htmlEscape(paper.path(), "UTF-8"),
                            paper.content().length,
                            sha256(paper.content())));
        }
        return html.append("""
                </tbody>
                </table>
                <p>审计记录中链号为空的，在生成本案卷时还没有封存。</p>
                </body>
                </html>
                """).toString();
    }
}
