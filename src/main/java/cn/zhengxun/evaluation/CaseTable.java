package cn.zhengxun.evaluation;

/**
 * A table of the case file as one query: the column names are the headings, the only parameter is the consultation's
 * number. No name and no contact of a contributor is selected anywhere, nor what somebody wrote beside moving a person.
 */
enum CaseTable {
    TIMETABLE("02-方案/时间表.xlsx", """
            SELECT step AS "步骤", begins_at AS "开始", due_at AS "到期", warned_at AS "预警时间", escalated_at AS "督办时间"
            FROM timetable_entry WHERE consultation = ? ORDER BY step
            """),
    DECISIONS("02-方案/审批与退回.xlsx", """
            SELECT subject AS "事项", decision AS "决定", remark AS "意见", decided_by AS "决定人", decided_at AS "时间"
            FROM consultation_decision WHERE consultation = ? ORDER BY id
            """),
    DEADLINES("02-方案/截止时间调整.xlsx", """
            SELECT from_date AS "原截止日期", to_date AS "新截止日期", letter AS "来函", reason AS "原因", moved_by AS "登记人", moved_at AS "时间"
            FROM deadline_change WHERE consultation = ? ORDER BY id
            """),
    AUDIENCE("03-推送/推送对象统计.xlsx", """
            SELECT included AS "纳入推送", reason AS "理由", COUNT(*) AS "人数"
            FROM (SELECT included,
                         CASE WHEN reason LIKE '人工加入%' THEN '人工加入' WHEN reason LIKE '人工移出%' THEN '人工移出'
                              WHEN reason LIKE '替换%' THEN '替换' ELSE reason END AS reason
                  FROM audience_member WHERE consultation = ?) m
            GROUP BY included, reason ORDER BY included DESC, reason
            """),
    INVITATIONS("03-推送/邀请送达统计.xlsx", """
            SELECT COUNT(*) AS "已邀请", COUNT(opened_at) AS "已打开", COUNT(answered_at) AS "已答复"
            FROM invitation WHERE consultation = ?
            """),
    /** The office's own archive keeps the words of held ones, too, and says that they are held: they went to nobody else. */
    SUGGESTIONS("05-征集/意见原话.xlsx", """
            SELECT s.id AS "#", s.number AS "编号", s.clause_label AS "条款", w.clause_text AS "条款原文", s.kind AS "类型", w.original AS "原话",
                   w.proposed AS "建议条文", w.reason AS "理由", b.identity_category AS "身份类别", b.age_band AS "年龄段",
                   t.name AS "站点", b.channel AS "渠道", b.on_behalf AS "代录", b.accepted_at AS "收到时间", b.timing AS "时限",
                   CASE WHEN h.state IN ('HOLD_PROPOSED', 'HELD', 'RELEASE_PROPOSED') OR k.decision = 'HOLD' THEN '暂存'
                        WHEN h.state = 'WAITING' THEN '待核查' WHEN h.state = 'REROUTED' THEN '转办' ELSE '' END AS "核查"
            FROM suggestion s
            JOIN submission b ON b.id = s.submission_id
            JOIN suggestion_words w ON w.suggestion_id = s.id
            LEFT JOIN station t ON t.id = b.station_id
            LEFT JOIN arrival_case h ON h.suggestion_id = s.id
            LEFT JOIN screening k ON k.suggestion_id = s.id
            WHERE s.consultation = ? AND s.withdrawn_at IS NULL
            ORDER BY CASE WHEN s.number IS NULL THEN 1 ELSE 0 END, s.number, s.id
            """),
    /** Without the names that people gave their files, which may hold a name. */
    ATTACHMENTS("05-征集/附件清单.xlsx", """
            SELECT a.id AS "附件号", COALESCE(MIN(s.number), 0) AS "首条意见编号", a.meeting_id AS "座谈会", a.kind AS "类别",
                   a.media_type AS "格式", a.size AS "字节数", a.sha256 AS "SHA-256", a.added_at AS "添加时间",
                   a.erased_at AS "按本人要求删除的时间"
            FROM attachment a
            LEFT JOIN suggestion s ON s.submission_id = a.submission_id AND s.withdrawn_at IS NULL
            WHERE a.consultation = ? AND a.staged_key IS NULL
            GROUP BY a.id, a.meeting_id, a.kind, a.media_type, a.size, a.sha256, a.added_at, a.erased_at
            ORDER BY a.id
            """),
    ARRIVALS("05-征集/到达核查.xlsx", """
            SELECT s.number AS "编号", c.state AS "核查结果", t.version AS "步", t.state AS "这一步", t.acted_by AS "经办人",
                   t.acted_at AS "时间", t.reason AS "理由", c.routed_to AS "转办单位"
            FROM arrival_case c
            JOIN suggestion s ON s.id = c.suggestion_id
            LEFT JOIN arrival_step t ON t.suggestion_id = c.suggestion_id
            WHERE c.consultation = ? AND s.withdrawn_at IS NULL ORDER BY s.number, s.id, t.version
            """),
    SCREENING("06-梳理/梳理归并.xlsx", """
            SELECT s.id AS "#", s.number AS "编号", k.kind AS "类型", k.decision AS "处理", k.reason AS "理由", k.normalised AS "规范表述",
                   k.routed_to AS "转办单位", k.screened_by AS "梳理人", k.screened_at AS "梳理时间", k.confirmed_by AS "复核人",
                   k.confirmed_at AS "复核时间"
            FROM screening k
            JOIN suggestion s ON s.id = k.suggestion_id
            WHERE k.consultation = ? AND s.withdrawn_at IS NULL ORDER BY s.number, s.id
            """),
    GROUPS("06-梳理/归并组.xlsx", """
            SELECT s.id AS "#", g.id AS "组号", g.title AS "组名", s.number AS "意见编号", g.created_by AS "建组人", g.created_at AS "建组时间"
            FROM suggestion_group g
            JOIN suggestion_group_member m ON m.group_id = g.id
            JOIN suggestion s ON s.id = m.suggestion_id
            WHERE g.consultation = ? ORDER BY g.id, s.number
            """),
    REVIEW("07-论证/论证意见.xlsx", """
            SELECT s.id AS "#", r.version AS "版次", s.number AS "意见编号", e.name AS "专家", r.grade AS "等次", r.legality AS "合法性",
                   r.necessity AS "必要性", r.feasibility AS "可行性", r.upper_law AS "与上位法关系", r.noted_at AS "时间"
            FROM review_note r
            JOIN suggestion s ON s.id = r.suggestion_id
            JOIN expert e ON e.id = r.expert_id
            WHERE r.consultation = ? ORDER BY r.version, s.number, e.id
            """),
    REPORTS("08-报告/报告版本.xlsx", """
            SELECT version AS "版次", approved_by AS "审核人", approved_at AS "审核时间", signed_by AS "签发人", signed_at AS "签发时间",
                   frozen_at AS "固化时间", docx_sha256 AS "报告SHA-256", xlsx_sha256 AS "附件SHA-256", receipt_no AS "回执编号",
                   receipt_from AS "签收单位", received_on AS "签收日期"
            FROM report WHERE consultation = ? AND frozen_at IS NOT NULL ORDER BY version
            """),
    REPORT_ITEMS("08-报告/上报意见.xlsx", """
            SELECT i.version AS "版次", s.number AS "意见编号", i.grade AS "等次"
            FROM report_item i
            JOIN report r ON r.consultation = i.consultation AND r.version = i.version
            JOIN suggestion s ON s.id = i.suggestion_id
            WHERE i.consultation = ? AND r.frozen_at IS NOT NULL ORDER BY i.version, s.number
            """),
    OUTCOMES("09-反馈/采纳情况.xlsx", """
            SELECT s.id AS "#", s.number AS "意见编号", o.outcome AS "结果", o.article AS "公布条款", o.article_text AS "公布条文",
                   o.strength AS "符合程度", o.reason AS "理由", o.evidence AS "依据", o.judged_by AS "判定人",
                   o.judged_at AS "判定时间", o.confirmed_by AS "复核人", o.confirmed_at AS "复核时间", o.published_at AS "反馈时间"
            FROM outcome o
            JOIN suggestion s ON s.id = o.suggestion_id
            WHERE o.consultation = ? ORDER BY s.number, s.id
            """),
    LETTERS("09-反馈/反馈函清单.xlsx", """
            SELECT l.id AS "函号", l.revision AS "次数", l.delivery AS "送达方式", l.written_at AS "写成时间", s.number AS "意见编号"
            FROM outcome_letter l
            JOIN outcome_letter_item i ON i.letter_id = l.id
            JOIN suggestion s ON s.id = i.suggestion_id
            WHERE l.consultation = ? ORDER BY l.id, s.number
            """);

    /** Heading of the first column where a row has texts about one suggestion: its id, not shown. */
    static final String AUTHOR = "#";

    /** Heading of what is shown as 其他 where it was stated in words of one's own. */
    static final String CATEGORY = "身份类别";

    private final String path;
    private final String sql;

    CaseTable(String path, String sql) {
        this.path = path;
        this.sql = sql;
    }

    String path() {
        return path;
    }

    String sql() {
        return sql;
    }
}
