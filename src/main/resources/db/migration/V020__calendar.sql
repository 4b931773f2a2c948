-- The secret address of a user's calendar feed; only the key's hash is kept.
CREATE TABLE calendar_key (
    user_id  VARCHAR(64) PRIMARY KEY,
    key_hash CHAR(64)    NOT NULL UNIQUE,
    made_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- What calendars were told last of each due date, so that a change raises the event's sequence.
CREATE TABLE calendar_event (
    consultation VARCHAR(40) NOT NULL REFERENCES consultation (number),
    step         INTEGER     NOT NULL,
    fingerprint  CHAR(64)    NOT NULL,
    sequence     INTEGER     NOT NULL,
    changed_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (consultation, step)
);
