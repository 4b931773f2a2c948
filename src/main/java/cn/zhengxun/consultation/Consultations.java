package cn.zhengxun.consultation;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consultations by number: registration, the decisions that steer them, and where they stand. */
@Service
@Transactional
public class Consultations {

    /** Reads the file into a draft, numbers the consultation, makes a provisional timetable. */
    public ConsultationNumber register(RegisterConsultation command) {
        throw new UnsupportedOperationException("consultation");
    }

    /** @throws cn.zhengxun.kernel.NotFound */
    public Consultation find(ConsultationNumber number) {
        throw new UnsupportedOperationException("consultation");
    }

    /** Newest first. */
    public List<Consultation> list() {
        throw new UnsupportedOperationException("consultation");
    }
}
