-- channel: by which way the message left, e.g. EMAIL or WEBHOOK. delivered_at: the receiving server reported that it
-- put the mail into the mailbox. bounced_at: it was sent and came back; status is FAILED then.
ALTER TABLE outbox ADD COLUMN channel VARCHAR(20);
ALTER TABLE outbox ADD COLUMN delivered_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE outbox ADD COLUMN bounced_at TIMESTAMP WITH TIME ZONE;

-- Every report of the bounce mailbox that was taken up. source: UIDVALIDITY and UID of the mail, so that none counts
-- twice. action: FAILED, DELAYED, DELIVERED, or ASIDE for a mail that people have to read; outbox_id is null then.
CREATE TABLE bounce (
    source    VARCHAR(60) PRIMARY KEY,
    outbox_id BIGINT REFERENCES outbox (id),
    action    VARCHAR(12) NOT NULL,
    code      VARCHAR(20),
    read_at   TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX bounce_of_mail ON bounce (outbox_id);
