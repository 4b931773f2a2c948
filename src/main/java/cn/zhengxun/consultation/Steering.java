package cn.zhengxun.consultation;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of course from outside the process: the domain changes and the process follows, together or not at all. */
@Service
@Transactional
public class Steering {
    private final Consultations consultations;
    private final ObjectProvider<ConsultationProcess> process;

    Steering(Consultations consultations, ObjectProvider<ConsultationProcess> process) {
        this.consultations = consultations;
        this.process = process;
    }

    public void moveDeadline(MoveDeadline command) {
        consultations.moveDeadline(command);
        process.getObject().deadlineMoved(command.consultation());
    }

    /** The draft was withdrawn by its body. */
    public void end(EndConsultation command) {
        consultations.end(command);
        process.getObject().withdrawn(command.consultation());
    }

    /** Collection ends now; the command says why. */
    public void closeEarly(RecordDecision command) {
        consultations.find(command.consultation()).requireStatus("提前截止", Status.COLLECTING);
        consultations.record(command);
        process.getObject().closeCollectionEarly(command.consultation());
    }

    /** The upper body returned the report; the command says what it asks for. */
    public void returned(RecordDecision command) {
        consultations.find(command.consultation()).requireStatus("退回补充", Status.SUBMITTING, Status.TRACKING);
        consultations.record(command);
        process.getObject().returned(command.consultation());
    }
}
