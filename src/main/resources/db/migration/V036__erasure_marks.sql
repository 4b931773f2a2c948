-- When the person asked was erased. It stands on this row, which whoever saves or hands in by a link holds until committed:
-- so an erasure waits for them, and they find it here when they waited for an erasure.
ALTER TABLE invitation ADD COLUMN erased_at TIMESTAMP WITH TIME ZONE;
UPDATE invitation
   SET erased_at = (SELECT p.erased_at FROM informant p WHERE p.id = invitation.informant_id)
 WHERE informant_id IN (SELECT id FROM informant WHERE erased_at IS NOT NULL);

CREATE INDEX not_mine_of_submission ON not_mine (submission_id);
CREATE INDEX not_mine_token_of_submission ON not_mine_token (submission_id);
