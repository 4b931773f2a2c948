package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** An informant's page behind a personal link, on a phone. */
final class Phone {
    private final Person person;
    private final Page page;

    Phone(Person person) {
        this.person = person;
        this.page = person.page();
    }

    Phone open(String link) {
        person.visit(link);
        return this;
    }

    /** Writes one opinion after the other, as the form offers them. */
    Phone write(List<String> articles, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                person.button("再加一条").click();
            }
            Locator row = page.locator("fieldset.opinion").nth(i);
            row.getByLabel("对哪一条提意见").selectOption(option(articles.get(i)));
            row.getByLabel("您的意见").fill(words.get(i));
        }
        return this;
    }

    private static String option(String article) {
        return article.equals("整体") ? "整体（对整部草案）" : article;
    }

    /** Consents and hands in; @return the receipt's number */
    String handIn() {
        page.getByLabel("我已看过上面的个人信息处理说明").check();
        person.button("提交意见").click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("回执").setExact(true)))
                .isVisible();
        person.looked();
        return page.locator(".number").innerText();
    }
}
