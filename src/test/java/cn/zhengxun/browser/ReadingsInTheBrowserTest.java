package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.CorrectMapping;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.ImportDraft;
import cn.zhengxun.draft.Mappings;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestBeans;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Checking a mapping, and reading what was said about the reading before, as staff and informants see it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:readings;DB_CLOSE_DELAY=-1",
            "camunda.bpm.process-engine-name=readings"
        })
@ActiveProfiles("test")
@Import(TestBeans.class)
@DirtiesContext
@WithMockUser(username = "staff", authorities = "staff")
class ReadingsInTheBrowserTest {
    private static final String FIRST = """
            第一条　为了预防和制止家庭暴力，保护家庭成员的合法权益，制定本法。
            第二条　家庭暴力受害人可以向加害人或者受害人所在单位、居民委员会投诉、求助，也可以向公安机关报案。公安机关接到报案后应当出警，制止家庭暴力，按照规定调查取证。
            第三条　学校、幼儿园发现未成年人遭受家庭暴力的，应当向公安机关报案。
            第四条　县级人民政府可以设立临时庇护场所，为受害人提供临时生活帮助。
            第五条　新闻媒体应当开展反家庭暴力宣传。
            第六条　本法自公布之日起施行。
            """;

    private static final String SECOND = """
            第一条　为了预防和制止家庭暴力，保护家庭成员的合法权益，维护平等、和睦、文明的家庭关系，制定本法。
            第二条　家庭暴力受害人可以向加害人或者受害人所在单位、居民委员会、妇女联合会投诉、反映或者求助，也可以向公安机关报案。
            第三条　公安机关接到家庭暴力报案后应当及时出警，制止家庭暴力，按照有关规定调查取证，协助受害人就医、鉴定伤情。
            第四条　学校、幼儿园、医疗机构及其工作人员在工作中发现未成年人遭受或者疑似遭受家庭暴力的，应当及时向公安机关报案。
            第五条　县级或者设区的市级人民政府可以单独或者依托救助管理机构设立临时庇护场所，为家庭暴力受害人提供临时生活帮助。
            第六条　本法自2016年3月1日起施行。
            """;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    Drafts drafts;

    @Autowired
    Mappings mappings;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    private DraftId first;
    private DraftId second;

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_mapping_is_checked_and_earlier_suggestions_are_found_under_their_clauses() throws IOException {
        account();
        first = confirmed("一审稿", FIRST);
        ConsultationNumber one = rows.consultation(first, Status.COLLECTING, Visibility.PUBLIC);
        InformantId informant = rows.informant("王秀英", "w@example.org");
        String record = "/i/" + invitations.mint(rows.invitation(one, informant)) + "/record";
        said(one, informant, article(first, 2), "出警要写清楚时限，拖一夜人都打坏了。");
        said(one, informant, article(first, 4), "庇护所要男女分开，还要让孩子一起住。");
        said(one, null, article(first, 5), "媒体宣传最好用方言。");
        said(one, null, null, "这部法早该有了。");
        second = confirmed("二审稿", SECOND);
        mapped();
        ConsultationNumber two = rows.consultation(second, Status.COLLECTING, Visibility.PUBLIC);

        String base = "http://localhost:" + port;
        try (Person staff = Person.atADesk(chromium.browser(), base).signIn("staff");
                Person phone = Person.withAPhone(chromium.browser(), base, true)) {
            Person.together(
                    () -> {
                        checkedByKeyboard(staff);
                        earlierSuggestions(staff, two);
                        onAPhone(phone, staff, record, two);
                    },
                    staff,
                    phone);
        }
    }

    @Test
    void a_badly_typed_draft_is_put_right_by_keyboard_by_mouse_and_without_scripts() throws IOException {
        account();
        DraftId badly = imported("城市绿化条例", "草案", CorrectionDesk.BADLY_TYPED);
        DraftId code = imported("民法典", "草案", articles(1260));
        String base = "http://localhost:" + port;
        try (Person staff = Person.atADesk(chromium.browser(), base).signIn("staff");
                Person phone =
                        Person.withAPhone(chromium.browser(), base, false).signIn("staff")) {
            Person.together(
                    () -> {
                        CorrectionDesk desk = new CorrectionDesk(staff, badly.value());
                        desk.byKeyboard();
                        desk.byMouse();
                        desk.narrow();
                        new CorrectionDesk(phone, badly.value()).withoutScripts();
                        desk.large("/drafts/" + code.value() + "/correction");
                    },
                    staff,
                    phone);
        }
        assertThat(drafts.find(badly).confirmedAt()).isNotNull();
        assertThat(drafts.clauses(badly).articles())
                .extracting(Clause::label)
                .containsExactlyElementsOf(CorrectionDesk.confirmedArticles());
    }

    @Test
    void two_texts_are_compared_at_a_desk_on_a_phone_and_on_paper() throws IOException {
        account();
        DraftId old = imported("突发事件应对法", "一审稿", law("突发事件应对法(2007-08-30).md"));
        DraftId young = imported("突发事件应对法", "公布文本", law("突发事件应对法(2024-06-28).md"));
        String base = "http://localhost:" + port;
        try (Person staff = Person.atADesk(chromium.browser(), base).signIn("staff");
                Person phone = Person.withAPhone(chromium.browser(), base, true).signIn("staff");
                Person plain =
                        Person.withAPhone(chromium.browser(), base, false).signIn("staff")) {
            Person.together(
                    () -> {
                        ComparisonDesk desk = new ComparisonDesk(staff, old.value(), young.value());
                        desk.chosen();
                        desk.sideBySide();
                        desk.withinOneAnother();
                        desk.onlyChanges();
                        desk.taken();
                        desk.printed();
                        new ComparisonDesk(phone, old.value(), young.value()).narrow();
                        new ComparisonDesk(plain, old.value(), young.value()).withoutScripts();
                    },
                    staff,
                    phone,
                    plain);
        }
    }

    private static String law(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/laws", file));
    }

    private static String articles(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "第" + n + "条 民事主体应当遵守下列规定：\n（一）遵循自愿原则；\n（二）法律另有规定的。")
                .collect(Collectors.joining("\n"));
    }

    private DraftId imported(String bill, String reading, String text) {
        return drafts.importDraft(new ImportDraft(
                bill, reading, bill + "（草案）", bill + ".txt", text.getBytes(StandardCharsets.UTF_8), Visibility.PUBLIC));
    }

    /** Two articles of the second reading wait, whatever the computer thought of them. */
    private void mapped() {
        link(article(first, 1), article(second, 1));
        link(article(first, 2), article(second, 2), article(second, 3), article(second, 6));
        link(article(first, 3), article(second, 4));
        link(article(first, 4), article(second, 5));
        link(article(first, 5));
        link(article(first, 6));
        link(article(first, 2), article(second, 2));
    }

    private void checkedByKeyboard(Person staff) {
        staff.visit("/drafts/" + second.value() + "/mapping");
        Page page = staff.page();
        Locator queue = page.locator("[data-queue]");
        assertThat(page.getByText("还有2条对应待核对")).isVisible();
        assertThat(queue).containsText("第三条");
        staff.picture("readings-mapping");
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/readings/mapping-1280.png")));

        queue.focus();
        choose(queue, "第二条");
        page.keyboard().press("s");
        staff.done();
        assertThat(page.getByText("还有1条对应待核对")).isVisible();
        assertThat(queue).containsText("第六条");
        assertThat(queue).isFocused();

        page.keyboard().press("a");
        staff.done();
        assertThat(page.getByText("没有待核对的对应").first()).isVisible();
        staff.button("撤销上一次核对").click();
        staff.done();
        assertThat(page.getByText("还有1条对应待核对")).isVisible();
        page.getByLabel("候选里没有的，填条号").fill("第六条");
        staff.button("按勾选的改").click();
        staff.done();
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("已核对")))
                .hasCount(7);
    }

    /** By its digit, as the list counts it. */
    private static void choose(Locator queue, String label) {
        Locator box = queue.locator(".choices li")
                .filter(new Locator.FilterOptions()
                        .setHas(queue.page().locator("label strong", new Page.LocatorOptions().setHasText(label))))
                .locator("input");
        String digit = box.getAttribute("data-choice");
        queue.page().keyboard().press(digit);
        assertThat(box).isChecked();
    }

    private static void earlierSuggestions(Person staff, ConsultationNumber two) {
        staff.visit("/consultations/" + two.value());
        assertThat(staff.page().getByText("上一次征询")).isVisible();
        staff.visit("/consultations/" + two.value() + "/draft");
        assertThat(staff.page().getByText("没有待核对的对应")).isVisible();
        staff.visit("/consultations/" + two.value() + "/suggestions");
        staff.link("以前审次收到的4条意见").click();
        staff.looked();
        assertThat(staff.page().locator("main .carried h3"))
                .hasText(new String[] {"整体意见", "第二条", "第三条", "第五条", "条款已删除 一审稿第五条"});
        assertThat(staff.page().locator("[data-suggestion]")).hasCount(5);
        staff.picture("readings-earlier");
        staff.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/readings/earlier-1280.png")));
    }

    private void onAPhone(Person phone, Person staff, String record, ConsultationNumber two) {
        Page page = phone.visit(record);
        page.getByText("此条在二审稿中为第五条").click();
        assertThat(page.locator("ins").filter(new Locator.FilterOptions().setHasText("单独或者依托救助管理机构")))
                .isVisible();
        phone.looked();
        full(page, "record-390");
        assertFits(page);
        phone.signIn("staff");
        for (String address :
                List.of("/drafts/" + second.value() + "/mapping", "/consultations/" + two.value() + "/earlier")) {
            phone.visit(address);
            full(page, address.replaceAll(".*/", "") + "-390");
            assertFits(page);
            page.setViewportSize(320, 640);
            assertFits(page);
            page.setViewportSize(390, 844);
        }
    }

    private static void full(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/readings", name + ".png")));
    }

    private static void assertFits(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(page.url())
                .isTrue();
    }

    private void link(ClauseId article, ClauseId... counterparts) {
        mappings.correct(new CorrectMapping(second, article, List.of(counterparts)));
    }

    private void said(ConsultationNumber number, InformantId informant, ClauseId clause, String words) {
        suggestions.submit(new SubmitSuggestions(
                number,
                UUID.randomUUID().toString(),
                informant == null ? Channel.QR_CODE : Channel.MEETING,
                null,
                informant,
                null,
                null,
                false,
                true,
                null,
                null,
                null,
                null,
                null,
                true,
                false,
                false,
                List.of(new SubmitSuggestions.Item(clause, SuggestionKind.SUBSTANCE, words, null, null))));
    }

    private DraftId confirmed(String reading, String text) {
        DraftId draft = drafts.importDraft(new ImportDraft(
                "反家庭暴力法",
                reading,
                "反家庭暴力法（草案）",
                "反家庭暴力法.txt",
                text.getBytes(StandardCharsets.UTF_8),
                Visibility.PUBLIC));
        drafts.confirm(new ConfirmStructure(draft));
        return draft;
    }

    private ClauseId article(DraftId draft, int n) {
        return drafts.clauses(draft).articles().get(n - 1).id();
    }

    private void account() {
        if (identity.createUserQuery().userId("staff").count() > 0) {
            return;
        }
        User user = identity.newUser("staff");
        user.setFirstName("周敏");
        user.setLastName("");
        user.setEmail("staff@example.com");
        user.setPassword(Person.PASSWORD);
        identity.saveUser(user);
        identity.createMembership("staff", "staff");
    }
}
