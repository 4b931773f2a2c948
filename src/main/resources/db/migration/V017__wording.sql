-- The office's own words for one kind of mail, version by version; nothing is changed or deleted.
-- shipped: from this version on the product's own text is used again.
CREATE TABLE message_template (
    template_key VARCHAR(40)   NOT NULL,
    version      INTEGER       NOT NULL,
    shipped      BOOLEAN       NOT NULL,
    subject      VARCHAR(400)  NOT NULL,
    body         VARCHAR(8000) NOT NULL,
    written_by   VARCHAR(64)   NOT NULL,
    written_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (template_key, version)
);

-- Whoever queues reminders holds this row, so that two consultations never pass one person's weekly limit together.
CREATE TABLE reminding_turn (id INTEGER PRIMARY KEY);
INSERT INTO reminding_turn (id) VALUES (1);

-- How often one person was reminded lately, over all consultations.
CREATE INDEX outbox_of_recipient ON outbox (recipient, template, status);
-- How far the mails of one consultation got.
CREATE INDEX outbox_of_consultation ON outbox (consultation, campaign, revision, status);
