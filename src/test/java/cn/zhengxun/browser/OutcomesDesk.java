package cn.zhengxun.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Step 9: the page on which staff record what became of each suggestion. */
final class OutcomesDesk {
    private final Person person;
    private final Page page;

    OutcomesDesk(Person person) {
        this.person = person;
        this.page = person.page();
    }

    /** Opens the form of the suggestion with these words and fills in its answer. */
    Locator fill(String words, String outcome, String reason, String evidence) {
        Locator item = page.locator("main article", new Page.LocatorOptions().setHasText(words))
                .first();
        item.locator("summary").click();
        item.getByLabel("结果", new Locator.GetByLabelOptions().setExact(true)).selectOption(outcome);
        item.getByLabel("理由", new Locator.GetByLabelOptions().setExact(true)).fill(reason);
        item.getByLabel("依据", new Locator.GetByLabelOptions().setExact(true)).fill(evidence);
        return item;
    }

    void adopted(Locator item, String article, String text, String strength) {
        item.getByLabel("公布文本的条号").fill(article);
        item.getByLabel("公布条文").fill(text);
        item.getByLabel("吻合程度").selectOption(strength);
    }

    void save(Locator item) {
        item.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存第"))
                .click();
        person.done();
    }

    /** All that are still open, with one reason. */
    void theOthersNotAdopted(String reason, String evidence) {
        for (Locator box : page.locator("main article input[name=chosen]").all()) {
            box.check();
        }
        Locator form = page.locator("#same");
        form.getByLabel("理由", new Locator.GetByLabelOptions().setExact(true)).fill(reason);
        form.getByLabel("依据", new Locator.GetByLabelOptions().setExact(true)).fill(evidence);
        person.press("所选各条登记为未采纳");
    }
}
