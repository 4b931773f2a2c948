package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.CorrectMapping;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.ImportDraft;
import cn.zhengxun.draft.Mappings;
import cn.zhengxun.draft.Succession;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Carried.Group;
import cn.zhengxun.suggestion.Carried.Item;
import cn.zhengxun.suggestion.Carried.Place;
import cn.zhengxun.suggestion.Carried.Section;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriUtils;

/** What people said about one reading, under the clauses of the next. */
@WithMockUser(username = "staff", authorities = "staff")
abstract class CarriedSuggestionsContract {
    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    private static final String ALARM = "遭受家庭暴力的人可以向公安机关报案，公安机关应当及时出警制止。";
    private static final String SHELTER = "县级人民政府可以设立临时庇护场所，为受害人提供生活帮助。";
    private static final String SCHOOL = "学校、幼儿园应当开展家庭美德和反家庭暴力教育。";
    private static final String DATE = "本法自公布之日起施行。";

    @Autowired
    MockMvc browser;

    @Autowired
    Drafts drafts;

    @Autowired
    Mappings mappings;

    @Autowired
    CarriedSuggestions carried;

    @Autowired
    Suggestions suggestions;

    @Autowired
    SuggestionRows words;

    @Autowired
    Invitations invitations;

    @Autowired
    JdbcClient db;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    private final String title = "承接法" + SEQUENCE.incrementAndGet() + getClass().getSimpleName();

    @AfterEach
    void turn_the_clock_back() {
        clock.reset();
    }

    @Test
    void over_three_readings_everyone_finds_the_words_of_then_beside_those_of_now() throws Exception {
        DraftId first = confirmed("一审稿", ALARM + SHELTER, SCHOOL, DATE);
        ConsultationNumber one = consultation(first);
        SuggestionId taken = said(one, article(first, 1), "出警要有时限。");
        SuggestionId dropped = said(one, article(first, 2), "应当写上老师怎么报告。");
        SuggestionId whole = said(one, null, "整部法写得好。");
        DraftId second = confirmed("二审稿", ALARM, SHELTER, SCHOOL, DATE);
        link(second, article(first, 1), article(second, 1), article(second, 2));
        link(second, article(first, 2), article(second, 3));
        link(second, article(first, 3), article(second, 4));
        ConsultationNumber two = consultation(second);
        SuggestionId later = said(two, article(second, 2), "庇护所要有热水。");
        DraftId third = confirmed("三审稿", SHELTER, ALARM, DATE);
        link(third, article(second, 1), article(third, 2));
        link(third, article(second, 2), article(third, 1));
        link(third, article(second, 3));
        link(third, article(second, 4), article(third, 3));
        ConsultationNumber three = consultation(third);

        Carried shown = carried.to(three);
        assertThat(page("/consultations/{n}/earlier", three))
                .contains("<del>" + ALARM + "</del>", "条款已删除", "同时显示在：第二条");

        assertThat(shown.earlier()).extracting(it -> it.number()).containsExactly(one, two);
        assertThat(shown.suggestions()).isEqualTo(4);
        assertThat(shown.entries()).isEqualTo(5);
        assertThat(shown.sections())
                .extracting(Section::place)
                .containsExactly(Place.WHOLE, Place.CLAUSE, Place.CLAUSE, Place.REMOVED);
        assertThat(said(shown.sections().get(0))).containsExactly(whole);
        assertThat(shown.sections().get(1).clause()).isEqualTo(article(third, 1));
        assertThat(said(shown.sections().get(1))).containsExactly(taken, later);
        assertThat(said(shown.sections().get(2))).containsExactly(taken);
        assertThat(shown.sections().get(3).label()).isEqualTo("一审稿第二条");
        assertThat(said(shown.sections().get(3))).containsExactly(dropped);

        Group split = shown.sections().get(1).groups().get(0);
        assertThat(split.words()).isEqualTo(ALARM + SHELTER);
        assertThat(split.unchanged()).isFalse();
        assertThat(split.now().words()).isEqualTo(SHELTER);
        assertThat(split.items().get(0).elsewhere()).containsExactly("第二条");
        assertThat(shown.sections().get(1).groups().get(1).unchanged()).isTrue();
        assertThat(carried.count(three)).isEqualTo(4);
        assertThat(suggestions.count(three)).isZero();
        assertThat(carried.count(one)).isZero();
    }

    @Test
    void of_a_real_law_no_suggestion_is_orphaned_and_none_stands_twice_under_one_clause() throws IOException {
        DraftId before = law("一审稿", "立法法(2015-03-15).md");
        ConsultationNumber asked = consultation(before);
        List<Clause> spoken = drafts.clauses(before).clauses().stream()
                .filter(clause -> switch (clause.kind()) {
                    case ARTICLE, PARAGRAPH, ITEM -> true;
                    default -> false;
                })
                .toList();
        assertThat(spoken)
                .filteredOn(clause -> clause.kind() == ClauseKind.ARTICLE)
                .hasSizeGreaterThan(100);
        spoken.forEach(clause -> rows.suggestion(asked, null, clause.id(), "对" + clause.label() + "的意见"));
        rows.suggestion(asked, null, null, "对整体的意见");
        DraftId after = law("二审稿", "立法法(2023-03-13).md");
        ConsultationNumber present = consultation(after);
        Map<SuggestionId, Suggestion> given =
                suggestions.of(asked).stream().collect(Collectors.toMap(Suggestion::id, suggestion -> suggestion));

        Carried shown = carried.to(present);

        assertThat(shown.suggestions()).isEqualTo(spoken.size() + 1).isEqualTo(given.size());
        Succession way = mappings.succession(before, after);
        Map<SuggestionId, List<ClauseId>> places = shown.sections().stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> group.items().stream()
                        .map(item -> Map.entry(
                                item.suggestion().id(),
                                group.now() == null
                                        ? new ClauseId(0)
                                        : group.now().clause())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        assertThat(places.keySet()).isEqualTo(given.keySet());
        given.values().forEach(suggestion -> {
            List<ClauseId> expected = suggestion.clause() == null ? List.of() : way.of(suggestion.clause());
            assertThat(places.get(suggestion.id()))
                    .as(suggestion.clauseLabel())
                    .containsExactlyElementsOf(expected.isEmpty() ? List.of(new ClauseId(0)) : expected);
        });
        assertThat(places.values().stream().mapToInt(List::size).sum()).isEqualTo(shown.entries());
    }

    @Test
    void a_removed_clause_stands_behind_the_article_it_followed() {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, SHELTER, DATE);
        ConsultationNumber one = consultation(first);
        said(one, article(first, 1), "甲");
        said(one, article(first, 2), "乙");
        said(one, article(first, 3), "丙");
        DraftId second = confirmed("二审稿", SHELTER, DATE);
        link(second, article(first, 1));
        link(second, article(first, 2));
        link(second, article(first, 3), article(second, 1));
        link(second, article(first, 4), article(second, 2));

        Carried shown = carried.to(consultation(second));

        assertThat(shown.sections()).extracting(Section::label).containsExactly("一审稿第一条", "一审稿第二条", "第一条");
        assertThat(shown.sections()).extracting(Section::removed).containsExactly(true, true, false);
    }

    @Test
    void late_ones_are_shown_and_said_to_be_late_and_withdrawn_ones_are_not() {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        ConsultationNumber one = consultation(first);
        SuggestionId late = said(one, article(first, 1), "来晚了");
        SuggestionId gone = said(one, article(first, 1), "不说了");
        db.sql("UPDATE submission SET timing = 'LATE' WHERE id = (SELECT submission_id FROM suggestion WHERE id = ?)")
                .param(late.value())
                .update();
        db.sql("UPDATE suggestion SET withdrawn_at = ? WHERE id = ?")
                .params(Timestamps.of(clock.instant()), gone.value())
                .update();
        DraftId second = confirmed("二审稿", ALARM, DATE);
        ConsultationNumber two = consultation(second);

        Carried shown = carried.to(two);

        assertThat(shown.suggestions()).isEqualTo(1);
        assertThat(shown.late()).isEqualTo(1);
        assertThat(carried.count(two)).isEqualTo(1);
        assertThat(items(shown.sections().get(0)).get(0).fate().word()).isEqualTo("逾期收到");
    }

    @Test
    void what_became_of_them_is_told_once_it_is_published() {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        ConsultationNumber one = consultation(first);
        SuggestionId told = said(one, article(first, 1), "甲");
        SuggestionId kept = said(one, article(first, 1), "乙");
        rows.outcome(one, told, "NOT_ADOPTED");
        rows.outcome(one, kept, "ADOPTED");
        db.sql("UPDATE outcome SET published_at = confirmed_at WHERE suggestion_id = ?")
                .param(told.value())
                .update();
        DraftId second = confirmed("二审稿", ALARM, DATE);

        Map<SuggestionId, String> fates = items(
                        carried.to(consultation(second)).sections().get(0))
                .stream()
                .collect(Collectors.toMap(
                        item -> item.suggestion().id(), item -> item.fate().word()));

        assertThat(fates).containsEntry(told, "未采纳").containsEntry(kept, "已收到");
    }

    @Test
    void the_page_names_nobody_and_counts_apart_from_the_new_ones() throws Exception {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        ConsultationNumber one = consultation(first);
        InformantId informant = rows.informant("欧阳不宜公开", "o@example.org");
        said(one, informant, article(first, 1), "出警要有时限。");
        DraftId second = confirmed("二审稿", ALARM, DATE);
        ConsultationNumber two = consultation(second);
        said(two, article(second, 1), "新的意见");

        String page = page("/consultations/{n}/earlier", two);

        assertThat(page)
                .contains("出警要有时限。", one.value(), "不计入本次征集", "共1条意见", "aria-current=\"page\"")
                .doesNotContain("欧阳不宜公开", "o@example.org", "新的意见", "??");
        assertThat(page("/consultations/{n}/suggestions", two))
                .contains("以前审次收到的1条意见", "已征集1条", "新的意见")
                .doesNotContain("出警要有时限。");
        assertThat(page("/consultations/{n}/earlier", one)).contains("没有更早审次的征询");
        assertThat(page("/consultations/{n}", two))
                .contains(
                        "上一次征询",
                        one.value(),
                        UriUtils.encodePath("/consultations/" + one.value(), StandardCharsets.UTF_8));
        assertThat(page("/consultations/{n}", one)).contains("下一次征询", two.value());
        assertThat(page("/consultations/{n}/intake-sheet", two)).contains("上一次征询", one.value() + "（一审稿）");
    }

    @Test
    void informants_see_the_words_they_spoke_about_and_where_these_stand_now() throws Exception {
        DraftId first = confirmed("一审稿", ALARM, SCHOOL, DATE);
        ConsultationNumber one = consultation(first);
        InformantId informant = rows.informant("王秀英", "w@example.org");
        String link = "/i/" + invitations.mint(rows.invitation(one, informant)) + "/record";
        said(one, informant, article(first, 1), "出警要有时限。");
        said(one, informant, article(first, 2), "老师要报告。");
        assertThat(page(link)).contains(ALARM, SCHOOL).doesNotContain("此条在", "??");

        DraftId second = confirmed("二审稿", DATE, ALARM + SHELTER);
        link(second, article(first, 1), article(second, 2));
        link(second, article(first, 2));
        ConsultationNumber two = rows.consultation(second, Status.PLANNING, Visibility.PUBLIC);
        assertThat(page(link)).doesNotContain("此条在");

        open(two);
        assertThat(page(link))
                .contains("此条在二审稿中为第二条", "<ins>" + SHELTER + "</ins>", "此条在二审稿中已经删去", ALARM, SCHOOL)
                .doesNotContain("??");

        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(two.value())
                .update();
        assertThat(page(link)).doesNotContain("此条在", SHELTER);
    }

    @Test
    void words_of_an_internal_draft_bear_the_readers_name_and_never_reach_a_stranger() throws Exception {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        ConsultationNumber one = consultation(first);
        Receipt receipt = suggestions.submit(
                Handing.to(one).saying(article(first, 1), "路人的话").command());
        DraftId second = confirmed("二审稿", SHELTER, DATE);
        link(second, article(first, 1), article(second, 1));
        ConsultationNumber two = consultation(second);
        assertThat(page("/q?receipt=" + receipt.number())).contains(ALARM, "此条在二审稿中为第一条");
        assertThat(page("/consultations/{n}/earlier", two)).doesNotContain("class=\"watermark\"");

        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(one.value())
                .update();
        db.sql("UPDATE draft SET visibility = 'INTERNAL' WHERE id = ?")
                .param(first.value())
                .update();

        assertThat(page("/q?receipt=" + receipt.number())).contains("路人的话").doesNotContain(ALARM, "此条在");
        assertThat(page("/consultations/{n}/earlier", two)).contains("class=\"watermark\"");
        assertThat(page("/drafts/" + second.value() + "/mapping")).contains("class=\"watermark\"");
    }

    @Test
    void a_promulgated_text_in_the_library_is_where_the_record_leads() throws Exception {
        DraftId first = confirmed("一审稿", ALARM, DATE);
        ConsultationNumber one = consultation(first);
        InformantId informant = rows.informant("王秀英", "w@example.org");
        String link = "/i/" + invitations.mint(rows.invitation(one, informant)) + "/record";
        said(one, informant, article(first, 1), "出警要有时限。");
        DraftId law = confirmed("公布文本", DATE, ALARM);
        link(law, article(first, 1), article(law, 2));

        assertThat(page(link)).contains("此条在公布文本中为第二条", "文字没有变");
    }

    private DraftId confirmed(String reading, String... articles) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < articles.length; i++) {
            text.append("第")
                    .append("一二三四五六".charAt(i))
                    .append("条　")
                    .append(articles[i])
                    .append('\n');
        }
        return confirmed(reading, "a.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private DraftId law(String reading, String file) throws IOException {
        return confirmed(reading, file, Files.readAllBytes(Path.of("src/test/resources/laws", file)));
    }

    private DraftId confirmed(String reading, String file, byte[] content) {
        DraftId draft =
                drafts.importDraft(new ImportDraft(title, reading, title + reading, file, content, Visibility.PUBLIC));
        drafts.confirm(new ConfirmStructure(draft));
        return draft;
    }

    private ConsultationNumber consultation(DraftId draft) {
        return rows.consultation(draft, Status.COLLECTING, Visibility.PUBLIC);
    }

    private void open(ConsultationNumber number) {
        db.sql("UPDATE consultation SET status = 'COLLECTING' WHERE number = ?")
                .param(number.value())
                .update();
    }

    private void link(DraftId draft, ClauseId article, ClauseId... counterparts) {
        mappings.correct(new CorrectMapping(draft, article, List.of(counterparts)));
    }

    private ClauseId article(DraftId draft, int n) {
        return drafts.clauses(draft).articles().get(n - 1).id();
    }

    private SuggestionId said(ConsultationNumber number, ClauseId clause, String original) {
        return said(number, null, clause, original);
    }

    private SuggestionId said(ConsultationNumber number, InformantId informant, ClauseId clause, String original) {
        Handing handing = Handing.to(number).saying(clause, original);
        Receipt receipt = suggestions.submit((informant == null ? handing : handing.by(informant)).command());
        return words.handedWith(receipt.number()).get(0).suggestion().id();
    }

    private static List<Item> items(Section section) {
        List<Item> items = new ArrayList<>();
        section.groups().forEach(group -> items.addAll(group.items()));
        return items;
    }

    private static List<SuggestionId> said(Section section) {
        return items(section).stream().map(item -> item.suggestion().id()).toList();
    }

    private String page(String address, ConsultationNumber number) throws Exception {
        return page(address.replace("{n}", number.value()));
    }

    private String page(String address) throws Exception {
        return browser.perform(get(URI.create(UriUtils.encodeQuery(address, StandardCharsets.UTF_8)))
                        .with(user("staff").authorities(new SimpleGrantedAuthority("staff"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
