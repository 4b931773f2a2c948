package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.evaluation.CaseFiles.CaseFile;
import cn.zhengxun.evaluation.CaseFiles.Occasion;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table case_file. */
@Repository
class CaseFileRows {
    private final JdbcClient db;

    CaseFileRows(JdbcClient db) {
        this.db = db;
    }

    void save(ConsultationNumber number, Occasion occasion, byte[] zip, String sha256, Instant at) {
        int replaced = db.sql(
                        "UPDATE case_file SET zip = ?, sha256 = ?, made_at = ? WHERE consultation = ? AND occasion = ?")
                .params(zip, sha256, Timestamps.of(at), number.value(), occasion.name())
                .update();
        if (replaced == 0) {
            db.sql("INSERT INTO case_file (zip, sha256, made_at, consultation, occasion) VALUES (?, ?, ?, ?, ?)")
                    .params(zip, sha256, Timestamps.of(at), number.value(), occasion.name())
                    .update();
        }
    }

    Optional<byte[]> zip(ConsultationNumber number, Occasion occasion) {
        return db.sql("SELECT zip FROM case_file WHERE consultation = ? AND occasion = ?")
                .params(number.value(), occasion.name())
                .query((row, n) -> row.getBytes("zip"))
                .optional();
    }

    List<CaseFile> of(ConsultationNumber number) {
        return db.sql("SELECT occasion, sha256, made_at FROM case_file WHERE consultation = ? ORDER BY made_at")
                .param(number.value())
                .query((row, n) -> new CaseFile(
                        Occasion.valueOf(row.getString("occasion")),
                        row.getString("sha256"),
                        Timestamps.in(row, "made_at")))
                .list();
    }
}
