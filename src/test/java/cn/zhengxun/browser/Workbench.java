package cn.zhengxun.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Step 6: the page on which staff decide about each suggestion. */
final class Workbench {
    private final Person person;
    private final Page page;

    Workbench(Person person) {
        this.person = person;
        this.page = person.page();
    }

    /** Saves this decision on the suggestion with these words. routedTo may be null. */
    void decide(String words, String kind, String decision, String reason, String routedTo) {
        Locator item = item(words);
        item.getByLabel("意见类型").selectOption(kind);
        item.getByLabel(decision, new Locator.GetByLabelOptions().setExact(true))
                .check();
        item.getByLabel("理由", new Locator.GetByLabelOptions().setExact(true)).fill(reason);
        if (routedTo != null) {
            item.getByText("归并组、转办单位").click();
            item.getByLabel("转给哪个单位办理").fill(routedTo);
        }
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存处理"))
                .click();
        person.done();
    }

    /** Joins everything that reads like these words into one group. */
    void groupAlike(String words, String title, String reason) {
        Locator item = item(words);
        item.getByText("相似意见1条").click();
        item.getByText("查看全部相似的并一起归并").click();
        person.looked();
        Locator form = page.locator("#bulk");
        form.getByLabel("归并", new Locator.GetByLabelOptions().setExact(true)).check();
        form.getByLabel("理由", new Locator.GetByLabelOptions().setExact(true)).fill(reason);
        form.getByLabel("归并组名称").fill(title);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("处理勾选的意见"))
                .click();
        person.done();
    }

    Locator item(String words) {
        return page.locator("article[data-item]", new Page.LocatorOptions().setHasText(words))
                .first();
    }
}
