-- A file of offline opinions that was read and waits for its confirmation; deleted with its rows once it is confirmed, dropped or expired.
CREATE TABLE offline_import (
    id           VARCHAR(40) PRIMARY KEY,
    consultation VARCHAR(40)              NOT NULL REFERENCES consultation (number),
    file_name    VARCHAR(200)             NOT NULL,
    file_sha256  VARCHAR(64)              NOT NULL,
    uploaded_by  VARCHAR(64)              NOT NULL,
    uploaded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at   TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX offline_import_of_consultation ON offline_import (consultation, uploaded_at);

-- cells: the row's texts by column, as JSON; findings: what is wrong, as JSON. verdict: NEW, KNOWN, FAULT.
-- handing: rows of one number are one person's and get one receipt; null where nothing is handed in.
CREATE TABLE offline_import_row (
    import_id    VARCHAR(40) NOT NULL REFERENCES offline_import (id),
    line         INTEGER     NOT NULL,
    cells        TEXT        NOT NULL,
    verdict      VARCHAR(10) NOT NULL,
    handing      INTEGER,
    informant_id BIGINT REFERENCES informant (id),
    clause_label VARCHAR(120),
    note         VARCHAR(300),
    findings     TEXT        NOT NULL,
    PRIMARY KEY (import_id, line)
);
CREATE INDEX offline_import_row_of_informant ON offline_import_row (informant_id);

-- Which row of which file became part of which submission, so that no row is handed in twice. fingerprint: a hash of what
-- makes two rows the same opinion; erasure empties it, and the file and line still tell.
CREATE TABLE offline_imported (
    consultation  VARCHAR(40) NOT NULL REFERENCES consultation (number),
    file_sha256   VARCHAR(64) NOT NULL,
    line          INTEGER     NOT NULL,
    fingerprint   VARCHAR(64),
    import_id     VARCHAR(40) NOT NULL,
    said_on       DATE        NOT NULL,
    submission_id BIGINT      NOT NULL REFERENCES submission (id),
    PRIMARY KEY (consultation, file_sha256, line),
    UNIQUE (consultation, fingerprint)
);
CREATE INDEX offline_imported_by_import ON offline_imported (import_id);
CREATE INDEX offline_imported_of_submission ON offline_imported (submission_id);

-- Whoever hands in rows of a file holds this row, so that two files never add one opinion twice.
CREATE TABLE offline_import_turn (id INTEGER PRIMARY KEY);
INSERT INTO offline_import_turn (id) VALUES (1);
