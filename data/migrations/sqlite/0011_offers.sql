-- Offers: premises on their way to being a listing, as their landlords typed them, and what was done to them.
--
-- Times here are compared, so they are whole milliseconds since 1970 in UTC. An offer has the id of its listing,
-- which is in `listing` from the first time it is published.

CREATE TABLE offer (
    id           INTEGER PRIMARY KEY,
    account_id   INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    state        TEXT NOT NULL,
    revision     TEXT,
    version      INTEGER NOT NULL,
    claimed_by   INTEGER,
    claimed_ms   INTEGER,
    submitted_ms INTEGER,
    consent      TEXT,
    created_ms   INTEGER NOT NULL,
    touched_ms   INTEGER NOT NULL,
    CHECK ((claimed_by IS NULL) = (claimed_ms IS NULL))
) STRICT;
CREATE INDEX offer_by_account ON offer (account_id, touched_ms);
CREATE INDEX offer_by_state ON offer (state, revision);

-- What was typed, as it was typed.
CREATE TABLE offer_field (
    offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
    field    TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (offer_id, field)
) STRICT, WITHOUT ROWID;

-- The same as it was when it was last published.
CREATE TABLE offer_published (
    offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
    field    TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (offer_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer_photo (
    offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    alt      TEXT NOT NULL,
    hidden   INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    PRIMARY KEY (offer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_photo_by_name ON offer_photo (name);

-- Who did what and when. No foreign key: it outlives the offer.
CREATE TABLE offer_entry (
    offer_id INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    at_ms    INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    command  TEXT,
    state    TEXT NOT NULL,
    reason   TEXT,
    PRIMARY KEY (offer_id, number)
) STRICT, WITHOUT ROWID;

-- What was said about it goes with the offer.
CREATE TABLE offer_note (
    offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (offer_id, number)
) STRICT, WITHOUT ROWID;

-- The log only grows.
CREATE TRIGGER offer_entry_is_never_rewritten BEFORE UPDATE ON offer_entry
BEGIN
    SELECT raise(ABORT, 'the log of offers only grows');
END;
CREATE TRIGGER offer_entry_is_never_removed BEFORE DELETE ON offer_entry
BEGIN
    SELECT raise(ABORT, 'the log of offers only grows');
END;
