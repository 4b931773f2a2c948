package cn.zhengxun.outreach.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class AudiencesContract {
    @Autowired
    Audiences audiences;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private final String tag = "标" + UUID.randomUUID().toString().substring(0, 8);
    private ConsultationNumber number;
    private StationId station;
    private String stationName;
    private InformantId cook;
    private InformantId refuser;
    private InformantId expired;
    private InformantId inactive;
    private InformantId neighbour;

    @BeforeEach
    void five_people_of_one_station() {
        number = rows.consultation(Level.NATIONAL, Status.PUSHING);
        station = rows.station("小院");
        stationName = db.sql("SELECT name FROM station WHERE id = ?")
                .param(station.value())
                .query(String.class)
                .single();
        cook = person("甲", true);
        refuser = person("乙", true);
        expired = person("丙", true);
        inactive = person("丁", true);
        neighbour = person("戊", false);
        update("UPDATE informant SET profiling_refused = TRUE WHERE id = ?", refuser);
        update("UPDATE informant SET term_ends_on = DATE '2026-11-22' WHERE id = ?", expired);
        update("UPDATE informant SET active = FALSE WHERE id = ?", inactive);
    }

    private InformantId person(String name, boolean tagged) {
        InformantId id = rows.informant(name, "a@example.com", station);
        if (tagged) {
            rows.tag(id, "行业", tag);
        }
        return id;
    }

    private void update(String sql, InformantId id) {
        db.sql(sql).param(id.value()).update();
    }

    private List<AudienceMember> members() {
        return db.sql("SELECT informant_id, included, reason FROM audience_member WHERE consultation = ?")
                .param(number.value())
                .query((row, n) -> new AudienceMember(
                        new InformantId(row.getLong("informant_id")),
                        row.getBoolean("included"),
                        row.getString("reason")))
                .list();
    }

    private Map<InformantId, AudienceMember> proposed(String expression) {
        audiences.propose(new ProposeAudience(number, expression));
        return members().stream().collect(Collectors.toMap(AudienceMember::informant, one -> one));
    }

    @Test
    void each_person_is_in_or_out_for_a_reason() {
        Map<InformantId, AudienceMember> members = proposed("标签:" + tag);
        assertThat(members.get(cook)).isEqualTo(new AudienceMember(cook, true, "因标签“" + tag + "”"));
        assertThat(members.get(refuser)).isEqualTo(new AudienceMember(refuser, false, "本人拒绝按标签推送，由所在站点联系"));
        assertThat(members.get(expired)).isEqualTo(new AudienceMember(expired, false, "任期已满"));
        assertThat(members.get(inactive)).isEqualTo(new AudienceMember(inactive, false, "已停用"));
        assertThat(members.get(neighbour)).isEqualTo(new AudienceMember(neighbour, false, "不符合推送条件"));
    }

    @Test
    void who_refused_profiling_is_reached_by_station() {
        Map<InformantId, AudienceMember> members = proposed("标签:" + tag + " 或 站点:" + stationName);
        assertThat(members.get(refuser)).isEqualTo(new AudienceMember(refuser, true, "因站点“" + stationName + "”"));
        assertThat(members.get(neighbour).included()).isTrue();
        assertThat(members.get(cook).reason()).isEqualTo("因标签“" + tag + "”、站点“" + stationName + "”");
        assertThat(members.get(expired).included()).isFalse();
    }

    @Test
    void without_a_plan_everyone_in_office_is_proposed() {
        audiences.propose(number);
        assertThat(members())
                .contains(new AudienceMember(refuser, true, "因属于在任信息员"))
                .contains(new AudienceMember(inactive, false, "已停用"));
    }

    @Test
    void a_preview_counts_and_names_gaps_and_changes_nothing() {
        AudiencePreview preview = audiences.preview("站点:" + stationName + " 且 (标签:" + tag + " 或 标签:无人有)");
        assertThat(preview.count()).isEqualTo(1);
        assertThat(preview.gaps()).containsExactly("标签“无人有”");
        assertThat(preview.excluded()).containsKeys("已停用", "任期已满", "本人拒绝按标签推送，由所在站点联系");
        assertThat(audiences.find(number)).isEmpty();
    }

    @Test
    void a_person_joins_or_leaves_by_a_judgement_with_a_reason() {
        proposed("标签:" + tag);
        audiences.adjust(new AdjustAudience(number, neighbour, true, "熟悉后厨"));
        audiences.adjust(new AdjustAudience(number, cook, false, "出差"));
        InformantId newcomer = rows.informant("己", null, station);
        audiences.adjust(new AdjustAudience(number, newcomer, true, "新聘"));
        assertThat(members())
                .contains(new AudienceMember(neighbour, true, "人工加入：熟悉后厨"))
                .contains(new AudienceMember(cook, false, "人工移出：出差"))
                .contains(new AudienceMember(newcomer, true, "人工加入：新聘"));
    }

    @Test
    void a_frozen_list_changes_no_more() {
        proposed("标签:" + tag);
        audiences.freeze(number);
        audiences.freeze(number);
        assertThatThrownBy(() -> audiences.adjust(new AdjustAudience(number, neighbour, true, "熟悉后厨")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经确认");
        assertThatThrownBy(() -> audiences.propose(number)).isInstanceOf(RuleViolation.class);
        assertThat(db.sql("SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action = 'FreezeAudience'")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_empty_list_is_not_frozen() {
        proposed("标签:无人有");
        assertThatThrownBy(() -> audiences.freeze(number))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("一个人也没有");
    }

    @Test
    void invitations_are_issued_once_and_only_from_a_frozen_list() {
        proposed("标签:" + tag + " 或 站点:" + stationName);
        assertThatThrownBy(() -> invitations.issue(number))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("先确认名单");
        audiences.freeze(number);
        assertThat(invitations.issue(number)).isEqualTo(3);
        assertThat(invitations.issue(number)).isEqualTo(3);
        assertThat(invitations.of(number)).extracting(Invitation::informant).containsExactly(cook, refuser, neighbour);
    }
}
