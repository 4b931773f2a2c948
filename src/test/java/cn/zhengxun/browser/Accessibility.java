package cn.zhengxun.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** axe-core's opinion of a page. */
final class Accessibility {
    /** What passes is counted but not described. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Accessibility() {}

    /** @return what is wrong, one sentence each; empty for a good page */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // otherwise it opens a blank page, which the content policy forbids
                        .options(VIOLATIONS)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> URI.create(page.url()).getPath() + " " + told(rule))
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
