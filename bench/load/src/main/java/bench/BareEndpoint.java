package bench;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Yardstick (a): Spring MVC and JDBC alone. Takes the form that the product takes and inserts the rows that the product
 * inserts, into the product's tables: one submission, its suggestions with their words, one audit entry. Nothing is
 * checked, looked up or rendered.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
})
@Import(BareEndpoint.Collector.class)
public class BareEndpoint {

    public static void main(String[] arguments) {
        SpringApplication.run(BareEndpoint.class, arguments);
    }

    @RestController
    static class Collector {
        private final JdbcTemplate db;

        Collector(JdbcTemplate db) {
            this.db = db;
        }

        @PostMapping("/bare/{consultation}/{clause}/{invitation}/{informant}")
        @Transactional
        public ResponseEntity<Void> take(
                @PathVariable String consultation,
                @PathVariable long clause,
                @PathVariable long invitation,
                @PathVariable long informant,
                HttpServletRequest form) {
            Timestamp now = Timestamp.from(Instant.now());
            String receipt = "B-" + UUID.randomUUID().toString().substring(0, 24);
            Long submission = db.queryForObject(
                    """
                    INSERT INTO submission (consultation, receipt, idempotency_key, invitation_id, informant_id, channel,
                        on_behalf, confirmed_by_person, consent_processing, consent_call_back, consent_publish_name,
                        accepted_at, timing)
                    VALUES (?, ?, ?, ?, ?, 'PERSONAL_LINK', FALSE, TRUE, TRUE, FALSE, FALSE, ?, 'ON_TIME') RETURNING id
                    """,
                    Long.class,
                    consultation,
                    receipt,
                    form.getParameter("key"),
                    invitation,
                    informant,
                    now);
            String[] originals = form.getParameterValues("original");
            for (int i = 0; i < originals.length; i++) {
                Long suggestion = db.queryForObject(
                        """
                        INSERT INTO suggestion (submission_id, consultation, position, clause_id, clause_label, kind)
                        VALUES (?, ?, ?, ?, '第一条', 'OTHER') RETURNING id
                        """,
                        Long.class,
                        submission,
                        consultation,
                        i,
                        clause);
                db.update(
                        "INSERT INTO suggestion_words (suggestion_id, clause_text, original) VALUES (?, ?, ?)",
                        suggestion,
                        "为了防止食品浪费，保障国家粮食安全，制定本法。",
                        originals[i]);
            }
            db.update(
                    "INSERT INTO audit_entry (recorded_at, actor, action, consultation, detail) VALUES (?, ?, ?, ?, ?)",
                    now,
                    "public",
                    "SubmitSuggestions",
                    consultation,
                    "{\"submission\":" + submission + "}");
            return ResponseEntity.status(303).header("Location", "/bare/receipt/" + receipt).build();
        }
    }
}
