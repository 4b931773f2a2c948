package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.testing.ValidHtml;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** What a real server answers to what people and machines get wrong: a Chinese sentence, never a trace, never 500. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:badinput;DB_CLOSE_DELAY=-1",
            "camunda.bpm.process-engine-name=" + BadInputOverHttpTest.ENGINE,
            "zhengxun.demo=true"
        })
@ActiveProfiles("test")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class BadInputOverHttpTest {
    static final String ENGINE = "badinput";
    private static final String ENGINE_API = "/camunda/api/engine/engine/" + ENGINE;
    private static final String PASSWORD = "Zhengxun#2026";
    private static final int MB = 1024 * 1024;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{4}");

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    ManagementService jobs;

    @Autowired
    HikariDataSource database;

    private final HttpClient stranger = HttpClient.newHttpClient();

    @Test
    void every_refusal_of_the_machine_interface_is_problem_json_in_chinese() throws Exception {
        String staff = basic("staff", PASSWORD);
        problem(401, machine("GET", "/api/v1/consultations", null, null, null));
        problem(401, machine("GET", "/api/v1/consultations", basic("nobody", "x"), null, null));
        problem(403, machine("GET", "/api/v1/consultations", basic("expert1", PASSWORD), null, null));
        problem(404, machine("GET", "/api/v1/consultations/2099-%E5%9B%BD-001", staff, null, null));
        assertThat(problem(404, machine("GET", "/api/v1/nothing", staff, null, null))
                        .get("instance")
                        .asText())
                .isEqualTo("/api/v1/nothing");
        problem(404, machine("GET", "/api", staff, null, null));
        problem(405, machine("DELETE", "/api/v1/consultations", staff, null, null));
        problem(415, machine("POST", "/api/v1/drafts/parse", staff, "application/json", new byte[] {'{', '}'}));
        problem(400, machine("POST", "/api/v1/drafts/parse", staff, "multipart/form-data", new byte[] {'x'}));
        problem(
                400,
                machine("POST", "/api/v1/drafts/parse", staff, "multipart/form-data; boundary=b", part("other", 9)));
        problem(415, machine("POST", "/api/v1/drafts/compare", staff, "text/plain", new byte[] {'x'}));
        problem(
                400,
                machine("POST", "/api/v1/drafts/compare", staff, "multipart/form-data; boundary=b", part("before", 9)));
        problem(422, machine("GET", "/api/v1/statistics?from=-999999999-01-01", staff, null, null));
    }

    @Test
    void an_upload_over_the_limit_is_refused_with_a_sentence_and_not_by_a_broken_connection() throws Exception {
        String staff = basic("staff", PASSWORD);
        String multipart = "multipart/form-data; boundary=b";
        assertThat(problem(422, machine("POST", "/api/v1/drafts/parse", staff, multipart, part("file", 11 * MB)))
                        .get("detail")
                        .asText())
                .contains("10 MB");
        for (int size : new int[] {22 * MB, 70 * MB}) {
            assertThat(problem(413, machine("POST", "/api/v1/drafts/parse", staff, multipart, part("file", size)))
                            .get("detail")
                            .asText())
                    .contains("10 MB");
        }
    }

    @Test
    void tasklist_is_told_in_chinese_what_is_wrong_with_a_draft() throws Exception {
        Browser staff = new Browser("staff");
        Map<String, Object> letter = letter();
        letter.put("document", file("空.txt", new byte[0]));
        assertThat(refused(422, staff.start(letter))).contains("空的");
        letter.put("document", file("大.txt", new byte[11 * MB]));
        assertThat(refused(422, staff.start(letter))).contains("10 MB");
        letter.put("document", file("太大.txt", new byte[20 * MB]));
        assertThat(refused(413, staff.start(letter))).contains("10 MB");
        letter.put("document", file("假.docx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused(422, staff.start(letter))).contains("PDF");
        letter.put("document", file("散文.txt", "这里没有条文。".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused(422, staff.start(letter))).contains("第×条");
        letter.put("document", file("草案.txt", "第一条 好。".getBytes(StandardCharsets.UTF_8)));
        letter.put("deadline", text("+999999999-12-31"));
        assertThat(refused(422, staff.start(letter))).contains("年份");
        letter.put("deadline", text("2020-01-01"));
        assertThat(refused(422, staff.start(letter))).contains("已经过去");
        letter.put("title", text("草\0案"));
        assertThat(refused(422, staff.start(letter))).contains("无法保存的字符");
        letter.put("accepted", Map.of("value", true, "type", "Boolean"));
        assertThat(refused(422, staff.start(letter))).contains("表单以外");
    }

    @Test
    void an_entry_that_no_form_would_send_is_refused_in_chinese() throws Exception {
        Browser staff = new Browser("staff");
        Map<String, Object> entry = new TreeMap<>(Map.of(
                "consultation", text("2099-国-001"),
                "channel", text("VISIT"),
                "consentProcessing", Map.of("value", true, "type", "Boolean"),
                "suggestions", text("[{\"kind\":\"OTHER\",\"original\":\"话\"}]")));
        refused(404, staff.enter(entry));
        entry.put("consultation", Map.of("value", true, "type", "Boolean"));
        assertThat(refused(422, staff.enter(entry))).contains("请选择征询事项");
        entry.put("consultation", text("2099-国-001"));
        for (String unread : List.of("[null]", "{{{", "[{\"kind\":\"MARS\"}]")) {
            entry.put("suggestions", text(unread));
            assertThat(refused(422, staff.enter(entry))).as(unread).contains("没有读懂");
        }
        JsonNode consultations =
                json.readTree(machine("GET", "/api/v1/consultations", basic("staff", PASSWORD), null, null)
                        .body());
        for (JsonNode one : consultations) {
            if (one.get("status").asText().equals("COLLECTING")) {
                entry.put("consultation", text(one.get("number").asText()));
            }
        }
        entry.put("suggestions", text("[{\"kind\":\"OTHER\",\"original\":\"话\"}]"));
        entry.put("station", text("999999"));
        assertThat(refused(422, staff.enter(entry))).contains("站点不在名录中");
    }

    @Test
    void what_is_too_much_for_the_server_is_never_dropped_in_silence() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> huge =
                submit("key=" + key + "&action=submit&consentProcessing=on&original=" + "a".repeat(5 * MB));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("内容太大");
        HttpResponse<String> many = submit("action=submit" + "&x=1".repeat(12_000));
        assertThat(many.statusCode()).isEqualTo(413);
        HttpResponse<String> broken = submit("action=submit&consentProcessing=on&original=%zz");
        assertThat(broken.statusCode()).isEqualTo(400);
        String rows = IntStream.range(0, 21)
                .mapToObj(i -> "&original=" + encoded("第" + i + "条意见"))
                .reduce("", String::concat);
        HttpResponse<String> tooMany = submit("key=" + key + "&action=submit&consentProcessing=on" + rows);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("一次最多写20条").contains("第20条意见");
    }

    @Test
    void twenty_opinions_arrive_as_parts_of_a_form_with_files_as_well() throws Exception {
        StringBuilder parts = new StringBuilder()
                .append(field("key", UUID.randomUUID().toString()))
                .append(field("action", "submit"))
                .append(field("consentProcessing", "on"));
        for (int i = 0; i < 20; i++) {
            for (String name : List.of("clause", "kind", "proposed", "reason")) {
                parts.append(field(name, ""));
            }
            parts.append(field("original", "第" + i + "条，𠮷 👵🏻\r\n换行"));
        }
        HttpResponse<String> handedIn = parts("/q/demo", parts + "--b--\r\n");
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(303);
        String receipt = stranger.send(
                        HttpRequest.newBuilder(at(handedIn.headers()
                                        .firstValue("Location")
                                        .orElseThrow()))
                                .build(),
                        asText())
                .body();
        assertThat(receipt).contains("第0条，𠮷 👵🏻", "第19条，𠮷 👵🏻");

        HttpResponse<String> huge =
                parts("/q/demo", field("action", "submit") + field("original", "a".repeat(5 * MB)) + "--b--\r\n");
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("内容太大", "填写的内容还在");
    }

    @Test
    void a_file_that_is_too_large_does_not_take_the_words_beside_it_along() throws Exception {
        String key = UUID.randomUUID().toString();
        String typed = field("key", key)
                + field("action", "submit")
                + field("consentProcessing", "on")
                + field("original", "文件太大也不能丢的话");

        HttpResponse<String> refused = parts(
                "/q/demo",
                typed + upload("files", "大录音.m4a", "a".repeat(22 * MB)) + upload("files", "楼道.pdf", "%PDF-1.4\nsmall")
                        + "--b--\r\n");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("文件太大也不能丢的话</textarea>", "value=\"" + key + "\"")
                .contains("“大录音”没有添加", "文件太大，有22 MB，最大20 MB", "href=\"#files\"")
                .as("the one that is not too large")
                .contains("<span class=\"file-name\">楼道.pdf</span>");
        assertThat(parts("/q/demo", typed + "--b--\r\n").statusCode()).isEqualTo(303);
    }

    private static String upload(String name, String fileName, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private HttpResponse<String> parts(String path, String body) throws IOException, InterruptedException {
        return stranger.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                asText());
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** The last, since there is no database afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void without_a_database_every_word_comes_back_in_a_form_that_can_be_sent_again(CapturedOutput log)
            throws Exception {
        database.close();
        String words = "库坏了也不能丢的话 <b>粗</b> 𠮷";
        String body = "key=the-key-itself&action=submit&consentProcessing=on&clause=7&original=" + encoded(words)
                + "&reason=" + encoded("因为") + "&proposerContact=" + encoded("13900001111");

        HttpResponse<String> answer = submit(body);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.body())
                .contains("一个字也没有丢", "库坏了也不能丢的话 &lt;b&gt;粗&lt;/b&gt; 𠮷</textarea>", "因为</textarea>")
                .contains("value=\"the-key-itself\"", "name=\"clause\" value=\"7\"", "value=\"13900001111\"");
        ValidHtml.assertValid(answer.body());
        HttpResponse<String> parts =
                parts("/q/demo", field("action", "submit") + field("original", words) + "--b--\r\n");
        assertThat(parts.statusCode()).isEqualTo(503);
        assertThat(parts.body()).contains("库坏了也不能丢的话");
        HttpResponse<String> reading =
                stranger.send(HttpRequest.newBuilder(at("/q/demo")).build(), asText());
        assertThat(reading.statusCode()).isEqualTo(503);
        ValidHtml.assertValid(reading.body());
        HttpResponse<String> saving =
                stranger.send(form("/i/" + "A".repeat(43) + "/draft", "original=" + encoded(words)), asText());
        assertThat(saving.statusCode()).isEqualTo(503);
        assertThat(json.readTree(saving.body()).get("sentence").asText()).contains("先存在这台设备上");
        assertThat(log.getAll()).doesNotContain("库坏了也不能丢", "13900001111");
    }

    @Test
    void a_clause_that_is_none_is_not_taken_for_the_whole_draft() throws Exception {
        HttpResponse<String> answer =
                submit("key=" + UUID.randomUUID() + "&action=submit&consentProcessing=on&original=x&clause=abc");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("请重新选择条款");
    }

    @Test
    void handing_in_twice_at_once_keeps_one_record() throws Exception {
        String body = "key=" + UUID.randomUUID() + "&action=submit&consentProcessing=on&original=" + encoded("同时交两次");
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(stranger.sendAsync(form("/q/demo", body), HttpResponse.BodyHandlers.ofString()));
        }
        List<String> receipts = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : sent) {
            assertThat(one.get().statusCode()).isEqualTo(303);
            receipts.add(one.get().headers().firstValue("Location").orElseThrow());
        }
        assertThat(receipts.stream().distinct()).hasSize(1);
    }

    @Test
    void a_task_that_is_done_or_anothers_says_so_in_chinese() throws Exception {
        Browser staff = new Browser("staff");
        Browser colleague = new Browser("staff2");
        Map<String, Object> letter = letter();
        letter.put("document", file("草案.txt", "第一条 好。".getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> started = staff.start(letter);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        String number = json.readTree(started.body()).get("businessKey").asText();
        // no job executor runs in tests
        jobs.createJobQuery()
                .processInstanceId(json.readTree(started.body()).get("id").asText())
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
        String task = staff.task(number);
        String page = "/consultations/" + encoded(number);

        assertThat(refused(403, new Browser("director").engine("/task/" + task + "/submit-form", "{}")))
                .contains("不由您的岗位办理");
        assertThat(colleague
                        .engine("/task/" + task + "/claim", "{\"userId\":\"staff2\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(refused(422, staff.engine("/task/" + task + "/submit-form", "{}")))
                .contains("别人认领");
        assertThat(refused(422, colleague.engine("/task/" + task + "/submit-form", "{}")))
                .contains("条款结构还没有确认");
        assertThat(staff.upload(page + "/draft/file", 22 * MB).statusCode()).isEqualTo(413);
        page(413, staff.upload(page + "/draft/file", 30 * MB));
        assertThat(staff.upload(page + "/draft/file", 11 * MB).statusCode()).isEqualTo(422);
        assertThat(staff.post(page + "/draft/confirm").statusCode()).isEqualTo(302);
        assertThat(colleague.engine("/task/" + task + "/submit-form", "{}").statusCode())
                .isEqualTo(204);
        assertThat(refused(422, colleague.engine("/task/" + task + "/submit-form", "{}")))
                .contains("已经办完");
        assertThat(staff.get(page + "/collation?page=2147483647").statusCode()).isEqualTo(200);
        page(404, staff.get("/directory/informants/x"));
        assertThat(staff.post(page + "/audience/channels?station=999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void people_get_a_page_in_chinese_for_every_refusal() throws Exception {
        page(405, stranger.send(HttpRequest.newBuilder(at("/q/demo")).DELETE().build(), asText()));
        page(400, stranger.send(HttpRequest.newBuilder(at("/i/a%0Ab")).build(), asText()));
        Browser staff = new Browser("staff");
        page(404, staff.get("/nothing"));
        page(404, staff.get("/consultations/2099-%E5%9B%BD-001"));
        page(404, staff.get("/consultations/x/draft"));
        page(403, staff.get("/actuator/env"));
        page(403, new Browser("manager").get("/directory"));
    }

    @Test
    void refusals_leave_no_words_tokens_or_traces_in_the_log(CapturedOutput log) throws Exception {
        submit("key=k&action=submit&original=" + encoded("不该进日志的原话") + "&proposerContact=zhang%40example.org");
        stranger.send(HttpRequest.newBuilder(at("/i/SECRETTOKENSECRETTOKEN")).build(), asText());
        tasklist_is_told_in_chinese_what_is_wrong_with_a_draft();
        every_refusal_of_the_machine_interface_is_problem_json_in_chinese();
        assertThat(log.getAll())
                .doesNotContain("不该进日志的原话")
                .doesNotContain("zhang@example.org")
                .doesNotContain("SECRETTOKEN")
                .doesNotContain("\tat ");
    }

    private JsonNode problem(int status, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .as(answer.body())
                .startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).containsPattern(CHINESE);
        assertThat(problem.get("title").asText()).containsPattern("\\p{IsHan}");
        return problem;
    }

    private String refused(int status, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        String sentence = json.readTree(answer.body()).get("message").asText();
        assertThat(sentence).containsPattern(CHINESE);
        return sentence;
    }

    private static void page(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("lang=\"zh-CN\"").contains("回到首页").doesNotContain("Exception");
    }

    private HttpResponse<String> submit(String body) throws IOException, InterruptedException {
        return stranger.send(form("/q/demo", body), asText());
    }

    private HttpRequest form(String path, String body) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> machine(String method, String path, String who, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (who != null) {
            request.header("Authorization", who);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return stranger.send(request.build(), asText());
    }

    private static byte[] part(String name, int size) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a.txt\"\r\n\r\n";
        return (head + "a".repeat(size) + "\r\n--b--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> letter() {
        Map<String, Object> letter = new TreeMap<>();
        letter.put("title", text("测试法（草案）"));
        letter.put("bill", text("测试法"));
        letter.put("reading", text("一审稿"));
        letter.put("level", text("NATIONAL"));
        letter.put("requestingBody", text("法制工作委员会"));
        letter.put("deadline", text(java.time.LocalDate.now().plusDays(60).toString()));
        letter.put("visibility", text("PUBLIC"));
        letter.put("template", text("NORMAL"));
        return letter;
    }

    private static Map<String, Object> text(String value) {
        return Map.of("value", value, "type", "String");
    }

    private static Map<String, Object> file(String name, byte[] content) {
        return Map.of(
                "value", Base64.getEncoder().encodeToString(content),
                "type", "File",
                "valueInfo", Map.of("filename", name, "mimeType", "text/plain"));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse.BodyHandler<String> asText() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Somebody signed in, with cookies. */
    private final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Browser(String user) throws IOException, InterruptedException {
            Matcher csrf = CSRF.matcher(get("/login").body());
            assertThat(csrf.find()).isTrue();
            String body = "username=" + user + "&password=" + encoded(PASSWORD) + "&_csrf=" + encoded(csrf.group(1));
            assertThat(http.send(form("/login", body), asText()).statusCode()).isEqualTo(302);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(HttpRequest.newBuilder(at(path)).build(), asText());
        }

        String task(String number) throws IOException, InterruptedException {
            JsonNode tasks =
                    json.readTree(get(ENGINE_API + "/task?maxResults=9&processInstanceBusinessKey=" + encoded(number))
                            .body());
            return tasks.get(0).get("id").asText();
        }

        HttpResponse<String> post(String path) throws IOException, InterruptedException {
            return http.send(form(path, "_csrf=" + encoded(csrf())), asText());
        }

        HttpResponse<String> upload(String path, int size) throws IOException, InterruptedException {
            String token = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf() + "\r\n";
            return http.send(
                    HttpRequest.newBuilder(at(path))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.concat(
                                    BodyPublishers.ofString(token), BodyPublishers.ofByteArray(part("file", size))))
                            .build(),
                    asText());
        }

        private String csrf() throws IOException, InterruptedException {
            Matcher csrf = CSRF.matcher(get("/account").body());
            assertThat(csrf.find()).isTrue();
            return csrf.group(1);
        }

        HttpResponse<String> start(Map<String, Object> variables) throws IOException, InterruptedException {
            return engine(
                    "/process-definition/key/consultation/submit-form",
                    json.writeValueAsString(Map.of("variables", variables)));
        }

        HttpResponse<String> enter(Map<String, Object> variables) throws IOException, InterruptedException {
            return engine(
                    "/process-definition/key/suggestionEntry/submit-form",
                    json.writeValueAsString(Map.of("variables", variables)));
        }

        /** Posts as Tasklist does. */
        HttpResponse<String> engine(String path, String body) throws IOException, InterruptedException {
            get("/camunda/app/tasklist/" + ENGINE + "/");
            String token = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
            return http.send(
                    HttpRequest.newBuilder(at(ENGINE_API + path))
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    asText());
        }
    }
}
