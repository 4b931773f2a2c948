-- One page of a consultation's invitations, wherever it begins.
CREATE INDEX invitation_in_order ON invitation (consultation, id);
