package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/** Camunda's Tasklist, as its person sees it. */
final class Tasklist {
    static final String PATH = "/camunda/app/tasklist/default/";

    private final Person person;
    private final Page page;

    Tasklist(Person person) {
        this.person = person;
        this.page = person.page();
    }

    Tasklist open() {
        page.navigate(person.base() + PATH);
        assertThat(page.getByText("我的待办").first()).isVisible();
        return this;
    }

    /** Opens the start form of this process; @return the dialogue */
    Locator startForm(String process) {
        open();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("发起流程"))
                .click();
        page.locator("ul.processes a", new Page.LocatorOptions().setHasText(process))
                .click();
        Locator dialogue = page.locator(".modal-dialog");
        assertThat(dialogue.locator("form[cam-form], form[role=form]").first()).isVisible();
        return dialogue;
    }

    /** Sends the start form, which the engine must take. */
    void start() {
        send("/submit-form", page.locator(".modal-footer .btn-primary"));
        assertThat(page.locator(".modal-dialog")).hasCount(0);
    }

    /** Opens the task from the list and claims it unless it is already assigned. */
    Tasklist take(String task) {
        open();
        page.locator(".tasks-list .task", new Page.LocatorOptions().setHasText(task))
                .first()
                .click();
        assertThat(page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task)))
                .isVisible();
        Locator claim = page.locator("button.claim");
        Locator unclaim = page.locator("button.unclaim");
        assertThat(claim.or(unclaim).first()).isVisible();
        if (claim.isVisible()) {
            claim.click();
        }
        assertThat(unclaim).isVisible();
        assertThat(complete()).isEnabled();
        return this;
    }

    /** Follows the form's link to the page where the work is done. */
    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
        person.looked();
    }

    Tasklist choose(String option) {
        page.getByLabel(option, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    Tasklist write(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        return this;
    }

    void finish() {
        send("/submit-form", complete());
    }

    private Locator complete() {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("办结").setExact(true));
    }

    private void send(String address, Locator button) {
        Response answer = page.waitForResponse(response -> response.url().endsWith(address), button::click);
        if (!answer.ok()) {
            throw new AssertionError("Tasklist was refused: " + answer.status() + " " + answer.text());
        }
    }
}
