package cn.zhengxun.privacy;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of what people ask for about data about them, and its fulfilment. */
@Service
@EnableConfigurationProperties(RequestRules.class)
@Transactional
public class Requests {
    /** The only reply to an erasure: one typed by hand might name the person again. */
    static final String ERASED = "已从全部记录中删除本人的个人信息；意见的文字去掉身份后保留。";

    static final String ENDED_BY_ERASURE = "本人的个人信息已经删除，随之了结。";

    private final RequestRows rows;
    private final RequestNumbers numbers;
    private final RequestRules rules;
    private final WorkingDays workingDays;
    private final Erasure erasure;
    private final KnownAs known;
    private final RequestLetters letters;
    private final ObjectProvider<ErasureHold> holds;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Requests(
            RequestRows rows,
            RequestNumbers numbers,
            RequestRules rules,
            WorkingDays workingDays,
            Erasure erasure,
            KnownAs known,
            RequestLetters letters,
            ObjectProvider<ErasureHold> holds,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.rules = rules;
        this.workingDays = workingDays;
        this.erasure = erasure;
        this.known = known;
        this.letters = letters;
        this.holds = holds;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** How many requests wait, and how many of them are overdue. */
    public record Waiting(int open, int overdue) {}

    /** The same open request again changes nothing. @return its number */
    public String make(MakeRequest command) {
        requireUnerased(command.subject());
        Optional<Request> same = rows.of(command.subject()).stream()
                .filter(Request::open)
                .filter(one -> one.kind() == command.kind()
                        && (command.kind().erases() || Objects.equals(one.wish(), command.wish())))
                .findFirst();
        if (same.isPresent()) {
            return same.get().number();
        }
        Instant now = clock.instant();
        Request request = received(command.kind(), command.subject(), RequestWay.SELF, Shanghai.dateOf(now))
                .wish(command.wish())
                .undoUntil(command.kind().erases() ? now.plus(rules.undo()) : null)
                .open();
        rows.insert(request, now);
        letters.received(request);
        audit.record(
                command,
                null,
                Map.of("request", request.number(), "kind", command.kind().name()));
        return request.number();
    }

    /** The same on the same day again adds nothing. @return its number */
    public String note(NoteFulfilled command) {
        requireUnerased(command.subject());
        Instant now = clock.instant();
        LocalDate today = Shanghai.dateOf(now);
        Optional<Request> same = rows.of(command.subject()).stream()
                .filter(one -> one.state() == RequestState.DONE
                        && one.kind() == command.kind()
                        && one.receivedOn().equals(today)
                        && command.reply().equals(one.reply()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().number();
        }
        Request request = received(command.kind(), command.subject(), RequestWay.SELF, today)
                .done(command.reply(), now);
        rows.insert(request, now);
        letters.answered(request);
        audit.record(
                command,
                null,
                Map.of("request", request.number(), "kind", command.kind().name()));
        return request.number();
    }

    /** @return its number @throws RuleViolation for a day to come, and for a second open erasure of one person */
    public String enter(EnterRequest command) {
        Instant now = clock.instant();
        LocalDate today = Shanghai.dateOf(now);
        if (command.receivedOn().isAfter(today) || command.receivedOn().isBefore(today.minusYears(1))) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("receivedOn", "收到的日期不能晚于今天，也不能早于一年以前。")));
        }
        if (command.subject() != null) {
            requireUnerased(command.subject());
        }
        if (command.subject() != null && command.kind().erases()) {
            rows.of(command.subject()).stream()
                    .filter(one -> one.open() && one.kind().erases())
                    .findFirst()
                    .ifPresent(one -> {
                        throw new RuleViolation("此人已有一份没有办结的删除请求（" + one.number() + "），请办理那一份。");
                    });
        }
        Request request = received(command.kind(), command.subject(), command.way(), command.receivedOn())
                .asked(command.asker(), command.identityCheck())
                .wish(command.wish())
                .open();
        rows.insert(request, now);
        letters.received(request);
        audit.record(
                command,
                null,
                Map.of(
                        "request", request.number(),
                        "kind", command.kind().name(),
                        "way", command.way().name()));
        return request.number();
    }

    /** @throws NotFound for somebody else's @throws RuleViolation where it is decided, or its time to think is over */
    public void takeBack(TakeBackRequest command) {
        Request request = find(command.number());
        if (!command.subject().equals(request.subject())) {
            throw new NotFound("没有这份请求，请从列表中选择。");
        }
        if (request.kind().erases() && !request.undoable(clock.instant())) {
            throw new RuleViolation("可以反悔的时间已经过了，这份请求不能再撤回。有疑问请联系联系点。");
        }
        decide(request, RequestState.TAKEN_BACK, null);
        audit.record(command, null, Map.of("request", request.number()));
    }

    /**
     * An erasure is carried out in the same transaction.
     *
     * @throws RuleViolation where it is decided already, the person may still take it back, something holds it, or the
     *     one who wrote it down is also the one to carry it out
     */
    public void fulfil(FulfilRequest command) {
        Request request = find(command.number());
        if (request.kind().erases()) {
            obstacle(request).ifPresent(sentence -> {
                throw new RuleViolation(sentence);
            });
            decide(request, RequestState.DONE, ERASED);
            erasure.erase(new EraseData(request.subject()));
        } else {
            decide(request, RequestState.DONE, command.reply());
            letters.answered(request);
        }
        audit.record(
                command,
                null,
                Map.of("request", request.number(), "kind", request.kind().name()));
    }

    /** @throws RuleViolation where it is decided already */
    public void refuse(RefuseRequest command) {
        Request request = find(command.number());
        decide(request, RequestState.REFUSED, command.reason());
        letters.answered(request);
        audit.record(
                command,
                null,
                Map.of("request", request.number(), "kind", request.kind().name()));
    }

    /** @throws RuleViolation while it is open, and for a day to come */
    public void told(RecordTold command) {
        Request request = find(command.number());
        if (request.open()) {
            throw new RuleViolation("这份请求还没有办结，办结以后再登记告知。");
        }
        if (command.toldOn().isAfter(Shanghai.dateOf(clock.instant()))
                || command.toldOn().isBefore(request.receivedOn())) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("toldOn", "告知的日期不能晚于今天，也不能早于收到请求的日期。")));
        }
        rows.told(request.number(), command.toldOn(), command.toldHow());
        audit.record(command, null, Map.of("request", request.number()));
    }

    /**
     * Changes nothing, and is recorded all the same: who reads all of somebody's data has to answer for it.
     *
     * @return empty where nobody is on file
     */
    public List<Chapter> show(ShowCopy command) {
        Request request = find(command.number());
        List<Chapter> copy = request.subject() == null ? List.of() : erasure.copy(request.subject());
        audit.record(command, null, Map.of("request", request.number(), "chapters", copy.size()));
        return copy;
    }

    /** Why an erasure cannot be carried out now by the person who is signed in, in one sentence; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(Request request) {
        if (!request.open()) {
            return Optional.of(decidedAlready(request));
        }
        if (request.undoable(clock.instant())) {
            return Optional.of("本人在%s以前还可以撤回，请过了这个时间再执行。".formatted(request.undoMinute()));
        }
        if (request.way() != RequestWay.SELF && request.recordedBy().equals(actor.id())) {
            return Optional.of("这份请求是您登记的，删除要由另一位工作人员核对以后执行。");
        }
        return holds.orderedStream()
                .map(hold -> hold.on(request.subject()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public Request find(String number) {
        return rows.find(number).orElseThrow(() -> new NotFound("没有这份请求，请从列表中选择。"));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Request> of(Subject subject) {
        return rows.of(subject);
    }

    /** Open ones first, the most urgent on top. */
    @Transactional(readOnly = true)
    public RequestSearch.Page search(RequestSearch search) {
        return rows.search(search);
    }

    /** How many days people have to take back an erasure that they asked for on their own page. */
    public long undoDays() {
        return rules.undo().toDays();
    }

    /** In how many working days a request is answered. */
    public int dueDays() {
        return rules.dueDays();
    }

    @Transactional(readOnly = true)
    public Waiting waiting() {
        return new Waiting(rows.open(null), rows.open(Shanghai.dateOf(clock.instant())));
    }

    /** A line that is written beside an erasure would name its person for ever. */
    private void requireUnerased(Subject subject) {
        if (!known.held(subject)) {
            throw new RuleViolation("本人的个人信息已经删除，没有可以再办理的请求。");
        }
    }

    private void decide(Request request, RequestState state, String reply) {
        if (!rows.decide(request.number(), state, clock.instant(), actor.id(), reply)) {
            throw new RuleViolation(decidedAlready(find(request.number())));
        }
    }

    private static String decidedAlready(Request request) {
        return "请求%s%s，不能再办理。".formatted(request.number(), request.state().chinese());
    }

    private Received received(RequestKind kind, Subject subject, RequestWay way, LocalDate on) {
        return new Received(
                numbers.next(on), kind, subject, way, on, actor.id(), workingDays.after(on, rules.dueDays()));
    }

    /** A request while it is put together. */
    private static final class Received {
        private final String number;
        private final RequestKind kind;
        private final Subject subject;
        private final RequestWay way;
        private final LocalDate on;
        private final String by;
        private final LocalDate due;
        private String asker;
        private String identityCheck;
        private String wish;
        private Instant undoUntil;

        Received(
                String number,
                RequestKind kind,
                Subject subject,
                RequestWay way,
                LocalDate on,
                String by,
                LocalDate due) {
            this.number = number;
            this.kind = kind;
            this.subject = subject;
            this.way = way;
            this.on = on;
            this.by = by;
            this.due = due;
        }

        Received asked(String who, String check) {
            asker = who;
            identityCheck = check;
            return this;
        }

        Received wish(String text) {
            wish = text;
            return this;
        }

        Received undoUntil(Instant until) {
            undoUntil = until;
            return this;
        }

        Request open() {
            return made(RequestState.OPEN, null, null, null);
        }

        Request done(String reply, Instant at) {
            return made(RequestState.DONE, at, by, reply);
        }

        private Request made(RequestState state, Instant decidedAt, String decidedBy, String reply) {
            return new Request(
                    number,
                    kind,
                    subject,
                    way,
                    asker,
                    identityCheck,
                    wish,
                    on,
                    by,
                    due,
                    undoUntil,
                    state,
                    decidedAt,
                    decidedBy,
                    reply,
                    null,
                    null);
        }
    }
}
