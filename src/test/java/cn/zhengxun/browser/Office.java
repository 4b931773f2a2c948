package cn.zhengxun.browser;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.Consultations;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/** Everybody who takes part in one consultation, each in a browser of their own, and what they all wait for. */
final class Office implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Browser browser;
    private final String base;
    private final ConsultationProcess process;
    private final Consultations consultations;
    private final Postbox postbox;
    private final Map<String, Person> signedIn = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private ConsultationNumber number;

    Office(Browser browser, String base, ConsultationProcess process, Consultations consultations, Postbox postbox) {
        this.browser = browser;
        this.base = base;
        this.process = process;
        this.consultations = consultations;
        this.postbox = postbox;
    }

    Browser browser() {
        return browser;
    }

    Postbox postbox() {
        return postbox;
    }

    /** The person with this account, signed in from the first time on. */
    Person at(String account) {
        return signedIn.computeIfAbsent(account, user -> visitor().signIn(user));
    }

    /** Somebody at a desk who has not signed in. */
    Person visitor() {
        return joined(Person.atADesk(browser, base));
    }

    Person phone(boolean withJavaScript) {
        return joined(Person.withAPhone(browser, base, withJavaScript));
    }

    private Person joined(Person person) {
        people.add(person);
        return person;
    }

    /** Waits for the one consultation of this database. */
    void registered() {
        Awaitility.await("the consultation")
                .atMost(PATIENCE)
                .until(() -> !consultations.list().isEmpty());
        number = consultations.list().get(0).number();
    }

    /** Address of one of the consultation's pages; rest is such as /plan, or empty for the overview. */
    String page(String rest) {
        return "/consultations/" + number + rest;
    }

    Consultation consultation() {
        return consultations.find(number);
    }

    /** Waits until the engine has made this task; the pages are asked only then. */
    void arrived(String task) {
        Awaitility.await("the task " + task)
                .atMost(PATIENCE)
                .until(() -> process.openTasks(number).stream()
                        .anyMatch(open -> open.name().equals(task)));
    }

    /** The live step that the consultation's own page shows. */
    Locator stepNow() {
        at("staff").visit(page(""));
        return at("staff").page().locator("ol.steps li[aria-current=step]").last();
    }

    /** What was wrong with the pages that anybody saw. */
    Set<String> complaints() {
        Set<String> all = new TreeSet<>();
        people.forEach(person -> all.addAll(person.complaints()));
        return all;
    }

    /** What each person sees now that the test is stuck, under target/. */
    void lastPictures() {
        people.forEach(Person::lastPicture);
    }

    @Override
    public void close() {
        people.forEach(Person::close);
    }
}
