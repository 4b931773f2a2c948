-- Counts what was put right, undone and redone in the clause tree: whoever corrects says which state they saw.
ALTER TABLE draft ADD COLUMN structure_version INTEGER DEFAULT 0 NOT NULL;

-- The clause tree as it was read, kept from the first correction on: in the text format of exports, with the ids of the
-- clauses in reading order, divided by commas.
CREATE TABLE structure_baseline (
    draft_id   BIGINT PRIMARY KEY REFERENCES draft (id),
    structure  TEXT NOT NULL,
    clause_ids TEXT NOT NULL
);

-- What staff put right, in order. operation: SPLIT JOIN RENUMBER RETYPE RETITLE; the columns after clause_id are what it
-- needs. clause_id may name a clause that is gone by now, so it is no foreign key. fresh_ids: the clauses that came into
-- being. state: MADE, UNDONE (may be redone), OVERTAKEN (undone, and something else was put right since).
CREATE TABLE correction (
    draft_id       BIGINT      NOT NULL REFERENCES draft (id),
    step           INTEGER     NOT NULL,
    operation      VARCHAR(10) NOT NULL,
    clause_id      BIGINT      NOT NULL,
    split_at       INTEGER,
    kind           VARCHAR(16),
    typed          VARCHAR(300),
    with_followers BOOLEAN     NOT NULL,
    fresh_ids      VARCHAR(80) NOT NULL,
    made_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by        VARCHAR(64) NOT NULL,
    state          VARCHAR(10) NOT NULL,
    changed_at     TIMESTAMP WITH TIME ZONE,
    changed_by     VARCHAR(64),
    PRIMARY KEY (draft_id, step)
);
