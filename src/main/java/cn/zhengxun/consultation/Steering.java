package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of course from outside the process: the domain changes and the process follows, together or not at all. */
@Service
@Transactional
public class Steering {
    private final Consultations consultations;
    private final Suspensions suspensions;
    private final AuditTrail audit;
    private final ConsultationProcess process;

    Steering(Consultations consultations, Suspensions suspensions, AuditTrail audit, ConsultationProcess process) {
        this.consultations = consultations;
        this.suspensions = suspensions;
        this.audit = audit;
        this.process = process;
    }

    /**
     * Whichever change of course it is; what it does not ask for is not looked at.
     *
     * @param date the new D, or the day of promulgation
     */
    public void change(ConsultationNumber number, Change change, LocalDate date, String letter, String reason) {
        switch (change) {
            case CLOSE_EARLY -> closeEarly(new CloseCollectionEarly(number, reason));
            case DEADLINE -> moveDeadline(new MoveDeadline(number, date, letter, reason));
            case URGENT -> makeUrgent(new MakeUrgent(number, reason));
            case SUSPEND -> suspend(new SuspendConsultation(number, letter, reason));
            case RESUME -> resume(new ResumeConsultation(number, date, letter, reason));
            case END -> end(new EndConsultation(number, reason));
            case RETURNED -> returned(new ReturnFromAbove(number, reason));
            case PROMULGATED -> consultations.promulgated(new RecordPromulgation(number, date));
        }
    }

    public void moveDeadline(MoveDeadline command) {
        consultations.moveDeadline(command);
        process.deadlineMoved(command.consultation());
    }

    /** Nobody is told: the time to answer only grows. */
    public void makeUrgent(MakeUrgent command) {
        consultations.makeUrgent(command);
        process.deadlineMoved(command.consultation());
    }

    public void suspend(SuspendConsultation command) {
        suspensions.suspend(command);
        process.suspended(command.consultation());
    }

    public void resume(ResumeConsultation command) {
        suspensions.resume(command);
        process.resumed(command.consultation());
    }

    /** The draft was withdrawn by its body. */
    public void end(EndConsultation command) {
        consultations.end(command);
        process.withdrawn(command.consultation());
    }

    public void closeEarly(CloseCollectionEarly command) {
        requireRunning(command.consultation(), "提前截止");
        consultations.find(command.consultation()).requireStatus("提前截止", Status.COLLECTING);
        decide(command.consultation(), "collect", "closeEarly", command.reason());
        audit.record(command, command.consultation().value(), Map.of());
        process.closeCollectionEarly(command.consultation());
    }

    public void returned(ReturnFromAbove command) {
        requireRunning(command.consultation(), "登记退回");
        consultations.find(command.consultation()).requireStatus("退回补充", Status.SUBMITTING, Status.TRACKING);
        decide(command.consultation(), "submit", "returnedFromAbove", command.reason());
        audit.record(command, command.consultation().value(), Map.of());
        process.returned(command.consultation());
    }

    /** A consultation that began on a released model goes on, where it is, on the newest one. Not while suspended: its clocks would start. */
    public void migrate(MigrateModel command) {
        requireRunning(command.consultation(), "换到新的流程图");
        process.migrate(command.consultation());
        audit.record(command, command.consultation().value(), Map.of());
    }

    private void requireRunning(ConsultationNumber number, String doing) {
        consultations.find(number).requireRunning(doing);
    }

    private void decide(ConsultationNumber number, String subject, String decision, String reason) {
        consultations.record(new RecordDecision(number, subject, decision, reason));
    }
}
