package cn.zhengxun.evaluation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 案卷: 目录, files and audit extract in one zip. */
@Service
@Transactional
public class CaseFiles {
    public enum Occasion {
        CLOSING("上报"),
        FINAL("归档"),
        ENDED("终止");

        private final String chinese;

        Occasion(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** A stored file without its bytes; sha256 in lower-case hex. */
    public record CaseFile(Occasion occasion, String sha256, Instant madeAt) {}

    private final CaseFileRows rows;
    private final CasePapers papers;
    private final Consultations consultations;
    private final AuditTrail audit;
    private final Clock clock;

    CaseFiles(CaseFileRows rows, CasePapers papers, Consultations consultations, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.consultations = consultations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes or replaces the file of this occasion. */
    public void archive(ConsultationNumber number, Occasion occasion) {
        archive(new ArchiveCase(number, occasion));
    }

    /** As {@link #archive(ConsultationNumber, Occasion)}. */
    public void archive(ArchiveCase command) {
        Consultation consultation = consultations.find(command.consultation());
        Instant now = clock.instant();
        List<CasePaper> content = papers.of(consultation);
        byte[] zip = CaseFolder.zip(consultation, command.occasion(), content, now);
        String sha256 = CaseFolder.sha256(zip);
        rows.save(consultation.number(), command.occasion(), zip, sha256, now);
        audit.record(
                command,
                consultation.number().value(),
                Map.of("occasion", command.occasion().name(), "papers", content.size(), "sha256", sha256));
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> zip(ConsultationNumber number, Occasion occasion) {
        return rows.zip(number, occasion);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<CaseFile> of(ConsultationNumber number) {
        return rows.of(number);
    }
}
