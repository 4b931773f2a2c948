package bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * As many answers as go through, from a fixed number of senders without a pause: to the product, to the bare endpoint, or
 * to stock Camunda. Counts what was accepted after the first seconds, which warm everything up.
 *
 * <p>-Dtarget: product, bare or stock; -Dlinks: n,path,clause,consultation,invitation,informant by line.
 */
public class Sustained extends Simulation {
    private static final String TARGET = System.getProperty("target");
    private static final int SENDERS = Integer.getInteger("senders", 32);
    private static final int WARM_UP = Integer.getInteger("warmUp", 15);
    private static final int MEASURED = Integer.getInteger("measured", 25);
    private static final String BASE = "http://127.0.0.1:" + Integer.getInteger("port");

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();
    private final Queue<String> tasks = new ConcurrentLinkedQueue<>();
    private final long begun = System.currentTimeMillis();

    {
        boolean stock = TARGET.equals("stock");
        ChainBuilder one = switch (TARGET) {
            case "product" -> exec(Words.handIn("hand in", "#{path}").check(status().is(303)));
            case "bare" -> exec(Words.handIn("insert", "/bare/#{consultation}/#{clause}/#{invitation}/#{informant}").check(status().is(303)));
            case "stock" -> exec(session -> {
                        String task = tasks.poll();
                        return task == null ? session.markAsFailed() : session.set("task", task);
                    })
                    .exec(exitHereIfFailed())
                    .exec(http("complete")
                            .post("/engine-rest/task/#{task}/complete")
                            .header("Content-Type", "application/json")
                            .body(StringBody("{\"variables\":{\"first\":{\"value\":\"" + Words.FIRST.formatted("#{n}")
                                    + "\"},\"second\":{\"value\":\"" + Words.SECOND.formatted("#{n}") + "\"}}}"))
                            .check(status().is(204)))
                    .exec(session -> {
                        if (session.isFailed()) {
                            tasks.add(session.getString("task"));
                        }
                        return session;
                    });
            default -> throw new IllegalArgumentException(TARGET);
        };
        if (stock) {
            tasks.addAll(openTasks());
        }
        setUp(scenario(TARGET)
                        .feed(csv(System.getProperty("links")).circular())
                        .exec(session -> session.set("key", UUID.randomUUID().toString()))
                        .exec(one)
                        .exec(stock ? this::counted : this::countedOnceWarm)
                        .injectClosed(constantConcurrentUsers(SENDERS).during(WARM_UP + MEASURED)))
                // one connection for each sender, as one office's browsers keep them
                .protocols(http.baseUrl(BASE).shareConnections());
    }

    @Override
    public void after() {
        double seconds = TARGET.equals("stock") ? (last.get() - first.get()) / 1000.0 : MEASURED;
        System.out.printf(
                "%s\t%.1f accepted/s (%d in %.1f s, %d refused)%n",
                TARGET, accepted.get() / seconds, accepted.get(), seconds, refused.get());
    }

    private Session countedOnceWarm(Session session) {
        long now = System.currentTimeMillis();
        boolean measured = now >= begun + WARM_UP * 1000L && now < begun + (WARM_UP + MEASURED) * 1000L;
        if (measured) {
            (session.isFailed() ? refused : accepted).incrementAndGet();
        }
        return session;
    }

    /** From the first completion to the last: there are only 1,000 tasks. */
    private Session counted(Session session) {
        long now = System.currentTimeMillis();
        first.compareAndSet(0, now);
        if (session.isFailed()) {
            refused.incrementAndGet();
        } else {
            accepted.incrementAndGet();
            last.set(now);
        }
        return session;
    }

    private static java.util.List<String> openTasks() {
        try {
            String answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(BASE + "/engine-rest/task?processDefinitionKey=collect"))
                                    .timeout(Duration.ofMinutes(1))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return Pattern.compile("\"id\":\"([^\"]+)\"").matcher(answer).results().map(found -> found.group(1)).toList();
        } catch (IOException | InterruptedException unreadable) {
            throw new IllegalStateException("no list of tasks", unreadable);
        }
    }
}
