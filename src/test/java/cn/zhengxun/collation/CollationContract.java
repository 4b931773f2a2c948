package cn.zhengxun.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

abstract class CollationContract {
    @Autowired
    private Rows rows;

    @Autowired
    private Collation collation;

    @Autowired
    private GroupRows groups;

    @Autowired
    private AlikeRows alike;

    @Autowired
    private JdbcClient db;

    private ConsultationNumber number;

    @BeforeEach
    void a_consultation_in_step_six() {
        number = rows.consultation(Level.NATIONAL, Status.COLLATING);
        as("staff");
    }

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
    }

    private SuggestionId suggestion(String original) {
        return rows.suggestion(number, null, null, original);
    }

    private ScreenSuggestion screen(SuggestionId suggestion, Decision decision, Instant seen) {
        return new ScreenSuggestion(
                number, suggestion, seen, SuggestionKind.WORDING, decision, "反映实际情况", "统一表述", "街道信访办公室", "提示标识");
    }

    private Instant seen(SuggestionId suggestion) {
        return collation.of(number).get(suggestion).screenedAt();
    }

    private int audited(String action) {
        return db.sql("SELECT COUNT(*) FROM audit_entry WHERE consultation = ? AND action = ?")
                .params(number.value(), action)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_decision_is_kept_with_its_kind_reason_and_person() {
        SuggestionId one = suggestion("桌上应有提示");

        collation.screen(screen(one, Decision.OUT_OF_SCOPE, null));

        assertThat(collation.of(number).get(one)).satisfies(screening -> {
            assertThat(screening.kind()).isEqualTo(SuggestionKind.WORDING);
            assertThat(screening.decision()).isEqualTo(Decision.OUT_OF_SCOPE);
            assertThat(screening.reason()).isEqualTo("反映实际情况");
            assertThat(screening.normalised()).isEqualTo("统一表述");
            assertThat(screening.routedTo()).isEqualTo("街道信访办公室");
            assertThat(screening.screenedBy()).isEqualTo("staff");
            assertThat(screening.confirmedBy()).isNull();
            assertThat(screening.groups()).isEmpty();
        });
        assertThat(audited("ScreenSuggestion")).isEqualTo(1);
    }

    @Test
    void the_second_of_two_people_on_one_item_is_told_and_the_first_decision_stands() {
        SuggestionId one = suggestion("桌上应有提示");
        collation.screen(screen(one, Decision.FORWARD, null));
        Instant seenByBoth = seen(one);
        collation.screen(screen(one, Decision.HOLD, seenByBoth));
        as("staff2");

        assertThatThrownBy(() -> collation.screen(screen(one, Decision.OUT_OF_SCOPE, seenByBoth)))
                .isInstanceOfSatisfying(DecidedMeanwhile.class, meanwhile -> {
                    assertThat(meanwhile.standing().screenedBy()).isEqualTo("staff");
                    assertThat(meanwhile.standing().decision()).isEqualTo(Decision.HOLD);
                    assertThat(meanwhile.getMessage()).doesNotContain("staff");
                });
        assertThatThrownBy(() -> collation.screen(screen(one, Decision.OUT_OF_SCOPE, null)))
                .isInstanceOf(DecidedMeanwhile.class);
        assertThat(collation.of(number).get(one).decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void many_are_decided_alike_or_none_is() {
        List<SuggestionId> all = List.of(suggestion("甲意见"), suggestion("乙意见"), suggestion("丙意见"));
        collation.screen(screen(all.get(1), Decision.FORWARD, null));
        List<ScreenSuggestions.Seen> stale =
                all.stream().map(id -> new ScreenSuggestions.Seen(id, null)).toList();

        assertThatThrownBy(() ->
                        collation.screenAll(new ScreenSuggestions(number, stale, Decision.HOLD, "内容敏感", null, null)))
                .isInstanceOf(DecidedMeanwhile.class);
        assertThat(collation.of(number)).hasSize(1);

        List<ScreenSuggestions.Seen> fresh =
                List.of(stale.get(0), new ScreenSuggestions.Seen(all.get(1), seen(all.get(1))), stale.get(2));
        collation.screenAll(new ScreenSuggestions(number, fresh, Decision.HOLD, "内容敏感", null, null));

        assertThat(collation.of(number).keySet()).containsExactlyElementsOf(all);
        assertThat(collation.of(number).values()).allMatch(screening -> screening.decision() == Decision.HOLD);
        assertThat(collation.of(number).get(all.get(0)).kind()).isEqualTo(SuggestionKind.SUBSTANCE);
        assertThat(collation.of(number).get(all.get(1)).kind()).isEqualTo(SuggestionKind.WORDING);
        assertThat(collation.of(number).get(all.get(1)).normalised()).isEqualTo("统一表述");
        assertThat(audited("ScreenSuggestions")).isEqualTo(1);
    }

    @Test
    void an_undone_decision_waits_again_but_a_confirmed_one_cannot_be_undone() {
        SuggestionId one = suggestion("桌上应有提示");
        collation.screen(screen(one, Decision.FORWARD, null));
        collation.undo(new UndoScreening(number, one, seen(one)));

        assertThat(collation.of(number)).isEmpty();
        assertThat(audited("UndoScreening")).isEqualTo(1);
        assertThatThrownBy(() -> collation.requireScreened(number))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("还有1条意见没有处理");

        collation.screen(screen(one, Decision.FORWARD, null));
        as("staff2");
        collation.confirm(new ConfirmCollation(number));
        Instant seen = seen(one);
        assertThatThrownBy(() -> collation.undo(new UndoScreening(number, one, seen)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经复核");
    }

    @Test
    void nobody_confirms_the_own_decisions() {
        SuggestionId one = suggestion("甲意见");
        SuggestionId two = suggestion("乙意见");
        collation.screen(screen(one, Decision.FORWARD, null));
        as("staff2");
        collation.screen(screen(two, Decision.HOLD, null));

        assertThatThrownBy(() -> collation.confirm(new ConfirmCollation(number)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("有1条意见是您本人处理的");
        assertThat(collation.forwarded(number)).isEmpty();

        as("staff3");
        collation.confirm(new ConfirmCollation(number));
        assertThat(collation.of(number).values()).allMatch(s -> "staff3".equals(s.confirmedBy()));
        assertThat(collation.forwarded(number)).containsExactly(one);
    }

    @Test
    void a_changed_decision_wants_its_second_person_again() {
        SuggestionId one = suggestion("甲意见");
        collation.screen(screen(one, Decision.FORWARD, null));
        as("staff2");
        collation.confirm(new ConfirmCollation(number));
        collation.screen(screen(one, Decision.GROUP, seen(one)));

        assertThat(collation.of(number).get(one).confirmedBy()).isNull();
        assertThat(collation.forwarded(number)).isEmpty();
        assertThatThrownBy(() -> collation.confirm(new ConfirmCollation(number)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void outside_step_six_nothing_is_decided() {
        SuggestionId one = suggestion("甲意见");
        db.sql("UPDATE consultation SET status = 'SUBMITTING' WHERE number = ?")
                .param(number.value())
                .update();

        assertThatThrownBy(() -> collation.screen(screen(one, Decision.FORWARD, null)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("审核上报");
        assertThatThrownBy(() -> collation.group(new GroupSuggestions(number, "提示标识", List.of(one))))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void a_suggestion_of_another_consultation_or_a_withdrawn_one_is_not_found() {
        SuggestionId one = suggestion("甲意见");
        ConsultationNumber other = rows.consultation(Level.NATIONAL, Status.COLLATING);
        SuggestionId foreign = rows.suggestion(other, null, null, "别处的意见");
        db.sql("UPDATE suggestion SET withdrawn_at = CURRENT_TIMESTAMP WHERE id = ?")
                .param(one.value())
                .update();

        assertThatThrownBy(() -> collation.screen(screen(one, Decision.FORWARD, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> collation.screen(screen(foreign, Decision.FORWARD, null)))
                .isInstanceOf(NotFound.class);
        collation.requireScreened(number);
    }

    @Test
    void a_grouped_suggestion_belongs_to_a_group() {
        SuggestionId one = suggestion("甲意见");
        ScreenSuggestion homeless =
                new ScreenSuggestion(number, one, null, SuggestionKind.OTHER, Decision.GROUP, "内容相近", null, null, null);
        assertThatThrownBy(() -> collation.screen(homeless))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        invalid -> assertThat(invalid.faults().get(0).field()).isEqualTo("groupTitle"));

        long group = collation.group(new GroupSuggestions(number, "提示标识", List.of(one)));
        collation.screen(homeless);
        collation.requireScreened(number);
        assertThat(collation.of(number).get(one).groups()).containsExactly("提示标识");

        collation.ungroup(new UngroupSuggestion(number, one, group));
        assertThatThrownBy(() -> collation.requireScreened(number))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("没有归入任何组");
        assertThatThrownBy(() -> collation.ungroup(new UngroupSuggestion(number, one, group)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_goes_on_is_forwarded_and_grouped_in_the_order_of_the_numbers() {
        List<SuggestionId> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(suggestion("第" + i + "条意见"));
        }
        collation.screen(screen(all.get(5), Decision.FORWARD, null));
        collation.screen(screen(all.get(0), Decision.GROUP, null));
        collation.screen(screen(all.get(1), Decision.HOLD, null));
        collation.screen(screen(all.get(2), Decision.OUT_OF_SCOPE, null));
        collation.screen(screen(all.get(4), Decision.GROUP, null));
        collation.screen(screen(all.get(3), Decision.FORWARD, null));
        as("staff2");
        collation.confirm(new ConfirmCollation(number));

        assertThat(collation.forwarded(number)).containsExactly(all.get(0), all.get(3), all.get(4), all.get(5));
        assertThat(collation.of(number).keySet()).containsExactlyElementsOf(all);
        assertThat(groups.of(number))
                .singleElement()
                .satisfies(group -> assertThat(group.size()).isEqualTo(2));
    }

    @Test
    void grouping_and_ungrouping_at_random_never_touches_a_word_and_the_sums_agree() {
        Random random = new Random(20261121);
        List<SuggestionId> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(suggestion("原话　" + i + "\n第二行  空格 “引号” 𠀀"));
        }
        Map<Long, byte[]> before = originals();
        Map<String, Set<SuggestionId>> model = new HashMap<>();
        for (int step = 0; step < 500; step++) {
            String title = "组" + random.nextInt(8);
            if (random.nextBoolean() || model.getOrDefault(title, Set.of()).isEmpty()) {
                List<SuggestionId> some = all.stream()
                        .filter(id -> random.nextInt(10) == 0)
                        .collect(Collectors.toCollection(ArrayList::new));
                some.add(all.get(random.nextInt(all.size())));
                collation.group(new GroupSuggestions(number, title, some));
                model.computeIfAbsent(title, t -> new HashSet<>()).addAll(some);
            } else {
                SuggestionId leaving = model.get(title).iterator().next();
                collation.ungroup(new UngroupSuggestion(
                        number, leaving, groups.find(number, title).orElseThrow()));
                model.get(title).remove(leaving);
            }
        }
        model.values().removeIf(Set::isEmpty);

        Map<Long, byte[]> after = originals();
        assertThat(after).hasSameSizeAs(before);
        after.forEach((id, words) -> assertThat(words).isEqualTo(before.get(id)));
        assertThat(groups.of(number).stream().collect(Collectors.toMap(GroupRows.Group::title, GroupRows.Group::size)))
                .isEqualTo(model.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, group -> group.getValue().size())));
        Map<SuggestionId, Set<String>> byMember = new HashMap<>();
        model.forEach((title, members) -> members.forEach(
                id -> byMember.computeIfAbsent(id, m -> new HashSet<>()).add(title)));
        assertThat(groups.memberships(number).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                of -> of.getValue().stream()
                                        .map(GroupRows.Membership::title)
                                        .collect(Collectors.toSet()))))
                .isEqualTo(byMember);
        assertThat(audited("GroupSuggestions") + audited("UngroupSuggestion")).isEqualTo(500);
    }

    private Map<Long, byte[]> originals() {
        Map<Long, byte[]> originals = new HashMap<>();
        alike.words(number).forEach((id, words) -> originals.put(id, words.getBytes(StandardCharsets.UTF_8)));
        return originals;
    }

    @Test
    void alike_ones_are_found_once_and_found_again_only_once() {
        SuggestionId one = suggestion("建议餐饮服务经营者在显著位置张贴反对浪费的提示标识");
        SuggestionId two = suggestion("建议餐饮服务的经营者在显著位置张贴反对浪费提示标识。");
        SuggestionId three = suggestion("建议餐饮服务经营者在显著位置张贴反对浪费的提示标识！");
        SuggestionId four = suggestion("学校食堂应当公布每周的剩饭数量");
        collation.findAlike(number);
        collation.findAlike(number);

        Map<Long, List<NearCopies.Pair>> pairs = alike.of(List.of(one.value(), four.value()));
        assertThat(pairs.get(one.value())).extracting(NearCopies.Pair::other).contains(three.value(), two.value());
        assertThat(pairs.get(one.value()).get(0).score()).isEqualTo(100);
        assertThat(pairs).doesNotContainKey(four.value());
        assertThat(alike.cluster(two.value())).containsExactly(one.value(), two.value(), three.value());
        assertThat(audited("FindAlike")).isEqualTo(2);
    }

    @Test
    void five_thousand_suggestions_are_compared_and_their_pairs_kept() {
        Random random = new Random(5);
        Map<Long, String> texts = new HashMap<>();
        List<SuggestionId> campaign = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            campaign.add(suggestion("建议餐饮服务经营者在显著位置张贴反对浪费的提示标识" + i));
        }
        for (long i = 0; i < 5_000; i++) {
            String text = random.ints(40, 0x4e00, 0x4e00 + 800)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            texts.put(-i - 1, text);
        }
        texts.putAll(alike.words(number));

        List<NearCopies.Pair> pairs = NearCopies.among(texts);
        assertThat(pairs).allMatch(pair -> pair.one() > 0 && pair.other() > 0);
        alike.replace(number, pairs);
        assertThat(alike.cluster(campaign.get(30).value())).hasSize(60);
    }
}
