-- A version is composed, may be amended, and once frozen never changes.
CREATE TABLE report (
    consultation VARCHAR(40)   NOT NULL REFERENCES consultation (number),
    version      INTEGER       NOT NULL,
    introduction VARCHAR(4000) NOT NULL,
    docx         ${bytes}      NOT NULL,
    xlsx         ${bytes}      NOT NULL,
    composed_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    approved_by  VARCHAR(64),
    approved_at  TIMESTAMP WITH TIME ZONE,
    signed_by    VARCHAR(64),
    signed_at    TIMESTAMP WITH TIME ZONE,
    frozen_at    TIMESTAMP WITH TIME ZONE,
    docx_sha256  CHAR(64),
    xlsx_sha256  CHAR(64),
    receipt_no   VARCHAR(100),
    receipt_from VARCHAR(200),
    received_on  DATE,
    PRIMARY KEY (consultation, version)
);

CREATE TABLE report_item (
    consultation  VARCHAR(40) NOT NULL,
    version       INTEGER     NOT NULL,
    suggestion_id BIGINT      NOT NULL REFERENCES suggestion (id),
    grade         VARCHAR(12) NOT NULL,
    PRIMARY KEY (consultation, version, suggestion_id),
    FOREIGN KEY (consultation, version) REFERENCES report (consultation, version)
);
