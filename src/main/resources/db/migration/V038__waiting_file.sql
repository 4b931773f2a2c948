-- A file that was read and waits for its confirmation; goes with its rows once it is confirmed, dropped or expired.
-- purpose: INFORMANTS or OPINIONS; consultation: whose opinions they are; remarks: what the file as a whole brings, one a line.
CREATE TABLE waiting_file (
    id           VARCHAR(40) PRIMARY KEY,
    purpose      VARCHAR(20)              NOT NULL,
    consultation VARCHAR(40) REFERENCES consultation (number),
    file_name    VARCHAR(200)             NOT NULL,
    file_sha256  VARCHAR(64)              NOT NULL,
    uploaded_by  VARCHAR(64)              NOT NULL,
    uploaded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    remarks      TEXT                     NOT NULL
);
CREATE INDEX waiting_file_of_consultation ON waiting_file (consultation, uploaded_at);

-- cells: the row's texts by column, as JSON; findings: what is to change, or what is wrong, as JSON. verdict: NEW, CHANGED,
-- UNCHANGED, FAULT. piece: rows of one number are written together; null where nothing is written. label: what in the draft
-- it is about. note: what to know before confirming.
CREATE TABLE waiting_row (
    file_id      VARCHAR(40) NOT NULL REFERENCES waiting_file (id) ON DELETE CASCADE,
    line         INTEGER     NOT NULL,
    cells        TEXT        NOT NULL,
    verdict      VARCHAR(10) NOT NULL,
    informant_id BIGINT REFERENCES informant (id),
    piece        INTEGER,
    label        VARCHAR(120),
    note         VARCHAR(300),
    findings     TEXT        NOT NULL,
    PRIMARY KEY (file_id, line)
);
CREATE INDEX waiting_row_of_informant ON waiting_row (informant_id);

-- Whoever confirms a file of a purpose holds its row, so that two files never add the same thing twice.
CREATE TABLE waiting_turn (purpose VARCHAR(20) PRIMARY KEY);
INSERT INTO waiting_turn (purpose) VALUES ('INFORMANTS');
INSERT INTO waiting_turn (purpose) VALUES ('OPINIONS');

INSERT INTO waiting_file (id, purpose, consultation, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, remarks)
SELECT id, 'INFORMANTS', NULL, file_name, '', uploaded_by, uploaded_at, expires_at, new_tags FROM informant_import;
INSERT INTO waiting_row (file_id, line, cells, verdict, informant_id, piece, label, note, findings)
SELECT import_id, line, cells, verdict, informant_id, CASE WHEN verdict IN ('NEW', 'CHANGED') THEN 0 END, NULL, twin, findings
FROM informant_import_row;
INSERT INTO waiting_file (id, purpose, consultation, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, remarks)
SELECT id, 'OPINIONS', consultation, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, '' FROM offline_import;
INSERT INTO waiting_row (file_id, line, cells, verdict, informant_id, piece, label, note, findings)
SELECT import_id, line, cells, CASE verdict WHEN 'KNOWN' THEN 'UNCHANGED' ELSE verdict END, informant_id, handing, clause_label, note, findings
FROM offline_import_row;

DROP TABLE informant_import_row;
DROP TABLE informant_import;
DROP TABLE informant_import_turn;
DROP TABLE offline_import_row;
DROP TABLE offline_import;
DROP TABLE offline_import_turn;
