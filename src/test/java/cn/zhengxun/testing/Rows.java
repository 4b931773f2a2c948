package cn.zhengxun.testing;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.suggestion.SuggestionId;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Data for tests, inserted row by row so that a room is tested without the others' help. */
public class Rows {
    /** What each draft made here says, by article. */
    public static final List<String> ARTICLES =
            List.of("为了防止食品浪费，保障国家粮食安全，制定本法。", "餐饮服务经营者应当主动对消费者进行防止食品浪费提示提醒。", "餐饮服务经营者可以对参与“光盘行动”的消费者给予奖励。");

    private static final AtomicInteger SEQUENCE = new AtomicInteger(900);
    private final JdbcClient db;
    private final TestClock clock;

    public Rows(JdbcClient db, TestClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A public, normal consultation with a confirmed draft of three articles; collecting ones close in twenty days. */
    public ConsultationNumber consultation(Level level, Status status) {
        int n = SEQUENCE.incrementAndGet();
        long bill = insert("INSERT INTO bill (title, created_at) VALUES (?, ?)", "法案" + n, now());
        return consultation(n, level, status, new DraftId(draft(bill, "草案" + n)), "PUBLIC");
    }

    /** The same on a draft that is there already. */
    public ConsultationNumber consultation(DraftId draft, Status status, Visibility visibility) {
        return consultation(SEQUENCE.incrementAndGet(), Level.MUNICIPAL, status, draft, visibility.name());
    }

    private ConsultationNumber consultation(int n, Level level, Status status, DraftId draft, String visibility) {
        ConsultationNumber number = new ConsultationNumber("2026-" + level.chinese() + "-" + n);
        boolean collected = status.ordinal() > Status.COLLECTING.ordinal();
        db.sql("""
                        INSERT INTO consultation (number, title, bill_id, draft_id, level, reading, requesting_body, deadline,
                            visibility, sensitive, template, status, step, registered_at, registered_by, collect_until,
                            collect_closed_at, report_version)
                        SELECT ?, ?, bill_id, id, ?, reading, '市人大常委会法工委', ?, ?, FALSE, 'NORMAL', ?, ?, ?, 'staff', ?, ?, 1
                          FROM draft WHERE id = ?
                        """)
                .param(1, number.value())
                .param(2, "测试条例（草案）" + n)
                .param(3, level.name())
                .param(4, LocalDate.ofInstant(clock.instant(), Shanghai.ZONE).plusDays(30))
                .param(5, visibility)
                .param(6, status.name())
                .param(7, stepOf(status))
                .param(8, now())
                .param(9, at(clock.instant().plus(Duration.ofDays(collected ? -1 : 20))))
                .param(
                        10,
                        collected ? at(clock.instant().minus(Duration.ofDays(1))) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(11, draft.value())
                .update();
        return number;
    }

    private static int stepOf(Status status) {
        return switch (status) {
            case INTAKE, DECLINED -> 1;
            case PLANNING -> 2;
            case PUSHING -> 3;
            case COLLECTING, ENDED -> 5;
            case COLLATING -> 6;
            case REVIEWING -> 7;
            case SUBMITTING -> 8;
            case TRACKING -> 9;
            case EVALUATING, ARCHIVED -> 10;
        };
    }

    private long draft(long bill, String title) {
        byte[] file = String.join("\n", ARTICLES).getBytes(StandardCharsets.UTF_8);
        long draft = insert("""
                INSERT INTO draft (bill_id, reading, title, visibility, file_name, media_type, file, sha256, imported_at,
                    imported_by, confirmed_at, confirmed_by)
                VALUES (?, '征求意见稿', ?, 'PUBLIC', 'draft.txt', 'text/plain', ?, ?, ?, 'staff', ?, 'staff')
                """, bill, title, file, "0".repeat(64), now(), now());
        for (int i = 0; i < ARTICLES.size(); i++) {
            String label = "第" + "一二三".charAt(i) + "条";
            long article = insert(
                    "INSERT INTO clause (draft_id, parent_id, position, kind, number, label, text) VALUES (?, NULL, ?, 'ARTICLE', ?, ?, '')",
                    draft,
                    2 * i,
                    Integer.toString(i + 1),
                    label);
            insert(
                    "INSERT INTO clause (draft_id, parent_id, position, kind, number, label, text) VALUES (?, ?, ?, 'PARAGRAPH', '1', ?, ?)",
                    draft,
                    article,
                    2 * i + 1,
                    label,
                    ARTICLES.get(i));
        }
        return draft;
    }

    public DraftId draftOf(ConsultationNumber number) {
        return new DraftId(db.sql("SELECT draft_id FROM consultation WHERE number = ?")
                .param(number.value())
                .query(Long.class)
                .single());
    }

    /** The ids of the draft's articles, in order. */
    public List<ClauseId> articles(ConsultationNumber number) {
        return db
                .sql("SELECT id FROM clause WHERE draft_id = ? AND kind = 'ARTICLE' ORDER BY position")
                .param(draftOf(number).value())
                .query(Long.class)
                .list()
                .stream()
                .map(ClauseId::new)
                .toList();
    }

    public StationId station(String name) {
        return new StationId(insert(
                "INSERT INTO station (name, kind, address, active) VALUES (?, '立法议事小院', '解放路1号', TRUE)",
                name + SEQUENCE.incrementAndGet()));
    }

    /** @param email null for a person who is reached on paper */
    public InformantId informant(String name, String email) {
        return informant(name, email, null);
    }

    public InformantId informant(String name, String email, StationId station) {
        return new InformantId(insert("""
                INSERT INTO informant (name, email, station_id, profiling_refused, active, joined_on)
                VALUES (?, ?, ?, FALSE, TRUE, DATE '2025-01-01')
                """, name, email, station == null ? null : station.value()));
    }

    public void tag(InformantId informant, String family, String name) {
        Long tag = db.sql("SELECT id FROM tag WHERE name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElseGet(() -> insert("INSERT INTO tag (family, name) VALUES (?, ?)", family, name));
        db.sql("INSERT INTO informant_tag (informant_id, tag_id) VALUES (?, ?)")
                .params(informant.value(), tag)
                .update();
    }

    /** The expert with this account; accounts are unique, so whoever asks first makes it. */
    public ExpertId expert(String userId) {
        return db.sql("SELECT id FROM expert WHERE user_id = ?")
                .param(userId)
                .query(Long.class)
                .optional()
                .map(ExpertId::new)
                .orElseGet(() -> new ExpertId(insert(
                        "INSERT INTO expert (name, user_id, organisation, fields, active) VALUES (?, ?, '律师事务所', '行政法', TRUE)",
                        "专家" + userId,
                        userId)));
    }

    /** An approved plan for everyone with a quorum of two and these experts. */
    public void plan(ConsultationNumber number, ExpertId... experts) {
        db.sql("""
                        INSERT INTO plan (consultation, purpose, audience, channels, meetings, quorum, written_by, written_at,
                            approved_by, approved_at)
                        VALUES (?, '听取基层意见', '', '个人链接', '', 2, 'staff', ?, 'director', ?)
                        """).params(number.value(), now(), now()).update();
        db.sql("INSERT INTO plan_focus (consultation, position, clause_id, question) VALUES (?, 0, ?, '您认为这样写可行吗？')")
                .params(number.value(), articles(number).get(0).value())
                .update();
        for (ExpertId expert : experts) {
            db.sql("INSERT INTO plan_expert (consultation, expert_id) VALUES (?, ?)")
                    .params(number.value(), expert.value())
                    .update();
        }
    }

    public InvitationId invitation(ConsultationNumber number, InformantId informant) {
        return new InvitationId(insert(
                "INSERT INTO invitation (consultation, informant_id, issued_at) VALUES (?, ?, ?)",
                number.value(),
                informant.value(),
                now()));
    }

    /** One numbered, on-time suggestion in a submission of its own. informant and clause may be null. */
    public SuggestionId suggestion(ConsultationNumber number, InformantId informant, ClauseId clause, String original) {
        int n = SEQUENCE.incrementAndGet();
        long submission = insert(
                """
                INSERT INTO submission (consultation, receipt, idempotency_key, informant_id, channel, on_behalf,
                    confirmed_by_person, consent_processing, consent_call_back, consent_publish_name, accepted_at, timing)
                VALUES (?, ?, ?, ?, ?, FALSE, FALSE, TRUE, FALSE, FALSE, ?, 'ON_TIME')
                """,
                number.value(),
                "R-" + n,
                "key-" + n,
                informant == null ? null : informant.value(),
                informant == null ? "QR_CODE" : "PERSONAL_LINK",
                now());
        Integer next = db.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM suggestion WHERE consultation = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
        String label = clause == null
                ? "整体"
                : db.sql("SELECT label FROM clause WHERE id = ?")
                        .param(clause.value())
                        .query(String.class)
                        .single();
        long suggestion = insert("""
                INSERT INTO suggestion (submission_id, consultation, position, number, clause_id, clause_label, kind)
                VALUES (?, ?, 0, ?, ?, ?, 'SUBSTANCE')
                """, submission, number.value(), next, clause == null ? null : clause.value(), label);
        db.sql("INSERT INTO suggestion_words (suggestion_id, clause_text, original) VALUES (?, '', ?)")
                .params(suggestion, original)
                .update();
        return new SuggestionId(suggestion);
    }

    /** A confirmed decision on a suggestion; decision is one of FORWARD, GROUP, OUT_OF_SCOPE, HOLD. */
    public void screening(ConsultationNumber number, SuggestionId suggestion, String decision) {
        db.sql("""
                        INSERT INTO screening (suggestion_id, consultation, kind, decision, reason, routed_to, screened_by,
                            screened_at, confirmed_by, confirmed_at)
                        VALUES (?, ?, 'SUBSTANCE', ?, '具体可行', ?, 'staff', ?, 'staff2', ?)
                        """)
                .params(
                        suggestion.value(),
                        number.value(),
                        decision,
                        decision.equals("OUT_OF_SCOPE") ? "街道信访办" : null,
                        now(),
                        now())
                .update();
    }

    /** A frozen report version 1 that holds these suggestions in grade GENERAL. */
    public void frozenReport(ConsultationNumber number, List<SuggestionId> suggestions) {
        db.sql("""
                        INSERT INTO report (consultation, version, introduction, docx, xlsx, composed_at, approved_by, approved_at,
                            signed_by, signed_at, frozen_at, docx_sha256, xlsx_sha256)
                        VALUES (?, 1, '', ?, ?, ?, 'director', ?, 'leader', ?, ?, ?, ?)
                        """)
                .params(List.of(
                        number.value(),
                        new byte[] {1},
                        new byte[] {2},
                        now(),
                        now(),
                        now(),
                        now(),
                        "1".repeat(64),
                        "2".repeat(64)))
                .update();
        for (SuggestionId suggestion : suggestions) {
            db.sql("INSERT INTO report_item (consultation, version, suggestion_id, grade) VALUES (?, 1, ?, 'GENERAL')")
                    .params(number.value(), suggestion.value())
                    .update();
        }
    }

    /** A confirmed outcome; kind is a name of OutcomeKind. */
    public void outcome(ConsultationNumber number, SuggestionId suggestion, String kind) {
        db.sql("""
                        INSERT INTO outcome (suggestion_id, consultation, outcome, reason, evidence, judged_by, judged_at,
                            confirmed_by, confirmed_at)
                        VALUES (?, ?, ?, '已在其他条款中规定', '公布文本', 'staff', ?, 'staff2', ?)
                        """)
                .params(suggestion.value(), number.value(), kind, now(), now())
                .update();
    }

    private long insert(String sql, Object... values) {
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        JdbcClient.StatementSpec statement = db.sql(sql);
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.update(keys, "id");
        return keys.getKey().longValue();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return Timestamps.of(instant);
    }
}
