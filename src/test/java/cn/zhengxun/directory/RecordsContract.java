package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class RecordsContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Directory directory;

    @Autowired
    InformantRecords records;

    @Autowired
    TagCatalogue catalogue;

    @Autowired
    Rows rows;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private Informant find(InformantId id) {
        return directory.informant(id).orElseThrow();
    }

    private InformantDetails details(boolean refused) {
        return new InformantDetails(
                "丁" + unique,
                null,
                null,
                null,
                null,
                null,
                refused,
                LocalDate.of(2024, 1, 1),
                TODAY.plusDays(60),
                PreferredChannel.MAIL,
                Set.of());
    }

    private long search(InformantSearch.State state) {
        return directory
                .search(new InformantSearch("丁" + unique, null, "", false, state, 1))
                .total();
    }

    @Test
    void a_term_that_ends_within_sixty_days_is_found_and_renewed() {
        InformantId id = directory.add(new AddInformant(details(false)));
        assertThat(search(InformantSearch.State.ENDING)).isEqualTo(1);
        assertThat(search(InformantSearch.State.OVER)).isZero();
        records.renew(new RenewTerms(Set.of(id), LocalDate.of(2029, 2, 28)));
        assertThat(find(id).termEndsOn()).isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(search(InformantSearch.State.ENDING)).isZero();

        assertThatThrownBy(() -> records.renew(new RenewTerms(Set.of(id), TODAY)))
                .hasMessageContaining("晚于今天");
        directory.deactivate(new DeactivateInformant(id));
        assertThatThrownBy(() -> records.renew(new RenewTerms(Set.of(id), TODAY.plusYears(1))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已停用");
        assertThatThrownBy(() -> new RenewTerms(Set.of(), TODAY)).isInstanceOf(InvalidCommand.class);
    }

    @Test
    void somebody_whose_mail_fails_is_found() {
        InformantId id = directory.add(new AddInformant(details(false)));
        assertThat(search(InformantSearch.State.MAIL_FAILS)).isZero();
        directory.mailFailed(new MailFailed(id, "邮箱已停用。"));
        assertThat(search(InformantSearch.State.MAIL_FAILS)).isEqualTo(1);
        records.mailWorksAgain(new MailWorksAgain(id));
        assertThat(search(InformantSearch.State.MAIL_FAILS)).isZero();
    }

    @Test
    void trainings_are_kept_one_by_one_and_a_mistake_is_taken_back() {
        InformantId id = directory.add(new AddInformant(details(false)));
        records.record(new RecordTraining(id, TODAY.minusYears(1), "如何提意见"));
        records.record(new RecordTraining(id, TODAY, "条例解读"));
        assertThat(records.trainings(id)).extracting(Training::topic).containsExactly("条例解读", "如何提意见");
        long mistake = records.trainings(id).get(0).id();
        InformantId another = rows.informant("戊", null);
        assertThatThrownBy(() -> records.remove(new RemoveTraining(another, mistake)))
                .isInstanceOf(NotFound.class);
        records.remove(new RemoveTraining(id, mistake));
        assertThat(records.trainings(id)).extracting(Training::topic).containsExactly("如何提意见");
        assertThatThrownBy(() -> records.record(new RecordTraining(id, TODAY.plusDays(1), "明天的")))
                .isInstanceOf(InvalidCommand.class);
    }

    @Test
    void the_latest_decision_holds_and_none_is_ever_lost() {
        InformantId id = directory.add(new AddInformant(details(true)));
        assertThat(records.consents(id))
                .singleElement()
                .matches(consent -> consent.kind() == ConsentKind.PROFILING && !consent.given());
        records.record(new RecordConsent(id, ConsentKind.PROFILING, true, TODAY, "同意按标签联系我"));
        assertThat(find(id).profilingRefused()).isFalse();
        records.record(new RecordConsent(id, ConsentKind.PROFILING, false, TODAY.minusYears(1), "去年的表示，补录"));
        assertThat(find(id).profilingRefused()).as("a decision of last year").isFalse();
        directory.change(new ChangeInformant(id, details(true), true));
        assertThat(find(id).profilingRefused()).isTrue();
        directory.change(new ChangeInformant(id, details(true), true));
        assertThat(records.consents(id)).hasSize(4).first().matches(consent -> !consent.given());
        assertThat(records.consents(id)).extracting(Consent::wording).contains("同意按标签联系我");
        assertThatThrownBy(() -> new RecordConsent(id, null, null, null, " "))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        faults ->
                                assertThat(faults.byField()).containsOnlyKeys("kind", "given", "decidedOn", "wording"));
    }

    @Test
    void a_tag_is_renamed_merged_and_deleted_without_anybody_losing_it() {
        long old = catalogue.add(new AddTag(new Tag("行业", "餐饮" + unique)));
        long kept = catalogue.add(new AddTag(new Tag("行业", "饭店" + unique)));
        InformantId both = rows.informant("己", null);
        rows.tag(both, "行业", "餐饮" + unique);
        rows.tag(both, "行业", "饭店" + unique);
        InformantId one = rows.informant("庚", null);
        rows.tag(one, "行业", "餐饮" + unique);

        assertThatThrownBy(() -> catalogue.add(new AddTag(new Tag("身份", "餐饮" + unique))))
                .hasMessageContaining("行业");
        assertThatThrownBy(() -> catalogue.add(new AddTag(new Tag("颜色", "红" + unique))))
                .hasMessageContaining("颜色");
        assertThatThrownBy(() -> catalogue.delete(new DeleteTag(old))).hasMessageContaining("2 人");
        catalogue.change(new ChangeTag(old, new Tag("身份", "小吃" + unique)));
        assertThat(find(one).tags()).containsExactly("小吃" + unique);
        assertThatThrownBy(() -> catalogue.merge(new MergeTags(old, old))).isInstanceOf(RuleViolation.class);
        catalogue.merge(new MergeTags(old, kept));
        assertThat(find(one).tags()).containsExactly("饭店" + unique);
        assertThat(find(both).tags()).containsExactly("饭店" + unique);
        assertThat(catalogue.find(kept).orElseThrow().bearers()).isEqualTo(2);
        assertThatThrownBy(() -> catalogue.delete(new DeleteTag(old))).isInstanceOf(NotFound.class);

        long unused = catalogue.add(new AddTag(new Tag("语言", "手语" + unique)));
        assertThat(catalogue.byFamily().keySet()).startsWith(Tag.FAMILIES.toArray(String[]::new));
        catalogue.delete(new DeleteTag(unused));
        assertThat(catalogue.find(unused)).isEmpty();
    }
}
