-- drafted_at: when the answer that is not yet handed in was saved last; null where there is none.
-- no_opinion_at: the person said that they have no suggestion; goes with answered_at.
-- printed_at: when a letter was printed last.
-- replaced_by: the invitation of the person who is asked instead; goes with revoked_at.
ALTER TABLE invitation ADD COLUMN drafted_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE invitation ADD COLUMN no_opinion_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE invitation ADD COLUMN printed_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE invitation ADD COLUMN replaced_by BIGINT REFERENCES invitation (id);

-- What an invited person has typed and not handed in: no submission, may be overwritten, goes when it is handed in.
-- begun_at: when it was saved first, which decides about the grace period. form: its fields as JSON.
CREATE TABLE unsent_draft (
    invitation_id BIGINT PRIMARY KEY REFERENCES invitation (id),
    form          TEXT   NOT NULL,
    begun_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_at      TIMESTAMP WITH TIME ZONE NOT NULL
);
