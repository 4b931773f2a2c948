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
