package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Explanation;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.draft.Draft;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.report.Report;
import cn.zhengxun.report.Reports;
import cn.zhengxun.suggestion.AuthorMasks;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collects the papers of a consultation, in the order of the ten steps. */
@Component
class CasePapers {
    private final Drafts drafts;
    private final Plans plans;
    private final Explanations explanations;
    private final Reports reports;
    private final EvaluationRows evaluations;
    private final AuthorMasks authors;
    private final JdbcClient db;
    private final ObjectMapper json;

    CasePapers(
            Drafts drafts,
            Plans plans,
            Explanations explanations,
            Reports reports,
            EvaluationRows evaluations,
            AuthorMasks authors,
            JdbcClient db,
            ObjectMapper json) {
        this.drafts = drafts;
        this.plans = plans;
        this.explanations = explanations;
        this.reports = reports;
        this.evaluations = evaluations;
        this.authors = authors;
        this.db = db;
        this.json = json;
    }

    List<CasePaper> of(Consultation consultation) {
        ConsultationNumber number = consultation.number();
        ClauseTree clauses = drafts.clauses(consultation.draft());
        Draft draft = drafts.find(consultation.draft());
        List<CasePaper> papers = new ArrayList<>();
        papers.add(CasePaper.text("01-接收/收文登记.txt", intake(consultation, draft)));
        papers.add(new CasePaper("01-接收/原件-" + safe(draft.fileName()), drafts.file(draft.id())));
        papers.add(CasePaper.text("01-接收/条款.txt", text(clauses)));
        plans.find(number).ifPresent(plan -> papers.add(CasePaper.text("02-方案/征询方案.txt", text(plan, clauses))));
        explanations
                .find(number)
                .ifPresent(explanation -> papers.add(CasePaper.text("04-宣讲/明白纸.txt", text(explanation))));
        AuthorMasks.Masks masks = authors.of(number);
        for (CaseTable table : CaseTable.values()) {
            papers.add(new CasePaper(table.path(), sheet(table, number, masks)));
        }
        for (Report report : reports.versions(number)) {
            if (report.frozenAt() != null) {
                String name = "08-报告/报告第" + report.version() + "版";
                papers.add(new CasePaper(name + ".docx", reports.docx(number, report.version())));
                papers.add(new CasePaper(name + "附件.xlsx", reports.xlsx(number, report.version())));
            }
        }
        evaluations.find(number).ifPresent(evaluation -> papers.add(CasePaper.text("10-评价/评价.json", text(evaluation))));
        papers.add(CasePaper.text("11-审计/审计记录.csv", audit(number)));
        papers.sort(Comparator.comparing(CasePaper::path));
        return papers;
    }

    private static String intake(Consultation c, Draft draft) {
        StringBuilder text = new StringBuilder();
        line(text, "征询编号", c.number());
        line(text, "标题", c.title());
        line(text, "来文单位", c.requestingBody());
        line(text, "层级", c.level().chinese());
        line(text, "审次", c.reading());
        line(text, "截止日期", Shanghai.date(c.deadline()));
        line(text, "公开或内部", c.visibility().chinese());
        line(text, "敏感", c.sensitive() ? "是" : "否");
        line(text, "办理类型", c.template().chinese());
        line(text, "加急理由", c.urgentReason());
        line(text, "登记时间", Shanghai.minute(c.registeredAt()));
        line(text, "登记人", c.registeredBy());
        line(text, "草案原件", draft.fileName());
        line(text, "草案原件SHA-256", draft.sha256());
        line(text, "征集截止", minute(c.collectUntil()));
        line(text, "免论证理由", c.reviewSkipReason());
        line(text, "公布日期", c.promulgatedOn() == null ? null : Shanghai.date(c.promulgatedOn()));
        line(text, "终止时间", minute(c.endedAt()));
        line(text, "终止原因", c.endReason());
        line(text, "生成案卷时的状态", c.status().chinese());
        return text.toString();
    }

    private static String text(ClauseTree clauses) {
        StringBuilder text = new StringBuilder();
        for (Clause clause : clauses.clauses()) {
            text.append(clause.label());
            if (!clause.text().isEmpty()) {
                text.append("　").append(clause.text());
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String text(Plan plan, ClauseTree clauses) {
        StringBuilder text = new StringBuilder();
        line(text, "征询目的", plan.purpose());
        for (Plan.Focus focus : plan.focus()) {
            line(text, "重点问题（" + clauses.find(focus.clause()).map(Clause::label).orElse("条款") + "）", focus.question());
        }
        line(text, "推送对象", plan.audience().isBlank() ? "名录中全部在任信息员" : plan.audience());
        line(text, "渠道", String.join("、", plan.channels()));
        line(text, "会议安排", plan.meetings());
        line(text, "专家人数", plan.experts().size());
        line(text, "最少专家人数", plan.quorum());
        line(text, "拟定人", plan.writtenBy());
        line(text, "拟定时间", minute(plan.writtenAt()));
        line(text, "审批人", plan.approvedBy());
        line(text, "审批时间", minute(plan.approvedAt()));
        return text.toString();
    }

    private static String text(Explanation explanation) {
        StringBuilder text = new StringBuilder("本页是对草案的解读，不是法律条文。\r\n");
        line(text, "编写人", explanation.writtenBy());
        line(text, "发布时间", minute(explanation.publishedAt()));
        line(text, "免宣讲理由", explanation.skipReason());
        return text.append("\r\n").append(explanation.text()).append("\r\n").toString();
    }

    private String text(Evaluation evaluation) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(evaluation);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures hold only numbers, words and dates", impossible);
        }
    }

    /** Every field that the hash covers, so that each row can be checked alone. */
    private String audit(ConsultationNumber number) {
        StringWriter text = new StringWriter();
        Csv csv = new Csv(text);
        csv.row(
                "id",
                "recorded_at",
                "epoch_milli",
                "actor",
                "action",
                "consultation",
                "detail",
                "chain_no",
                "previous_hash",
                "hash");
        db.sql("SELECT * FROM audit_entry WHERE consultation = ? ORDER BY id")
                .param(number.value())
                .query(row -> {
                    Instant at = Timestamps.in(row, "recorded_at");
                    csv.row(
                            row.getLong("id"),
                            at,
                            at.toEpochMilli(),
                            row.getString("actor"),
                            row.getString("action"),
                            row.getString("consultation"),
                            row.getString("detail"),
                            row.getObject("chain_no", Long.class),
                            row.getString("previous_hash"),
                            row.getString("hash"));
                });
        return text.toString();
    }

    /** A first column {@link CaseTable#AUTHOR} is not shown: it says whose own name is blackened in the row's texts. */
    private byte[] sheet(CaseTable table, ConsultationNumber number, AuthorMasks.Masks masks) {
        return db.sql(table.sql()).param(number.value()).query((ResultSet rows) -> {
            ResultSetMetaData columns = rows.getMetaData();
            boolean authored = columns.getColumnLabel(1).equals(CaseTable.AUTHOR);
            List<String> headings = new ArrayList<>();
            for (int i = authored ? 2 : 1; i <= columns.getColumnCount(); i++) {
                headings.add(columns.getColumnLabel(i));
            }
            List<List<Object>> cells = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = authored ? 2 : 1; i <= columns.getColumnCount(); i++) {
                    Object cell = cell(rows, columns.getColumnType(i), i);
                    row.add(
                            authored && cell instanceof String text
                                    ? masked(masks, rows.getLong(1), columns.getColumnLabel(i), text)
                                    : cell);
                }
                cells.add(row);
            }
            return CaseSheet.of(headings, cells);
        });
    }

    private static String masked(AuthorMasks.Masks masks, long suggestion, String column, String text) {
        return column.equals(CaseTable.CATEGORY) ? masks.category(suggestion, text) : masks.on(suggestion, text);
    }

    private static Object cell(ResultSet row, int type, int column) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.INTEGER, Types.BIGINT, Types.BOOLEAN, Types.BIT -> row.getObject(column);
            default -> row.getString(column);
        };
    }

    private static void line(StringBuilder text, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            text.append(name).append("：").append(value).append("\r\n");
        }
    }

    private static String minute(Instant instant) {
        return instant == null ? null : Shanghai.minute(instant);
    }

    /** A file name that is no path. */
    private static String safe(String fileName) {
        return fileName.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }
}
