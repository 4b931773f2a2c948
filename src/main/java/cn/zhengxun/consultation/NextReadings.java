package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下一审次来文: the file of a consultation under way says that the bill has gone on to its next reading. */
@Service
@Transactional
public class NextReadings {
    private static final String ARRIVED = "nextReading";

    private final ConsultationRows rows;
    private final Consultations consultations;
    private final AuditTrail audit;

    NextReadings(ConsultationRows rows, Consultations consultations, AuditTrail audit) {
        this.rows = rows;
        this.consultations = consultations;
        this.audit = audit;
    }

    /** Notes each later reading once. */
    public void link(LinkNextReading command) {
        List<String> noted = consultations.decisions(command.consultation()).stream()
                .filter(decision -> decision.decision().equals(ARRIVED))
                .map(Decision::remark)
                .toList();
        List<Consultation> arrived = consultations.lineage(command.consultation()).ofLaterReadings().stream()
                .filter(later -> !noted.contains(remark(later)))
                .toList();
        arrived.forEach(later ->
                consultations.record(new RecordDecision(command.consultation(), "course", ARRIVED, remark(later))));
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "next",
                        arrived.stream().map(later -> later.number().value()).toList()));
    }

    /** The bill's name, which the next letter must bear to be recognised as its next reading. */
    @Transactional(readOnly = true)
    public String bill(ConsultationNumber number) {
        return rows.billTitle(rows.find(number).bill());
    }

    private static String remark(Consultation later) {
        return later.reading() + "已来文，登记为征询" + later.number() + "。本次征询是否继续，请与来文单位商定。";
    }
}
