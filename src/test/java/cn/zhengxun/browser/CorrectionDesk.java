package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** The page where a clause tree is put right, as a person at the keyboard, with a mouse or without scripts uses it. */
final class CorrectionDesk {
    /** Read badly on purpose: articles within lines, a stray stamp, a chapter and a citation taken for text. */
    static final String BADLY_TYPED = """
            城市绿化条例（草案）
            第一章 总则
            第一条 为了改善城市生态环境，制定本条例。第二条 本条例适用于城市规划区内的绿化。
            机密文稿
            第三条 市人民政府应当加强下列工作：
            （一）编制绿地系统规划；
            （二）建设公园绿地；
            其他有关工作。
            第二章 规划和建设的要求，以及应当遵守的程序：
            第五条 城市绿化规划应当公布。
            规划不得随意变更。
            第六条 本条例自2027年1月1日起施行。
            """;

    private final Person staff;
    private final Page page;
    private final String path;

    CorrectionDesk(Person staff, long draft) {
        this.staff = staff;
        this.page = staff.page();
        this.path = "/drafts/" + draft + "/correction";
    }

    void byKeyboard() {
        staff.visit(path);
        assertThat(page.getByText("第三条之后是第五条")).isVisible();
        staff.picture("correction");
        node("为了改善").focus();
        page.keyboard().press("s");
        assertThat(page.locator("#caret")).isFocused();
        staff.looked();
        page.keyboard().type("不是草案的字");
        assertThat(page.locator("#caret")).hasValue("为了改善城市生态环境，制定本条例。第二条 本条例适用于城市规划区内的绿化。");
        for (int i = "为了改善城市生态环境，制定本条例。".length(); i > 0; i--) {
            page.keyboard().press("ArrowRight");
        }
        staff.picture("correction-split");
        page.keyboard().press("Enter");
        said("已拆分");
        assertThat(articles()).hasText(new String[] {"第一条", "第二条", "第三条", "第五条", "第六条"});
        assertThat(page.locator("[data-node][aria-current]")).isFocused();

        page.keyboard().press("Control+z");
        said("已撤销");
        assertThat(articles()).hasText(new String[] {"第一条", "第三条", "第五条", "第六条"});
        page.keyboard().press("Control+y");
        said("已重做");
        assertThat(articles()).hasCount(5);

        node("本条例适用").focus();
        page.keyboard().press("j");
        assertThat(node("机密文稿")).isFocused();
        page.keyboard().press("t");
        assertThat(page.getByLabel("改成")).isFocused();
        page.getByLabel("改成").selectOption("NOTE");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        said("已改类型");
        node("规划不得").focus();
        page.keyboard().press("m");
        said("已并入");
        assertThat(node("城市绿化规划应当公布。规划不得随意变更。")).isVisible();
    }

    void byMouse() {
        choose(node("规划和建设的要求"), "第三条第三款");
        page.getByLabel("改成").selectOption("CHAPTER");
        staff.button("改类型").click();
        said("已改类型");
        assertThat(node("规划和建设的要求")).containsText("第二章");
        choose(node("其他有关工作"), "第三条第二款");
        page.getByLabel("改成").selectOption("ITEM");
        staff.button("改类型").click();
        said("已改类型");
        assertThat(node("其他有关工作")).containsText("（三）");
        choose(articles().filter(new Locator.FilterOptions().setHasText("第五条")), "第五条");
        page.getByLabel("新的编号").fill("第四条");
        page.getByLabel("后面的编号跟着改").check();
        staff.button("改编号").click();
        said("已改编号");
        assertThat(articles()).hasText(new String[] {"第一条", "第二条", "第三条", "第四条", "第五条"});
        staff.looked();
        staff.picture("correction-done");
        page.getByLabel("新的编号").fill("甲");
        staff.button("改编号").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“甲”不是条的编号");
        assertThat(page.getByLabel("新的编号")).hasValue("甲");
    }

    void withoutScripts() {
        staff.visit(path);
        choose(node("本条例自2027年"), "第五条");
        staff.button("并入前面的条款").click();
        assertThat(page.getByText("没有办成")).isVisible();
        staff.button("撤销").click();
        staff.done();
        assertThat(articles()).hasText(new String[] {"第一条", "第二条", "第三条", "第五条", "第六条"});
        staff.button("重做").click();
        staff.done();
        choose(node("城市绿化规划应当公布"), "第四条");
        page.getByLabel("从“规划不得随意变更。”之前分开").click();
        staff.done();
        assertThat(chosen()).containsText("第四条第二款");
        staff.button("确认条款结构").click();
        staff.done();
        assertThat(page.getByText("已确认").first()).isVisible();
        assertThat(staff.button("并入前面的条款")).hasCount(0);
    }

    /** The narrowest screen that must do. */
    void narrow() {
        page.setViewportSize(320, 640);
        staff.visit(path);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        page.setViewportSize(1280, 800);
    }

    /** A code of many articles: one page of it is light and answers at once. */
    void large(String address) {
        staff.visit(address);
        int bytes = page.content().length();
        assertThat(bytes).isLessThan(400_000);
        long begun = System.nanoTime();
        page.locator("[data-node]").nth(40).click();
        assertThat(page.locator("[data-node][aria-current]")).isFocused();
        System.out.println("correction page of 1260 articles: " + bytes / 1000 + " thousand characters, a choice takes "
                + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    private Locator node(String words) {
        return page.locator("[data-node]").filter(new Locator.FilterOptions().setHasText(words));
    }

    private Locator articles() {
        return page.locator("[data-node]")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("small", new Page.LocatorOptions().setHasText(Pattern.compile("^条$")))))
                .locator("b");
    }

    /** The answer is put in place when it is there, so a person looks before typing on. */
    private void choose(Locator clause, String label) {
        clause.click();
        assertThat(chosen()).containsText(label);
    }

    private Locator chosen() {
        return page.locator("#chosen-title");
    }

    private void said(String words) {
        assertThat(page.locator("#correction-said")).containsText(words);
    }

    static List<String> confirmedArticles() {
        return List.of("第一条", "第二条", "第三条", "第四条", "第五条");
    }
}
