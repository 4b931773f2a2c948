package bench;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.tryMax;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * 2,000 informants at once: all open their link within 60 s, and once all are reading, each hands in two suggestions at
 * some moment of the next half minute. The connection of each twentieth is cut and each tenth presses twice; all try
 * again as people do. What was acknowledged is written down, one receipt a line.
 */
public class Submitters extends Simulation {
    private static final int PEOPLE = Integer.getInteger("people", 2000);
    private static final int RAMP = 60;
    private static final int SPREAD = 30;
    private static final int SERVER = Integer.getInteger("port");
    private static final Path RECEIPTS = Path.of(System.getProperty("receipts"));

    private final long begun = System.currentTimeMillis();
    private final String cutting = "http://127.0.0.1:" + new CuttingProxy(SERVER).port();

    private final ChainBuilder read = tryMax(5).on(http("open")
            .get("#{path}")
            .check(status().is(200))
            .check(css("#answer input[name=key]", "value").saveAs("key")));

    private final ChainBuilder handIn = tryMax(5).on(Words.handIn("submit", "#{path}")
            .asMultipartForm()
            .check(status().is(303))
            .check(header("Location").saveAs("receipt")));

    private final ChainBuilder again = exec(Words.handIn("again", "#{path}")
            .asMultipartForm()
            .check(status().is(303))
            .check(header("Location").isEL("#{receipt}")));

    private static boolean each(Session session, int one) {
        return session.getInt("n") % one == 0;
    }

    {
        setUp(scenario("informants")
                        .feed(csv(System.getProperty("links")).queue())
                        .exec(session -> session.set("n", Integer.parseInt(session.getString("n"))))
                        .exec(read)
                        .exec(pause(session -> Duration.ofMillis(Math.max(0, begun + RAMP * 1000L - System.currentTimeMillis())
                                + ThreadLocalRandom.current().nextInt(SPREAD * 1000))))
                        .exec(doIf(session -> each(session, 20)).then(
                                exec(Words.handIn("cut", cutting + "#{path}").asMultipartForm().silent()),
                                exec(Session::markAsSucceeded)))
                        .exec(handIn)
                        .exec(doIf(session -> each(session, 10)).then(again))
                        .exec(Submitters::writeDown)
                        .exec(http("receipt").get("#{receipt}").check(status().is(200)))
                        .injectOpen(rampUsers(PEOPLE).during(RAMP)))
                .protocols(http.baseUrl("http://127.0.0.1:" + SERVER).acceptEncodingHeader("gzip"))
                .assertions(
                        details("submit").responseTime().percentile3().lt(500),
                        details("submit").successfulRequests().count().is((long) PEOPLE),
                        details("again").failedRequests().count().is(0L));
    }

    private static synchronized Session writeDown(Session session) {
        try {
            if (session.contains("receipt")) {
                String address = session.getString("receipt");
                Files.writeString(
                        RECEIPTS,
                        session.getInt("n") + "," + address.substring(address.lastIndexOf('/') + 1) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
            return session;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
