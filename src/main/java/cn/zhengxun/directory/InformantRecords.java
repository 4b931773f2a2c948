package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written down about a person over the years: terms, trainings, consents. */
@Service
@Transactional
public class InformantRecords {
    private final InformantRows informants;
    private final RecordRows records;
    private final AuditTrail audit;
    private final Clock clock;

    InformantRecords(InformantRows informants, RecordRows records, AuditTrail audit, Clock clock) {
        this.informants = informants;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Training> trainings(InformantId informant) {
        return records.trainings(informant);
    }

    /** Latest first; the first of a kind holds. */
    @Transactional(readOnly = true)
    public List<Consent> consents(InformantId informant) {
        return records.consents(informant);
    }

    /** @throws RuleViolation where the day is past, or somebody chosen is no longer in office */
    public void renew(RenewTerms command) {
        if (!command.until().isAfter(today())) {
            throw fault("until", "续聘到的日期要晚于今天。");
        }
        if (informants.renew(command.informants(), command.until())
                != command.informants().size()) {
            throw new RuleViolation("所选的人里有已停用的，不能续聘；请取消勾选，或先在其资料中恢复在任。");
        }
        audit.record(command, null, Map.of("informants", command.informants().size()));
    }

    /** @throws NotFound */
    public void record(RecordTraining command) {
        require(command.informant());
        requireDayPast("trainedOn", command.trainedOn());
        records.insert(command);
        audit.record(command, null, Map.of("informant", command.informant().value()));
    }

    /** @throws NotFound */
    public void remove(RemoveTraining command) {
        if (records.delete(command) == 0) {
            throw new NotFound("没有这条培训记录，可能已被删除。");
        }
        audit.record(command, null, Map.of("informant", command.informant().value()));
    }

    /** @throws NotFound */
    public void record(RecordConsent command) {
        require(command.informant());
        requireDayPast("decidedOn", command.decidedOn());
        records.insert(command);
        if (command.kind() == ConsentKind.PROFILING) {
            informants.refuseProfiling(
                    command.informant(),
                    records.refused(command.informant(), ConsentKind.PROFILING).orElse(!command.given()));
        }
        audit.record(
                command,
                null,
                Map.of(
                        "informant", command.informant().value(),
                        "kind", command.kind().name(),
                        "given", command.given()));
    }

    /** @throws NotFound */
    public void mailWorksAgain(MailWorksAgain command) {
        require(command.informant());
        informants.mailFailed(command.informant(), null, null);
        audit.record(command, null, Map.of("informant", command.informant().value()));
    }

    private void require(InformantId id) {
        if (informants.find(List.of(id)).isEmpty()) {
            throw new NotFound("名录中没有这位信息员，请从列表中选择。");
        }
    }

    private void requireDayPast(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw fault(field, "日期不能晚于今天。");
        }
    }

    private static InvalidCommand fault(String field, String sentence) {
        return new InvalidCommand(List.of(new InvalidCommand.Fault(field, sentence)));
    }

    private LocalDate today() {
        return Shanghai.dateOf(clock.instant());
    }
}
