package cn.zhengxun.suggestion;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to with their submissions, and changes of mind afterwards. */
@Service
@Transactional
public class SubmissionConsents {
    private final ConsentRows rows;
    private final Invitations invitations;
    private final AuditTrail audit;

    SubmissionConsents(ConsentRows rows, Invitations invitations, AuditTrail audit) {
        this.rows = rows;
        this.invitations = invitations;
        this.audit = audit;
    }

    /**
     * What is kept with one submission of somebody outside the directory.
     *
     * @param name and contact: null where none was left
     * @param consentWording version of the words that were agreed to, null for submissions older than versions
     */
    public record OfStranger(
            String receipt,
            String name,
            String contact,
            boolean callBack,
            boolean publishName,
            String consentWording) {}

    /** @param receipt however it was copied from paper @return empty for an unknown number and for an informant's alike */
    @Transactional(readOnly = true)
    public Optional<OfStranger> ofStranger(String receipt) {
        return rows.ofStranger(ReceiptNumbers.read(receipt).orElse(receipt));
    }

    /** Again changes nothing. */
    public void withdraw(WithdrawConsent command) {
        List<Long> changed = command.informant() == null
                ? rows.withdraw(stranger(command.receipt()), command.consent())
                : rows.withdraw(command.informant(), command.consent());
        rows.history(changed, command.consent(), false);
        audit.record(command, null, Map.of("consent", command.consent().name(), "submissions", changed.size()));
    }

    /** Of somebody outside the directory. Again changes nothing. @throws NotFound */
    public void give(GiveConsent command) {
        List<Long> changed = rows.give(stranger(command.receipt()), command.consent());
        rows.history(changed, command.consent(), true);
        audit.record(command, null, Map.of("consent", command.consent().name(), "submissions", changed.size()));
    }

    /** Of somebody outside the directory. @throws NotFound */
    public void correct(CorrectContact command) {
        String receipt = stranger(command.receipt());
        rows.contact(receipt, command.contact());
        audit.record(command, null, Map.of("kept", command.contact() != null));
    }

    /** Again changes nothing. */
    public void stop(StopProcessing command) {
        List<InvitationId> drafted = rows.drafted(command.informant());
        // first, as saving a draft does, or the two would wait for each other
        invitations.held(drafted);
        rows.discardDrafts(command.informant());
        invitations.drafted(drafted, null);
        audit.record(command, null, Map.of("informant", command.informant().value(), "drafts", drafted.size()));
    }

    private String stranger(String receipt) {
        return rows.ofStranger(receipt).map(OfStranger::receipt).orElseThrow(() -> new NotFound("没有这个回执编号，请核对后再试。"));
    }
}
