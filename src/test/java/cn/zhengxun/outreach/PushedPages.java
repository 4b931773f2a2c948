package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.outreach.audience.ListSearch;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What staff look at after a push to many people, timed; a part of PushBench. */
public final class PushedPages {
    private static final int ROUNDS = 10;
    private static final int MOST_MILLIS = 500;
    private static final int MOST_EXPORT_MILLIS = 10_000;
    /** One in fifty failed, one in forty gets paper, one in thirty was written to twice, half were reminded, an eighth answered. */
    private static final List<String> LATER = List.of(
            "UPDATE outbox SET status = 'SENT', attempts = 1, sent_at = created_at + INTERVAL '1 hour' WHERE consultation = ?",
            "UPDATE outbox SET delivered_at = sent_at WHERE id % 3 = 0 AND consultation = ?",
            "UPDATE outbox SET status = 'FAILED', sent_at = NULL, delivered_at = NULL, last_error = '收件服务器拒收：查无此人'"
                    + " WHERE id % 50 = 0 AND consultation = ?",
            """
            UPDATE informant SET mail_failure = '收件服务器拒收：查无此人' WHERE id % 7 <> 0 AND id IN (
                SELECT CAST(recipient AS BIGINT) FROM outbox
                WHERE recipient_kind = 'INFORMANT' AND status = 'FAILED' AND consultation = ?)
            """,
            """
            DELETE FROM outbox WHERE recipient_kind = 'INFORMANT' AND consultation = ?
              AND recipient IN (SELECT CAST(id AS VARCHAR(64)) FROM informant WHERE id % 40 = 1)
            """,
            """
            UPDATE informant SET channel = 'PAPER' WHERE id % 40 = 1 AND id IN (
                SELECT informant_id FROM invitation WHERE consultation = ?)
            """,
            """
            INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id, status,
                attempts, next_try_at, created_at, sent_at)
            SELECT campaign, consultation, 'INFORMANT', recipient, 'invitation', 2, 'again' || id, 'SENT', 1, created_at,
                created_at, created_at + INTERVAL '2 hours'
            FROM outbox WHERE id % 30 = 0 AND template = 'invitation' AND consultation = ?
            """,
            """
            INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id, status,
                attempts, next_try_at, created_at, sent_at)
            SELECT 'reminder:' || consultation, consultation, 'INFORMANT', recipient, 'reminder', 1, 'reminded' || id, 'SENT', 1,
                created_at, created_at, created_at + INTERVAL '4 hours'
            FROM outbox WHERE id % 2 = 0 AND revision = 1 AND template = 'invitation' AND consultation = ?
            """,
            "UPDATE invitation SET opened_at = issued_at + INTERVAL '5 hours' WHERE id % 4 = 0 AND consultation = ?",
            "UPDATE invitation SET answered_at = issued_at + INTERVAL '6 hours' WHERE id % 8 = 0 AND consultation = ?");

    private final Invitees invitees;
    private final Invitations invitations;
    private final InvitationSheet sheet;
    private final AudienceReader audiences;
    private final MailProgressReader progress;
    private final StationBoard stations;
    private final ReminderRows reminders;
    private final JdbcTemplate db;
    private Map<InviteeState, Integer> counts = Map.of();
    private boolean good = true;

    public PushedPages(ApplicationContext product) {
        this.invitees = product.getBean(Invitees.class);
        this.invitations = product.getBean(Invitations.class);
        this.sheet = product.getBean(InvitationSheet.class);
        this.audiences = product.getBean(AudienceReader.class);
        this.progress = product.getBean(MailProgressReader.class);
        this.stations = product.getBean(StationBoard.class);
        this.reminders = product.getBean(ReminderRows.class);
        this.db = product.getBean(JdbcTemplate.class);
    }

    /** Prints what each page's questions to the database take. @return false where one takes too long */
    public boolean measure(ConsultationNumber number) {
        LATER.forEach(change -> db.update(change, number.value()));
        Stream.of("outbox", "invitation", "informant").forEach(table -> db.execute("VACUUM ANALYZE " + table));
        pages(number).forEach(this::time);
        export(number);
        return good;
    }

    private Map<String, Runnable> pages(ConsultationNumber number) {
        Map<String, Runnable> pages = new LinkedHashMap<>();
        counts = invitees.counts(number);
        pages.put("invitations, counts of the states", () -> invitees.counts(number));
        pages.put("invitations, first page", () -> look(number, null, "", 1));
        pages.put("invitations, last page", () -> look(number, null, "", Integer.MAX_VALUE));
        counts.keySet().forEach(state -> {
            pages.put("invitations, first page of " + state.chinese(), () -> look(number, state, "", 1));
            pages.put("invitations, last page of " + state.chinese(), () -> look(number, state, "", Integer.MAX_VALUE));
        });
        pages.put("invitations, found by a name's part", () -> look(number, null, "999", 1));
        pages.put("invitations, failed of one station", () -> look(number, InviteeState.FAILED, "小院7", 1));
        pages.put("invitations, addresses corrected", () -> invitees.corrected(number));
        pages.put("invitations, letters to print", () -> invitations.countOnPaper(number, false));
        pages.put("confirmed list, first page", () -> audiences.read(number, new ListSearch(true, "", "", 1)));
        pages.put(
                "confirmed list, last page",
                () -> audiences.read(number, new ListSearch(true, "", "", Integer.MAX_VALUE)));
        pages.put("progress of mail, campaigns", () -> progress.of(number));
        pages.put("progress of mail, failed ones", () -> {
            progress.failed(number);
            progress.failed(number, 10);
            progress.resendable(number);
        });
        pages.put("stations", () -> stations.lines(number));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        pages.put(
                "who is due for a reminder",
                () -> reminders.due(
                        number, new ReminderRows.Limits(tomorrow, tomorrow.minus(Duration.ofDays(7)), 2, 2)));
        return pages;
    }

    private void look(ConsultationNumber number, InviteeState state, String words, int page) {
        invitees.search(number, new InviteeSearch(state, words, page), counts);
    }

    private void time(String page, Runnable look) {
        double first = millis(look);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            times.add(millis(look));
        }
        times.sort(null);
        System.out.printf(
                "%s\tfirst %.0f ms, median %.0f ms, most %.0f ms%n",
                page, first, times.get(ROUNDS / 2), times.get(ROUNDS - 1));
        check(page, times.get(ROUNDS / 2), page.startsWith("who") ? MOST_EXPORT_MILLIS : MOST_MILLIS);
    }

    private void export(ConsultationNumber number) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        AtomicInteger bytes = new AtomicInteger();
        double taken = millis(() ->
                bytes.set(sheet.export(new ExportInvitees(number, new InviteeSearch(null, "", 1))).length));
        long most =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "export of everybody\t%.0f ms, %d KB, heap before %d MB, at most %d MB%n",
                taken, bytes.get() / 1_000, before / 1_000_000, most / 1_000_000);
        check("export", taken, MOST_EXPORT_MILLIS);
    }

    private void check(String page, double taken, int most) {
        if (taken >= most) {
            good = false;
            System.out.printf("FAILED: %s takes %d ms or more%n", page, most);
        }
    }

    private static double millis(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
