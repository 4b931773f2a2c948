package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class PostersContract {
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) MicroMessenger/8.0";

    @Autowired
    Posters posters;

    @Autowired
    PosterReads reads;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private StationId station;

    @BeforeEach
    void a_station() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        station = rows.station("海报小院");
    }

    private Posters.Line line() {
        return posters.board(number).lines().stream()
                .filter(line -> line.station() != null && line.station().id().equals(station))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_press_gives_every_station_and_the_office_a_poster_and_again_none() {
        assertThat(line().code()).isNull();
        int opened = posters.open(new OpenPosters(number));
        assertThat(opened).isEqualTo(posters.board(number).lines().size()).isGreaterThanOrEqualTo(2);
        assertThat(posters.open(new OpenPosters(number))).isZero();
        assertThat(posters.board(number).incomplete()).isFalse();
        assertThat(posters.print(number, null))
                .hasSize(opened)
                .extracting(Poster::station)
                .extracting(one -> one == null ? null : one.id())
                .contains(station)
                .containsOnlyOnce((StationId) null);
        assertThat(posters.print(number, line().code()))
                .singleElement()
                .extracting(Poster::station)
                .extracting(Station::id)
                .isEqualTo(station);
    }

    @Test
    void an_internal_draft_has_no_poster() {
        ConsultationNumber internal = rows.consultation(rows.draftOf(number), Status.COLLECTING, Visibility.INTERNAL);
        assertThat(posters.board(internal).lines()).isEmpty();
        assertThatThrownBy(() -> posters.open(new OpenPosters(internal)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("内部草案");
        assertThatThrownBy(() -> posters.print(internal, null)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void each_poster_is_counted_by_what_came_in_by_it() {
        posters.open(new OpenPosters(number));
        String code = line().code();
        for (int i = 0; i < 3; i++) {
            rows.suggestion(number, null, null, "路灯" + i);
        }
        db.sql("UPDATE submission SET open_channel = ? WHERE consultation = ?")
                .params(code, number.value())
                .update();
        assertThat(line().yield()).isEqualTo(new PosterHarvest.Yield(3, 3, clock.instant()));
        db.sql(
                        "UPDATE suggestion SET withdrawn_at = CURRENT_TIMESTAMP WHERE id = (SELECT MIN(id) FROM suggestion WHERE consultation = ?)")
                .param(number.value())
                .update();
        assertThat(line().yield().suggestions()).isEqualTo(2);
    }

    @Test
    void readers_are_counted_by_day_and_programs_are_not() {
        posters.open(new OpenPosters(number));
        String code = line().code();
        reads.opened(code, PHONE, null);
        reads.opened(code, PHONE, "prefetch;prerender");
        reads.opened(code, "Baiduspider/2.0", null);
        reads.opened(code, "curl/8.5", null);
        reads.opened(code, null, null);
        reads.write();
        assertThat(line().reads()).isEqualTo(1);
        reads.opened(code, PHONE, null);
        reads.write();
        assertThat(reads.days(code)).containsExactly(new PosterReads.Day(LocalDate.of(2026, 11, 23), 2));
    }

    @Test
    void a_poster_is_taken_out_of_use_with_a_reason_and_replaced() {
        posters.open(new OpenPosters(number));
        String old = line().code();
        assertThatThrownBy(() -> new RetirePoster(old, " ", true)).isInstanceOf(InvalidCommand.class);

        String fresh =
                posters.retire(new RetirePoster(old, "被涂改", true)).orElseThrow().code();
        assertThat(line().code()).isEqualTo(fresh).isNotEqualTo(old);
        assertThat(posters.board(number).closed()).singleElement().satisfies(closed -> {
            assertThat(closed.code()).isEqualTo(old);
            assertThat(closed.closed().reason()).isEqualTo("被涂改");
        });
        assertThat(invitations.channel(old)).isEmpty();
        assertThat(invitations.closedChannel(old)).isPresent();
        assertThatThrownBy(() -> posters.retire(new RetirePoster(old, "再停一次", false)))
                .hasMessageContaining("已经停用过");
        assertThatThrownBy(() -> posters.retire(new RetirePoster("nosuchcode", "没有", false)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.openChannel(number, station, old)).hasMessageContaining("已经停用");
        assertThat(db.sql("SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action = 'RetirePoster'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
