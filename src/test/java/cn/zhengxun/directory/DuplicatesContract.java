package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class DuplicatesContract {
    @Autowired
    Duplicates duplicates;

    @Autowired
    DuplicateRows pairs;

    @Autowired
    Directory directory;

    @Autowired
    InformantRecords records;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private InformantId person(String name, String phone, String email, StationId station) {
        InformantId id = rows.informant(name + unique, email, station);
        db.sql("UPDATE informant SET phone = ? WHERE id = ?")
                .params(phone, id.value())
                .update();
        return id;
    }

    private Optional<Likeness> likeness(InformantId older, InformantId newer) {
        return pairs.pairs(100_000).stream()
                .filter(pair -> pair.older() == older.value() && pair.newer() == newer.value())
                .map(DuplicateRows.Pair::likeness)
                .findFirst();
    }

    private String phone() {
        return "139"
                + UUID.randomUUID()
                        .toString()
                        .replaceAll("[^0-9]", "")
                        .concat("00000000")
                        .substring(0, 8);
    }

    @Test
    void people_who_look_alike_are_found_with_the_reason() {
        String phone = phone();
        String near = phone.substring(0, 10) + (phone.charAt(10) == '1' ? '2' : '1');
        StationId station = rows.station("院");
        InformantId one = person("甲", phone, unique + "@example.com", station);
        assertThat(likeness(one, person("乙", "+86 " + phone, null, null))).contains(Likeness.SAME_PHONE);
        assertThat(likeness(one, person("丙", null, unique.toUpperCase() + "@Example.com", null)))
                .contains(Likeness.SAME_EMAIL);
        assertThat(likeness(one, person("甲", null, null, station))).contains(Likeness.SAME_STATION);
        assertThat(likeness(one, person("甲", near, null, null))).contains(Likeness.NEAR_PHONE);
        assertThat(likeness(one, person("丁", near, null, station))).isEmpty();
    }

    @Test
    void two_people_are_asked_about_only_once() {
        String phone = phone();
        InformantId one = person("夫", phone, null, null);
        InformantId other = person("妻", phone, null, null);
        duplicates.tellApart(new TellApart(other, one));
        duplicates.tellApart(new TellApart(one, other));
        assertThat(likeness(one, other)).isEmpty();
        assertThatThrownBy(() -> duplicates.tellApart(new TellApart(one, one))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> duplicates.tellApart(new TellApart(one, new InformantId(-7))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_kept_entry_stands_for_both() {
        String phone = phone();
        InformantId kept = person("戊", phone, null, null);
        InformantId gone = person("戊", phone, unique + "@example.com", rows.station("院"));
        rows.tag(kept, "行业", "餐饮" + unique);
        rows.tag(gone, "行业", "餐饮" + unique);
        rows.tag(gone, "身份", "老年人" + unique);
        records.record(new RecordConsent(kept, ConsentKind.PROFILING, true, LocalDate.of(2025, 1, 1), "旧"));
        records.record(new RecordConsent(gone, ConsentKind.PROFILING, false, LocalDate.of(2026, 1, 1), "新"));
        records.record(new RecordTraining(gone, LocalDate.of(2026, 1, 1), "条例解读"));
        directory.add(new AddStation("站" + unique, "立法联络站", null, gone));

        duplicates.merge(new MergeInformants(kept, gone));
        Informant both = directory.informant(kept).orElseThrow();
        assertThat(both.tags()).containsExactlyInAnyOrder("餐饮" + unique, "老年人" + unique);
        assertThat(both.email()).isEqualTo(unique + "@example.com");
        assertThat(both.station()).isNotNull();
        assertThat(both.profilingRefused()).as("the later decision").isTrue();
        assertThat(records.consents(kept)).extracting(Consent::wording).containsExactly("新", "旧");
        assertThat(records.trainings(kept)).hasSize(1);
        assertThat(directory.stations())
                .filteredOn(station -> station.name().equals("站" + unique))
                .singleElement()
                .matches(station -> kept.equals(station.coordinator()));
        assertThat(directory.informant(gone).orElseThrow().active()).isFalse();
        assertThat(likeness(kept, gone)).isEmpty();

        assertThatThrownBy(() -> duplicates.merge(new MergeInformants(gone, kept)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已并入");
        assertThatThrownBy(() -> duplicates.merge(new MergeInformants(kept, gone)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已并入");
        InformantDetails details = InformantForm.of(both, java.util.Set.of()).details();
        assertThatThrownBy(() -> directory.change(new ChangeInformant(gone, details, true)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不能恢复在任");
    }

    @Test
    void an_adviser_unit_has_a_contact_and_fields_one_by_one() {
        directory.add(new AddExpert(
                "明理所" + unique, unique, "律师事务所", "行政法、 环境保护法，行政法", ExpertKind.UNIT, "钟先生", "0411-8888 0000"));
        Expert unit = directory.expertOfUser(unique).orElseThrow();
        assertThat(unit.fieldList()).containsExactly("行政法", "环境保护法");
        assertThat(unit.kind()).isEqualTo(ExpertKind.UNIT);
        assertThat(unit.contact()).isEqualTo("钟先生");
        assertThatThrownBy(() -> new AddExpert("甲", "a", null, null, null, null, "打不通"))
                .hasMessageContaining("法律专家还是顾问单位")
                .hasMessageContaining("联系电话");
    }
}
