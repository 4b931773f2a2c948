import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes one consultation through all ten steps over HTTP, as the demonstration's people do in their browsers: {@code java
 * bench/TenSteps.java http://localhost:8080} in the project's directory, against a server in demo mode. Prints each step's
 * seconds, then compares what the server counts with what was done. Exit code 1 and one sentence where anything differs.
 */
public class TenSteps {
    private static final String PASSWORD = "Zhengxun#2026";
    private static final Path LAW = Path.of("src", "test", "resources", "laws", "家庭教育促进法(2021-10-23).md");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final int BY_PERSONAL_LINK = 5;
    private static final int OF_EACH_PERSON = 2;
    private static final int BY_OPEN_CHANNEL = 6;
    private static final int OF_EACH_PASSER_BY = 3;
    private static final int AT_THE_DESK = 2;
    private static final int HANDED_IN =
            BY_PERSONAL_LINK * OF_EACH_PERSON + BY_OPEN_CHANNEL * OF_EACH_PASSER_BY + AT_THE_DESK;

    private static final int ROUTED = 2;
    private static final int HELD = 1;
    private static final int GROUPED = 4;
    private static final int ADOPTED = 3;
    private static final int PARTLY_ADOPTED = 2;

    private static final String ID = "\"id\":\"([^\"]+)\"";

    private final String server;
    private final Map<String, Browser> browsers = new HashMap<>();
    private final String mark = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    private final String title = "家庭教育促进法（十步试办" + mark + "）";
    private String number;
    private String personalLink;
    private List<String> suggestions;

    private TenSteps(String server) {
        this.server = server;
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: java bench/TenSteps.java http://localhost:8080");
            System.exit(2);
        }
        try {
            new TenSteps(arguments[0].replaceFirst("/+$", "")).play();
        } catch (Failure failure) {
            System.err.println("FAILED: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** Something is not as it should be; the message says what. */
    private static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    private void play() {
        long start = System.nanoTime();
        step(1, "intake", this::intake);
        step(2, "plan", this::plan);
        step(3, "push", this::push);
        step(4, "explain", this::explain);
        step(5, "collect", this::collect);
        step(6, "collate", this::collate);
        step(7, "review", this::review);
        step(8, "submit", this::submit);
        step(9, "feedback", this::feedback);
        step(10, "archive", this::archive);
        System.out.printf("%-12s%8.1f s%n", "all", (System.nanoTime() - start) / 1e9);
        compare();
    }

    private void step(int at, String name, Runnable work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (Failure failure) {
            throw new Failure(
                    "step " + at + " " + name + (number == null ? "" : " of " + number) + ": " + failure.getMessage());
        }
        System.out.printf("%2d %-9s%8.1f s%n", at, name, (System.nanoTime() - start) / 1e9);
    }

    // ---- the steps

    private void intake() {
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("title", title);
        letter.put("bill", "家庭教育促进法" + mark);
        letter.put("reading", "征求意见稿");
        letter.put("level", "NATIONAL");
        letter.put("requestingBody", "全国人大常委会法制工作委员会");
        letter.put("deadline", LocalDate.now().plusDays(60).toString());
        letter.put("visibility", "PUBLIC");
        letter.put("sensitive", false);
        letter.put("template", "NORMAL");
        String fields = variables(letter) + ",\"document\":{\"type\":\"File\",\"value\":\"" + law()
                + "\",\"valueInfo\":{\"filename\":\"草案.md\",\"mimeType\":\"text/markdown\"}}";
        String started = as("staff").json("/process-definition/key/consultation/submit-form", body(fields));
        number = one("\"businessKey\":\"([^\"]+)\"", started, "the consultation's number");
        as("staff").post(page("draft"), "/confirm");
        complete("userTask_confirmStructure", "staff");
        complete("userTask_acceptIntake", "director", "decision", "accept");
    }

    private void plan() {
        await("task userTask_draftPlan", () -> task("userTask_draftPlan", "staff"));
        String form = as("staff").page(page("plan"));
        List<String> articles = all("<option value=\"(\\d+)\">第", form);
        List<String> fields = new ArrayList<>(List.of(
                "purpose", "听取家长、学校和社区对家庭教育的意见。",
                "clause", articles.get(13),
                "question", "您在家里教育孩子，最需要什么帮助？",
                "audience", "全部",
                "channels", "个人链接",
                "channels", "扫码",
                "meetings", "征集期间开一次座谈会。",
                "quorum", "2"));
        for (String expert : new LinkedHashSet<>(all("name=\"experts\" value=\"(\\d+)\"", form))) {
            fields.addAll(List.of("experts", expert));
        }
        as("staff").post(page("plan"), "", fields.toArray(String[]::new));
        complete("userTask_draftPlan", "staff");
        complete("userTask_approvePlan", "director", "decision", "approve");
        complete("userTask_signPlan", "leader", "decision", "approve");
    }

    private void push() {
        complete("userTask_confirmAudience", "staff");
        await("the first invitations in /dev/mailbox", () -> invitations().size() < BY_PERSONAL_LINK ? null : "");
    }

    private void explain() {
        as("staff").post(page("explanation"), "", "text", "这部法律讲的是家长怎样教育孩子，学校和社区怎样帮忙。\n\n您有什么想法，怎么说都可以。");
        complete("userTask_writeExplanation", "staff");
    }

    private void collect() {
        await("collection to open", () -> figures().contains("\"status\":\"COLLECTING\"") ? "" : null);
        int said = 0;
        for (String link : invitations().subList(0, BY_PERSONAL_LINK)) {
            personalLink = link;
            said += hand(link, OF_EACH_PERSON, said);
        }
        as("staff").post(page("audience"), "/channels", "station", "");
        String channel = one("/q/[\\w-]+", as("staff").page(page("audience")), "the open channel");
        for (int i = 0; i < BY_OPEN_CHANNEL; i++) {
            said += hand(channel, OF_EACH_PASSER_BY, said);
        }
        said += enterAtTheDesk(said);
        require("suggestions handed in", HANDED_IN, said);
        as("staff").post(page("change/close-early"), "", "reason", "意见已经收齐，来文单位同意提前截止。", "confirmed", "true");
    }

    /** Fills the page that people see, sends it twice as an impatient finger does, and reads the receipt. */
    private int hand(String link, int count, int from) {
        Browser person = new Browser();
        String form = person.page(link);
        List<String> articles = all("<option value=\"(\\d+)\">第", form);
        List<String> fields = new ArrayList<>(List.of(
                "key", one("name=\"key\" value=\"([^\"]+)\"", form, "the form's key"),
                "consentProcessing", "on",
                "action", "submit"));
        for (int i = from; i < from + count; i++) {
            fields.addAll(List.of(
                    "clause", articles.get(i % articles.size()),
                    "kind", "SUBSTANCE",
                    "original", opinion(i),
                    "proposed", "",
                    "reason", ""));
        }
        String receipt = person.form(link, fields.toArray(String[]::new));
        require("receipt of the same form sent again", receipt, person.form(link, fields.toArray(String[]::new)));
        String shown = person.page(receipt);
        for (int i = from; i < from + count; i++) {
            require("own words on the receipt", true, shown.contains(opinion(i)));
        }
        return count;
    }

    private static String opinion(int i) {
        return i % 6 == 0 ? "双职工家庭没有时间参加家长学校，课程应当放在晚上或者周末（第" + i + "位）。" : "我们小区的家长希望第" + i + "项写得更清楚，现在各家理解不一样。";
    }

    private int enterAtTheDesk(int from) {
        List<String> items = new ArrayList<>();
        for (int i = from; i < from + AT_THE_DESK; i++) {
            items.add("{\"clause\":null,\"kind\":\"ADDITION\",\"original\":" + quoted(opinion(i)) + "}");
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("consultation", number);
        entry.put("channel", "MEETING");
        entry.put("onBehalf", true);
        entry.put("confirmedByPerson", true);
        entry.put("consentProcessing", true);
        entry.put("suggestions", "[" + String.join(",", items) + "]");
        Browser staff = as("staff");
        String started = staff.json("/process-definition/key/suggestionEntry/submit-form", body(variables(entry)));
        String instance = one(ID, started, "the entry's instance");
        String task = one(
                ID,
                staff.engine("/task?maxResults=50&processInstanceId=" + instance),
                "the task userTask_handOverReceipt");
        staff.json("/task/" + task + "/submit-form", body(""));
        return AT_THE_DESK;
    }

    private void collate() {
        await("task userTask_collate", () -> task("userTask_collate", "staff"));
        suggestions = all("\"id\":(\\d+),\"number\":\\d+,", as("staff").page(api() + "/suggestions"));
        require("numbered suggestions", HANDED_IN, suggestions.size());
        String workbench = page("collation");
        screen(workbench, 0, ROUTED, "OUT_OF_SCOPE", "routedTo", "街道城管办");
        screen(workbench, ROUTED, HELD, "HOLD");
        screen(workbench, ROUTED + HELD, GROUPED, "GROUP", "groupTitle", "家长学校的时间");
        int rest = ROUTED + HELD + GROUPED;
        screen(workbench, rest, HANDED_IN - rest, "FORWARD");
        complete("userTask_collate", "staff");
        complete("userTask_checkCollation", "staff2", "decision", "approve");
    }

    private void screen(String workbench, int from, int count, String decision, String... more) {
        List<String> fields = new ArrayList<>(List.of("decision", decision, "reason", "逐条看过，按职责处理"));
        fields.addAll(List.of(more));
        for (String suggestion : suggestions.subList(from, from + count)) {
            fields.addAll(List.of("selected", suggestion + "@"));
        }
        as("staff").post(workbench, "/bulk", fields.toArray(String[]::new));
    }

    private void review() {
        for (String expert : List.of("expert1", "expert2")) {
            await("task userTask_review of " + expert, () -> task("userTask_review", expert));
            String form = as(expert).page(page("review"));
            List<String> fields = new ArrayList<>(List.of("page", "0"));
            for (String id : new LinkedHashSet<>(all("name=\"grade_(\\d+)\"", form))) {
                fields.addAll(List.of("grade_" + id, "KEY", "legality_" + id, "与上位法一致", "necessity_" + id, "必要"));
            }
            as(expert).post(page("review"), "", fields.toArray(String[]::new));
            complete("userTask_review", expert);
        }
    }

    private void submit() {
        await("task userTask_checkReport", () -> task("userTask_checkReport", "director"));
        as("staff").post(page("report"), "/introduction", "introduction", "现将征集到的意见报告如下。");
        complete("userTask_checkReport", "director", "decision", "approve");
        complete("userTask_signReport", "leader", "decision", "approve");
        require(
                "report.docx is a zip",
                true,
                as("leader").page(page("report/1/report.docx")).startsWith("PK"));
        require(
                "annex.xlsx is a zip",
                true,
                as("leader").page(page("report/1/annex.xlsx")).startsWith("PK"));
        complete(
                "userTask_recordReceipt",
                "staff",
                "receiptNumber",
                "收〔" + mark + "〕1号",
                "receiptFrom",
                "全国人大常委会法制工作委员会",
                "receivedOn",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    }

    private void feedback() {
        await("task userTask_recordOutcomes", () -> task("userTask_recordOutcomes", "staff"));
        String outcomes = page("outcomes");
        as("staff").post(outcomes, "/routed");
        List<String> judged = suggestions.subList(ROUTED, HANDED_IN);
        List<String> forwarded = suggestions.subList(ROUTED + HELD, HANDED_IN);
        for (int i = 0; i < ADOPTED + PARTLY_ADOPTED; i++) {
            as("staff")
                    .post(
                            outcomes,
                            "/" + forwarded.get(i),
                            "kind",
                            i < ADOPTED ? "ADOPTED" : "PARTLY",
                            "article",
                            "第十四条",
                            "articleText",
                            "父母或者其他监护人应当树立家庭是第一个课堂的责任意识。",
                            "strength",
                            "SUBSTANCE",
                            "reason",
                            "公布文本吸收了这条意见。",
                            "evidence",
                            "公布文本");
        }
        List<String> others = new ArrayList<>(List.of("reason", "其他条文已有规定，不再重复。", "evidence", "审议结果的报告"));
        judged.stream()
                .filter(suggestion ->
                        forwarded.indexOf(suggestion) < 0 || forwarded.indexOf(suggestion) >= ADOPTED + PARTLY_ADOPTED)
                .forEach(suggestion -> others.addAll(List.of("chosen", suggestion)));
        as("staff").post(outcomes, "/not-adopted", others.toArray(String[]::new));
        complete("userTask_recordOutcomes", "staff");
        complete("userTask_checkOutcomes", "staff2", "decision", "approve");
    }

    private void archive() {
        complete("userTask_approveEvaluation", "director", "remark", "办理规范");
        await("the archive", () -> figures().contains("\"status\":\"ARCHIVED\"") ? "" : null);
        await("the case file", () -> as("director").status(page("case-file/final.zip")) == 200 ? "" : null);
    }

    // ---- what the server counts against what was done

    private void compare() {
        String figures = figures();
        int submitted = HANDED_IN - ROUTED - HELD;
        count("collected", HANDED_IN - ROUTED, figures);
        count("submitted", submitted, figures);
        count("adopted", ADOPTED + PARTLY_ADOPTED, figures);
        String letters = as("staff").page(page("letters?all=true"));
        require(
                "letters of answer",
                BY_PERSONAL_LINK + BY_OPEN_CHANNEL + 1,
                all("(<article)", letters).size());
        require("answers in them", HANDED_IN, all("(<blockquote)", letters).size());
        String record = Arrays.stream(
                        new Browser().page(personalLink + "/record").split("<section"))
                .filter(section -> section.contains(title))
                .collect(Collectors.joining());
        require(
                "suggestions on one person's own record",
                OF_EACH_PERSON,
                all("(<blockquote)", record).size());
        System.out.printf(
                "%s: %d handed in, collected %d, submitted %d, adopted %d, as done%n",
                number, HANDED_IN, HANDED_IN - ROUTED, submitted, ADOPTED + PARTLY_ADOPTED);
    }

    private void count(String name, int done, String figures) {
        require(name + " of " + number, done, Integer.parseInt(one("\"" + name + "\":(\\d+)", figures, name)));
    }

    private static void require(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new Failure(what + ": " + expected + " expected, but the server says " + found);
        }
    }

    // ---- addresses

    private String page(String name) {
        return "/consultations/" + encoded(number) + "/" + name;
    }

    private String api() {
        return "/api/v1/consultations/" + encoded(number);
    }

    private String figures() {
        return as("staff").page(api());
    }

    /** The personal links in this consultation's mails, newest first. */
    private List<String> invitations() {
        List<String> links = new ArrayList<>();
        for (String mail : new Browser().page("/dev/mailbox").split("<article")) {
            if (mail.contains(title)) {
                links.addAll(all("href=\"https?://[^/\"]+(/i/[^\"]+)\"", mail));
            }
        }
        return links;
    }

    private static String law() {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(LAW));
        } catch (IOException unreadable) {
            throw new Failure("cannot read " + LAW + "; run this in the project's directory");
        }
    }

    // ---- tasks

    /** @return id of the task that this user may do, null while there is none */
    private String task(String element, String user) {
        String tasks = as(user).engine("/task?maxResults=50&processInstanceBusinessKey=" + encoded(number)
                + "&taskDefinitionKey=" + element + (user.startsWith("expert") ? "&assignee=" + user : ""));
        List<String> ids = all(ID, tasks);
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** Claims the task and sends its form as Tasklist does; form: field, value, field, value. */
    private void complete(String element, String user, String... form) {
        String task = await("task " + element + " of " + user, () -> task(element, user));
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            values.put(form[i], form[i + 1]);
        }
        if (!user.startsWith("expert")) {
            as(user).json("/task/" + task + "/claim", "{\"userId\":" + quoted(user) + "}");
        }
        as(user).json("/task/" + task + "/submit-form", body(variables(values)));
    }

    private static String await(String what, Supplier<String> attempt) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (String found = attempt.get(); ; found = attempt.get()) {
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > until) {
                throw new Failure("waited " + PATIENCE.toSeconds() + " s in vain for " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new Failure("interrupted while waiting for " + what);
            }
        }
    }

    // ---- text

    /** Every first group. */
    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String one(String pattern, String text, String what) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new Failure(what + " is missing in the server's answer");
        }
        return found.group(found.groupCount());
    }

    private static String body(String fields) {
        return "{\"variables\":{" + fields + "}}";
    }

    private static String variables(Map<String, Object> values) {
        List<String> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.add("\"" + name + "\":{\"value\":"
                + (value instanceof String text
                        ? quoted(text) + ",\"type\":\"String\""
                        : value + ",\"type\":\"Boolean\"")
                + "}"));
        return String.join(",", fields);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The signed-in browser of this demonstration user. */
    private Browser as(String user) {
        return browsers.computeIfAbsent(user, name -> new Browser().signedIn(name));
    }

    /** Keeps cookies and follows no redirect by itself. */
    private class Browser {
        private static final String ENGINE = "/camunda/api/engine/engine/default";
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();
        private String credentials;

        Browser signedIn(String user) {
            String place = form("/login", "username", user, "password", PASSWORD, "_csrf", csrf(page("/login")));
            require("sign-in of " + user + " leads home", true, !place.contains("error"));
            page("/camunda/app/tasklist/default/"); // hands out Camunda's own token
            credentials = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            return this;
        }

        int status(String path) {
            return send(path, at(path).GET()).statusCode();
        }

        String page(String path) {
            HttpResponse<String> answer = send(path, at(path).GET());
            if (answer.statusCode() != 200) {
                throw new Failure("GET " + path + " answered " + answer.statusCode() + faults(answer.body()));
            }
            return answer.body();
        }

        String engine(String path) {
            return page(ENGINE + path);
        }

        /** To the engine's REST interface, with Camunda's token. */
        String json(String path, String body) {
            HttpRequest.Builder request =
                    at(ENGINE + path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            HttpResponse<String> answer = send(path, request);
            if (answer.statusCode() >= 300) {
                throw new Failure("POST " + path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }

        /** Opens the page for its token, then sends the form to an address below it. */
        void post(String page, String below, String... fields) {
            List<String> all = new ArrayList<>(List.of("_csrf", csrf(page(page))));
            all.addAll(List.of(fields));
            form(page + below, all.toArray(String[]::new));
        }

        /** @return the path that the server sends on to */
        String form(String path, String... fields) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < fields.length; i += 2) {
                pairs.add(fields[i] + "=" + encoded(fields[i + 1]));
            }
            HttpResponse<String> answer = send(
                    path,
                    at(path).header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(String.join("&", pairs))));
            if (answer.statusCode() / 100 != 3) {
                throw new Failure("POST " + path + " answered " + answer.statusCode() + faults(answer.body()));
            }
            return answer.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .map(URI::getRawPath)
                    .orElse("");
        }

        private HttpRequest.Builder at(String path) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
            if (path.startsWith(ENGINE)) {
                request.header("Accept", "application/json");
            }
            if (path.startsWith("/api/")) {
                request.header("Authorization", "Basic " + credentials);
            }
            return request;
        }

        private HttpResponse<String> send(String path, HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString());
            } catch (IOException broken) {
                throw new Failure(server + path + " gave no answer: " + broken);
            } catch (InterruptedException stopped) {
                throw new Failure("interrupted while asking for " + path);
            }
        }

        private static String csrf(String page) {
            return one("name=\"_csrf\" value=\"([^\"]+)\"", page, "a form's _csrf token");
        }

        private static String faults(String page) {
            List<String> faults = all("(?s)class=\"(?:fault|notice bad)\"[^>]*>([^<]+)<", page);
            if (faults.isEmpty()) {
                return page.startsWith("{") ? " " + page : "";
            }
            return " saying " + faults;
        }
    }
}
