package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** Over real HTTP: one sign-in for everything, and the published flaws of Camunda 7.24.0 tried as a user and as nobody. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hardening;DB_CLOSE_DELAY=-1",
            "camunda.bpm.process-engine-name=" + EngineHardeningTest.ENGINE
        })
@ActiveProfiles("test")
@DirtiesContext
class EngineHardeningTest {
    static final String ENGINE = "hardening";
    private static final String ADMIN_API = "/camunda/api/admin/auth/user/" + ENGINE;
    private static final String ENGINE_API = "/camunda/api/engine/engine/" + ENGINE;
    private static final String PASSWORD = "Zhengxun#2026";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    private final ObjectMapper json = new ObjectMapper();

    /** A browser: cookies, no automatic redirects. */
    private final class Browser {
        final CookieManager cookies = new CookieManager();
        final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(at(path)).GET());
        }

        HttpResponse<String> form(String path, String... fields) throws IOException, InterruptedException {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < fields.length; i += 2) {
                body.append(body.isEmpty() ? "" : "&")
                        .append(fields[i])
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return send(HttpRequest.newBuilder(at(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        }

        HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            xsrf().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            return send(request);
        }

        private java.util.Optional<String> xsrf() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst();
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
            return form(
                    "/login",
                    "username",
                    user,
                    "password",
                    password,
                    "_csrf",
                    csrfOf(get("/login").body()));
        }

        Browser signedIn(String user) throws IOException, InterruptedException {
            HttpResponse<String> answer = signIn(user, PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
            get("/camunda/app/tasklist/" + ENGINE + "/"); // hands out Camunda's own token
            return this;
        }
    }

    private static String csrfOf(String page) {
        Matcher token = CSRF.matcher(page);
        assertThat(token.find()).as("a CSRF token in the page").isTrue();
        return token.group(1);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @BeforeEach
    void people() {
        Walk walk = new Walk(engine);
        List.of("staff", "director", "expert1", "staff9").forEach(walk::account);
    }

    // ---- one sign-in

    @Test
    void a_stranger_is_sent_to_the_one_sign_in_page_and_machines_get_401() throws Exception {
        Browser stranger = new Browser();
        assertThat(stranger.get("/camunda/app/tasklist/" + ENGINE + "/")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
        assertThat(stranger.get(ENGINE_API + "/task").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/v1/statistics").statusCode()).isEqualTo(401);
        HttpResponse<String> health = stranger.get("/actuator/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void one_sign_in_opens_the_pages_and_tasklist_but_cockpit_only_for_administrators() throws Exception {
        Browser staff = new Browser().signedIn("staff");
        assertThat(staff.get("/").statusCode()).isEqualTo(200);
        assertThat(staff.get("/camunda/app/tasklist/" + ENGINE + "/").statusCode())
                .isEqualTo(200);
        assertThat(staff.get(ADMIN_API).body()).contains("\"userId\":\"staff\"");
        assertThat(staff.get("/camunda/app/cockpit/" + ENGINE + "/").statusCode())
                .isEqualTo(403);
        Browser administrator = new Browser().signedIn("admin");
        assertThat(administrator.get("/camunda/app/cockpit/" + ENGINE + "/").statusCode())
                .isEqualTo(200);
        assertThat(administrator.get("/camunda/app/admin/" + ENGINE + "/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void signing_out_of_tasklist_or_of_the_pages_ends_both() throws Exception {
        Browser fromTasklist = new Browser().signedIn("staff");
        assertThat(fromTasklist.post(ADMIN_API + "/logout", "").statusCode()).isLessThan(300);
        assertThat(fromTasklist.get("/").statusCode()).isEqualTo(302);

        Browser fromPages = new Browser().signedIn("staff");
        fromPages.form("/logout", "_csrf", csrfOf(fromPages.get("/").body()));
        assertThat(fromPages.get(ENGINE_API + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void a_second_sign_in_in_the_same_browser_is_the_second_user_everywhere() throws Exception {
        Browser browser = new Browser().signedIn("staff");
        browser.get(ENGINE_API + "/task");
        browser.signedIn("director");
        assertThat(browser.get(ADMIN_API).body()).contains("\"userId\":\"director\"");
    }

    @Test
    void five_counted_failures_lock_an_account_until_an_administrator_unlocks_it() throws Exception {
        Browser guesser = new Browser();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(40))
                .until(() -> {
                    guesser.signIn("staff9", "wrong-Password-1");
                    return attempts("staff9") >= 5;
                });
        assertThat(guesser.signIn("staff9", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("error"));

        Browser administrator = new Browser().signedIn("admin");
        String account = administrator.get("/account").body();
        assertThat(account).contains("已锁定");
        administrator.form("/account/unlock/staff9", "_csrf", csrfOf(account));
        new Browser().signedIn("staff9");
    }

    private int attempts(String user) {
        return ((org.camunda.bpm.engine.impl.persistence.entity.UserEntity)
                        identity.createUserQuery().userId(user).singleResult())
                .getAttempts();
    }

    @Test
    void camundas_own_sign_in_is_closed() throws Exception {
        assertThat(new Browser()
                        .signedIn("staff")
                        .form(ADMIN_API + "/login/tasklist", "username", "admin", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
    }

    // ---- CVE-2026-109432: expressions in task queries

    @Test
    void nobody_evaluates_expressions_through_task_queries() throws Exception {
        Browser staff = new Browser().signedIn("staff");
        String task = ENGINE_API + "/task";
        for (String expression : List.of(
                "${now()}", "${''.getClass().getName()}", "${environment.getProperty('spring.datasource.username')}")) {
            for (String query : List.of(
                    "{\"dueAfterExpression\":\"" + expression + "\"}",
                    "{\"orQueries\":[{\"dueAfterExpression\":\"" + expression + "\"}]}",
                    "{\"orQueries\":[{\"assigneeExpression\":\"" + expression + "\",\"name\":\"x\"}]}")) {
                HttpResponse<String> answer = staff.post(task, query);
                assertThat(answer.statusCode()).as(query).isEqualTo(400);
                assertThat(staff.post(task + "/count", query).statusCode())
                        .as(query)
                        .isEqualTo(400);
                assertThat(answer.body()).doesNotContain("java.lang");
            }
        }
        assertThat(new Browser()
                        .post(task, "{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_stored_filter_cannot_be_extended_by_expressions_and_itself_still_works() throws Exception {
        Browser staff = new Browser().signedIn("staff");
        String filter = ENGINE_API + "/filter/"
                + filters.createTaskFilterQuery().singleResult().getId() + "/list?maxResults=50";
        HttpResponse<String> stored = staff.post(filter, "{}");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        for (String query : List.of(
                "{\"assigneeExpression\":\"${''.getClass().getName()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass().getName()}\"}]}")) {
            assertThat(staff.post(filter, query).statusCode()).as(query).isEqualTo(400);
        }
    }

    // ---- CVE-2026-77226: the open set-up of a first administrator

    @Test
    void nobody_creates_an_administrator_through_the_set_up_path() throws Exception {
        String body = """
                {"profile":{"id":"evil","firstName":"e","lastName":"e","email":"e@example.com"},
                 "credentials":{"password":"Zhengxun#2026"}}
                """;
        String setup = "/camunda/api/admin/setup/" + ENGINE + "/user/create";
        assertThat(new Browser().post(setup, body).statusCode()).isIn(401, 403);
        assertThat(new Browser().signedIn("staff").post(setup, body).statusCode())
                .isEqualTo(403);
        assertThat(new Browser().signedIn("admin").post(setup, body).statusCode())
                .isEqualTo(403);
        assertThat(identity.createUserQuery().userId("evil").count()).isZero();
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isPositive();
    }

    // ---- authorization

    @Test
    void staff_start_three_processes_and_deploy_nothing() throws Exception {
        Browser staff = new Browser().signedIn("staff");
        String api = ENGINE_API;
        JsonNode startable = json.readTree(
                staff.get(api + "/process-definition?latest=true&startableInTasklist=true&active=true&maxResults=50")
                        .body());
        assertThat(startable.findValuesAsText("key"))
                .containsExactlyInAnyOrder("consultation", "suggestionEntry", "change");
        assertThat(staff.post(api + "/process-definition/key/plan/start", "{}").statusCode())
                .isEqualTo(403);
        assertThat(staff.post(api + "/message", "{\"messageName\":\"message_withdrawn\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(staff.get(api + "/user").body()).doesNotContain("director");
        for (String user : List.of("staff", "admin")) {
            HttpResponse<String> answer = new Browser().signedIn(user).post(api + "/deployment/create", "{}");
            assertThat(answer.statusCode()).as(user).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_claimed_task_can_be_given_back_leaves_colleagues_lists_and_takes_no_variables() throws Exception {
        Walk walk = new Walk(engine);
        walk.account("staff8");
        String task = aTask(walk);
        Browser staff = new Browser().signedIn("staff");
        Browser colleague = new Browser().signedIn("staff8");
        String list = ENGINE_API + "/filter/"
                + filters.createTaskFilterQuery().singleResult().getId() + "/list?maxResults=50";

        assertThat(colleague.post(list, "{}").body()).contains(task);
        assertThat(staff.post(ENGINE_API + "/task/" + task + "/claim", "{\"userId\":\"staff\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(staff.post(list, "{}").body()).contains(task);
        assertThat(colleague.post(list, "{}").body()).doesNotContain(task);
        assertThat(staff.post(
                                ENGINE_API + "/task/" + task + "/variables",
                                "{\"modifications\":{\"accepted\":{\"value\":true,\"type\":\"Boolean\"}}}")
                        .body())
                .contains("只能通过表单填写");
        assertThat(staff.post(ENGINE_API + "/task/" + task + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(colleague.post(list, "{}").body()).contains(task);
    }

    private String aTask(Walk walk) {
        var number = walk.start(TenStepsContract.letter());
        walk.run("callActivity_intake");
        assertThat(number).isNotNull();
        return walk.task("userTask_confirmStructure").getId();
    }
}
