package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 案卷: 目录, files and audit extract in one zip. */
@Service
@Transactional
public class CaseFiles {
    public enum Occasion {
        CLOSING,
        FINAL,
        ENDED
    }

    /** Makes or replaces the file of this occasion. */
    public void archive(ConsultationNumber number, Occasion occasion) {
        throw new UnsupportedOperationException("evaluation");
    }

    public Optional<byte[]> zip(ConsultationNumber number, Occasion occasion) {
        throw new UnsupportedOperationException("evaluation");
    }
}
