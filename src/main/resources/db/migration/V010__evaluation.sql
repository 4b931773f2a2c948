-- The one definition behind every figure. A row is a collected suggestion (征集): accepted on time or in grace, not withdrawn,
-- not out of scope; held ones and each member of a group count one. submitted (上报): the latest frozen report contains it in
-- any grade. fully_adopted and partly_adopted (采纳, 部分采纳): submitted, and a second person confirmed that outcome.
CREATE VIEW counted_suggestion AS
SELECT s.id,
       s.consultation,
       s.number,
       s.clause_id,
       s.clause_label,
       s.kind,
       b.informant_id,
       b.id AS submission_id,
       b.station_id,
       b.channel,
       b.identity_category,
       b.accepted_at,
       CAST(EXTRACT(YEAR FROM b.accepted_at AT TIME ZONE 'Asia/Shanghai') AS INTEGER)  AS accepted_year,
       CAST(EXTRACT(MONTH FROM b.accepted_at AT TIME ZONE 'Asia/Shanghai') AS INTEGER) AS accepted_month,
       CASE WHEN i.suggestion_id IS NULL THEN 0 ELSE 1 END AS submitted,
       CASE WHEN i.suggestion_id IS NOT NULL AND o.confirmed_by IS NOT NULL AND o.outcome = 'ADOPTED' THEN 1 ELSE 0 END AS fully_adopted,
       CASE WHEN i.suggestion_id IS NOT NULL AND o.confirmed_by IS NOT NULL AND o.outcome = 'PARTLY' THEN 1 ELSE 0 END AS partly_adopted
FROM suggestion s
         JOIN submission b ON b.id = s.submission_id
         LEFT JOIN screening k ON k.suggestion_id = s.id
         LEFT JOIN (SELECT consultation, MAX(version) AS version
                    FROM report
                    WHERE frozen_at IS NOT NULL
                    GROUP BY consultation) f ON f.consultation = s.consultation
         LEFT JOIN report_item i ON i.consultation = f.consultation AND i.version = f.version AND i.suggestion_id = s.id
         LEFT JOIN outcome o ON o.suggestion_id = s.id
WHERE b.timing IN ('ON_TIME', 'GRACE')
  AND s.withdrawn_at IS NULL
  AND (k.decision IS NULL OR k.decision <> 'OUT_OF_SCOPE');

CREATE TABLE evaluation (
    consultation VARCHAR(40) PRIMARY KEY REFERENCES consultation (number),
    figures      TEXT        NOT NULL,
    remark       VARCHAR(2000),
    evaluated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    approved_by  VARCHAR(64),
    approved_at  TIMESTAMP WITH TIME ZONE
);

-- occasion: CLOSING (after submission), FINAL, ENDED.
CREATE TABLE case_file (
    consultation VARCHAR(40) NOT NULL REFERENCES consultation (number),
    occasion     VARCHAR(10) NOT NULL,
    zip          ${bytes}    NOT NULL,
    sha256       CHAR(64)    NOT NULL,
    made_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (consultation, occasion)
);
