package cn.zhengxun.adoption;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Yearly certificates. What was issued stays as it is, so that the paper in somebody's hand is always confirmed. */
@Service
@Transactional
class Certificates {
    /** Without 0 O 1 I L, which people mix up. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final CertificateRows rows;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Certificates(CertificateRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param newerOn when a later one for the same year was issued, in words; null for the latest */
    record Verified(Certificate certificate, String newerOn) {}

    /**
     * With the same figures as before it is the same certificate.
     *
     * @throws RuleViolation for a year without anything, or that is still to come
     * @throws org.springframework.dao.DuplicateKeyException where two presses met; the next call finds the certificate
     */
    Certificate issue(IssueCertificate command) {
        Participation counted = participation(command.informant(), command.year());
        if (counted.none()) {
            throw new RuleViolation("%d年没有您参与征询的记录，不能开具证明。".formatted(command.year()));
        }
        Optional<Certificate> before = rows.latest(command.informant(), command.year());
        if (before.filter(one -> one.participation().equals(counted)).isPresent()) {
            return before.get();
        }
        Certificate issued = new Certificate(
                0,
                command.informant(),
                command.year(),
                before.map(Certificate::revision).orElse(0) + 1,
                freshCode(),
                counted,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        long id = rows.insert(issued);
        audit.record(command, null, Map.of("certificate", id, "year", command.year(), "revision", issued.revision()));
        return issued;
    }

    /** What would be certified now; nothing for a year to come. */
    @Transactional(readOnly = true)
    Participation participation(InformantId informant, int year) {
        return year > Shanghai.dateOf(clock.instant()).getYear() || year < 2000
                ? new Participation(0, 0, 0, 0)
                : rows.participation(informant, year);
    }

    @Transactional(readOnly = true)
    Optional<Certificate> latest(InformantId informant, int year) {
        return rows.latest(informant, year);
    }

    /** @param code however it was typed; empty for one that was never given out */
    @Transactional(readOnly = true)
    Optional<Verified> verify(String code) {
        return rows.byCode(canonical(code))
                .map(certificate -> new Verified(
                        certificate,
                        certificate.informant() == null
                                ? null
                                : rows.latest(certificate.informant(), certificate.year())
                                        .filter(latest -> latest.revision() > certificate.revision())
                                        .map(Certificate::issuedOn)
                                        .orElse(null)));
    }

    private String freshCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return grouped(code.toString());
    }

    private static String canonical(String typed) {
        return grouped(typed.toUpperCase(Locale.ROOT).replaceAll("[^" + LETTERS + "]", ""));
    }

    private static String grouped(String letters) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < letters.length() && i <= LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(letters.charAt(i));
        }
        return code.toString();
    }
}
