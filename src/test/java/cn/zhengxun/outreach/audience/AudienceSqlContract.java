package cn.zhengxun.outreach.audience;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the database answers is what the expression means. Everything is rolled back. */
@Transactional
abstract class AudienceSqlContract {
    private static final int PEOPLE = 40;
    private static final int EXPRESSIONS = 150;
    private static final List<Integer> AGO = List.of(1, 29, 30, 31, 89, 90, 91, 400);

    @Autowired
    Audiences audiences;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private final Random random = new Random(20261123);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> tags = List.of("餐" + mark, "环" + mark, "化" + mark, "无" + mark);
    private final Map<InformantId, Person> people = new LinkedHashMap<>();
    private final List<StationId> stationIds = new ArrayList<>();
    private final List<Person.At> stations = new ArrayList<>();
    private List<ConsultationNumber> earlier;
    private LocalDate today;

    @BeforeEach
    void three_stations() {
        today = Shanghai.dateOf(clock.instant());
        for (int i = 0; i < 3; i++) {
            StationId id = rows.station("小院" + i);
            String kind = i == 0 ? "立法联络站" : "立法议事小院";
            db.sql("UPDATE station SET kind = ?, active = ? WHERE id = ?")
                    .params(kind, i != 2, id.value())
                    .update();
            stationIds.add(id);
            stations.add(new Person.At(
                    db.sql("SELECT name FROM station WHERE id = ?")
                            .param(id.value())
                            .query(String.class)
                            .single(),
                    kind,
                    i != 2));
        }
    }

    @Test
    void any_expression_gives_what_it_means_for_each_person() {
        earlier = List.of(
                rows.consultation(Level.NATIONAL, Status.ARCHIVED),
                rows.consultation(Level.MUNICIPAL, Status.TRACKING));
        for (int i = 0; i < PEOPLE; i++) {
            somebody();
        }
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.PUSHING);
        Set<Oracle.Answer> seen = new HashSet<>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            AudienceExpression expression = expression(3);
            Map<InformantId, AudienceMember> found = members(expression);
            people.forEach((id, person) -> {
                Oracle.Answer answer = Oracle.answer(expression, person);
                seen.add(answer);
                assertThat(found.get(id))
                        .as("%s for %s", expression.words(), person)
                        .isEqualTo(new AudienceMember(
                                id, answer == Oracle.Answer.YES, reason(expression, person, answer)));
            });
        }
        assertThat(seen).containsExactlyInAnyOrder(Oracle.Answer.values());
        assertThat(audiences.find(number)).isEmpty();
    }

    private static String reason(AudienceExpression expression, Person person, Oracle.Answer answer) {
        return switch (answer) {
            case YES -> cut("因" + Oracle.grounds(expression, person).substring(1));
            case NO -> "不符合推送条件";
            case UNKNOWN -> "本人拒绝按标签推送，由所在站点联系";
        };
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(300, reason.length()));
    }

    private Map<InformantId, AudienceMember> members(AudienceExpression expression) {
        AudienceSql sql = new AudienceSql(expression, clock.instant());
        String members = sql.members();
        Map<InformantId, AudienceMember> found = new HashMap<>();
        db.sql("SELECT * FROM (" + members + ") m").params(sql.values()).query(row -> {
            InformantId id = new InformantId(row.getLong("informant_id"));
            found.put(id, new AudienceMember(id, row.getBoolean("included"), row.getString("reason")));
        });
        return found;
    }

    private void somebody() {
        int at = random.nextInt(4);
        InformantId id = rows.informant("某", null, at == 3 ? null : stationIds.get(at));
        Set<String> held = new HashSet<>();
        tags.subList(0, 3).stream().filter(tag -> random.nextInt(3) == 0).forEach(tag -> {
            rows.tag(id, "行业", tag);
            held.add(tag);
        });
        boolean refused = random.nextInt(4) == 0;
        Integer termDays = random.nextInt(3) == 0 ? null : random.nextInt(3) * 90;
        db.sql("UPDATE informant SET profiling_refused = ?, term_ends_on = CAST(? AS DATE) WHERE id = ?")
                .params(
                        refused,
                        termDays == null ? null : today.plusDays(termDays).toString(),
                        id.value())
                .update();
        Set<Duration> asked = new HashSet<>();
        boolean answered = false;
        for (ConsultationNumber number : earlier) {
            if (random.nextBoolean()) {
                Duration ago = Duration.ofDays(AGO.get(random.nextInt(AGO.size())));
                boolean answers = random.nextInt(3) == 0;
                var issuedAt = Timestamps.of(clock.instant().minus(ago));
                db.sql("INSERT INTO invitation (consultation, informant_id, issued_at) VALUES (?, ?, ?)")
                        .params(number.value(), id.value(), issuedAt)
                        .update();
                if (answers) {
                    db.sql("UPDATE invitation SET answered_at = ? WHERE informant_id = ? AND consultation = ?")
                            .params(issuedAt, id.value(), number.value())
                            .update();
                }
                asked.add(ago);
                answered |= answers;
            }
        }
        people.put(id, new Person(held, at == 3 ? null : stations.get(at), refused, termDays, asked, answered));
    }

    private AudienceExpression expression(int depth) {
        int pick = random.nextInt(depth == 0 ? 1 : 4);
        return switch (pick) {
            case 1 -> new AudienceExpression.Not(expression(depth - 1));
            case 2 -> new AudienceExpression.All(operands(depth));
            case 3 -> new AudienceExpression.Any(operands(depth));
            default -> term();
        };
    }

    private List<AudienceExpression> operands(int depth) {
        List<AudienceExpression> operands = new ArrayList<>();
        for (int i = random.nextInt(2); i < 3; i++) {
            operands.add(expression(depth - 1));
        }
        return operands;
    }

    private AudienceTerm term() {
        return switch (random.nextInt(14)) {
            case 0 -> new AudienceTerm.Everyone();
            case 1 -> new AudienceTerm.AtAnyStation();
            case 2 -> new AudienceTerm.AtStation(stations.get(random.nextInt(3)).name());
            case 3 ->
                new AudienceTerm.AtStationOfKind(stations.get(random.nextInt(3)).kind());
            case 4 -> new AudienceTerm.AtClosedStation();
            case 5 -> new AudienceTerm.InOffice();
            case 6 -> new AudienceTerm.TermEndsSoon();
            case 7 -> new AudienceTerm.AskedWithin(30 * (1 + random.nextInt(3)));
            case 8 -> new AudienceTerm.NotAskedWithin(30 * (1 + random.nextInt(3)));
            case 9 -> new AudienceTerm.NeverAsked();
            case 10 -> new AudienceTerm.HasAnswered();
            default -> new AudienceTerm.HasTag(tags.get(random.nextInt(tags.size())));
        };
    }

    @Test
    void ten_thousand_people_are_counted_as_a_clerk_would_count_them_by_SQL() {
        db.sql("""
                        INSERT INTO informant (name, email, station_id, profiling_refused, active, joined_on, term_ends_on)
                        SELECT '某' || n, 'x@example.com', CASE MOD(n, 4) WHEN 0 THEN NULL WHEN 1 THEN :first WHEN 2 THEN :second
                               ELSE :third END, MOD(n, 10) = 0, MOD(n, 17) <> 0, DATE '2025-01-01',
                               CASE WHEN MOD(n, 19) = 0 THEN DATE '2026-01-01' ELSE DATE '2029-01-01' END
                        FROM (%s) numbers
                        """.formatted(NUMBERS))
                .param("first", stationIds.get(0).value())
                .param("second", stationIds.get(1).value())
                .param("third", stationIds.get(2).value())
                .update();
        for (int i = 1; i <= 2; i++) {
            db.sql("INSERT INTO tag (family, name) VALUES ('行业', ?)")
                    .param(tags.get(i))
                    .update();
            db.sql("""
                            INSERT INTO informant_tag (informant_id, tag_id)
                            SELECT p.id, t.id FROM informant p JOIN station x ON x.id = p.station_id, tag t
                            WHERE x.id IN (:stations) AND t.name = :tag AND MOD(p.id, :every) = 0
                            """)
                    .param("stations", stationIds.stream().map(StationId::value).toList())
                    .param("tag", tags.get(i))
                    .param("every", 2 + i)
                    .update();
        }
        int byHand = db.sql("""
                        SELECT COUNT(DISTINCT p.id) FROM informant p
                        JOIN informant_tag pt ON pt.informant_id = p.id JOIN tag g ON g.id = pt.tag_id
                        JOIN station x ON x.id = p.station_id
                        WHERE g.name IN (:tags) AND x.active AND p.active AND NOT p.profiling_refused
                          AND (p.term_ends_on IS NULL OR p.term_ends_on >= DATE '2026-11-23')
                        """)
                .param("tags", tags.subList(1, 3))
                .query(Integer.class)
                .single();
        AudiencePreview preview = audiences.preview("(%s OR %s) AND 站点 NOT 停用".formatted(tags.get(1), tags.get(2)));
        assertThat(preview.count()).isEqualTo(byHand).isGreaterThan(1_000);
        int everybody =
                db.sql("SELECT COUNT(*) FROM informant").query(Integer.class).single();
        assertThat(preview.count()
                        + preview.excluded().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(everybody);
        assertThat(preview.gaps()).isEmpty();
    }

    /** 1 to 10,000 on either database. */
    private static final String NUMBERS = "WITH d AS (SELECT 0 AS x" + " UNION ALL SELECT 1 UNION ALL SELECT 2"
            + " UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7"
            + " UNION ALL SELECT 8 UNION ALL SELECT 9) SELECT 1 + a.x + 10 * b.x + 100 * c.x + 1000 * e.x AS n"
            + " FROM d a, d b, d c, d e";
}
