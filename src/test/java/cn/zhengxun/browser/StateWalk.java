package cn.zhengxun.browser;

import cn.zhengxun.testing.ValidHtml;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings one page after the other into a state and notes what axe, the HTML checker, the keyboard and the window's width have
 * against it. A state counts as reached where its status and a sentence of its own are there.
 * With -Dzhengxun.states=FOLDER it leaves a picture of each state, narrow and wide, and of what is printed.
 */
final class StateWalk {
    private static final String PICTURES = System.getProperty("zhengxun.states");

    private static final String SEND = """
            ([path, fields]) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = path;
              const token = document.querySelector('input[name=_csrf]');
              const all = token ? [...fields, '_csrf', token.value] : fields;
              for (let i = 0; i < all.length; i += 2) {
                const field = document.createElement('textarea');
                field.name = all[i];
                field.value = all[i + 1];
                form.append(field);
              }
              document.body.append(form);
              form.submit();
            }
            """;

    /** In the order of the page, which is the keyboard's unless a tabindex is positive. */
    private static final String UNSEEN_FOCUS = """
            () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
              .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility())
              .filter(element => {
                element.focus();
                if (document.activeElement !== element) return false;
                const box = element.getBoundingClientRect();
                const style = getComputedStyle(element);
                return element.tabIndex > 0 || box.width < 2 || box.height < 2
                  || (style.outlineStyle === 'none' && style.boxShadow === 'none');
              })
              .map(element => element.outerHTML.slice(0, 150))
            """;

    private static final String WIDER = "() => document.documentElement.scrollWidth > innerWidth";

    private final Person person;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int states;

    StateWalk(Person person) {
        this.person = person;
        page = person.page();
    }

    /** @param says a sentence that only this state shows */
    StateWalk open(String state, int status, String says, String path) {
        return look(state, status, says, page.navigate(person.base() + path));
    }

    /** Sends a form from the page that is open. @param fields names and values in turn */
    StateWalk send(String state, int status, String says, String path, String... fields) {
        Response answer = page.waitForResponse(
                response -> response.request().isNavigationRequest()
                        && (response.status() < 300 || response.status() >= 400),
                () -> page.evaluate(SEND, List.of(path, List.of(fields))));
        return look(state, status, says, answer);
    }

    /** Does what people do on the page that is open. @param says a sentence that only the page after it shows */
    StateWalk press(String state, int status, String says, Runnable pressing) {
        Response answer = page.waitForResponse(
                response -> response.request().isNavigationRequest()
                        && (response.status() < 300 || response.status() >= 400),
                pressing);
        return look(state, status, says, answer);
    }

    private StateWalk look(String state, int status, String says, Response answer) {
        page.waitForLoadState();
        // with what the frame says has been done
        String main = page.locator("body").innerText();
        if (answer.status() != status || !main.contains(says)) {
            complaints.add(state + ": not reached, " + answer.status() + " without «" + says + "»: "
                    + main.lines().filter(line -> !line.isBlank()).limit(40).toList());
            return this;
        }
        states++;
        String source = answer.text();
        ValidHtml.complaints(source).forEach(one -> complaints.add(state + ": html: " + one));
        Accessibility.violations(page).forEach(one -> complaints.add(state + ": axe: " + one));
        if (source.contains("??")) {
            complaints.add(state + ": a text is not translated");
        }
        if ((boolean) page.evaluate(WIDER)) {
            complaints.add(state + ": scrolls sideways");
        }
        page.keyboard().press("Tab");
        ((List<?>) page.evaluate(UNSEEN_FOCUS)).forEach(one -> complaints.add(state + ": focus is not seen: " + one));
        if (PICTURES != null) {
            pictures(state);
        }
        return this;
    }

    /** What else is on the page that is open. */
    StateWalk says(String... sentences) {
        String main = page.locator("#main").innerText();
        for (String sentence : sentences) {
            if (!main.contains(sentence)) {
                complaints.add("«" + sentence + "» is missing at " + page.url());
            }
        }
        return this;
    }

    private void pictures(String state) {
        var before = page.viewportSize();
        page.evaluate("() => document.activeElement.blur()");
        for (Map.Entry<String, Integer> width :
                Map.of("narrow", 390, "wide", 1280, "print", 794).entrySet()) {
            page.setViewportSize(width.getValue(), 900);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setMedia(width.getKey().equals("print") ? Media.PRINT : Media.SCREEN));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES, state.replace(' ', '-') + "-" + width.getKey() + ".png")));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(before.width, before.height);
    }

    /** Goes on without looking. */
    Page page() {
        return page;
    }

    int states() {
        return states;
    }

    List<String> complaints() {
        return complaints;
    }
}
