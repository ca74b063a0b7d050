-- The outbox: letters of every kind that wait to be mailed, each whole and sealed.
--
-- `key` says what a letter is for and never whom it is for: a key is taken once, which keeps a letter
-- from being queued twice. How it ended is kept for a while, so that its key stays taken.

CREATE TABLE letter (
    number   INTEGER PRIMARY KEY,
    key      TEXT NOT NULL UNIQUE,
    state    TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
    due_ms   INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Why the last attempt failed, without an address.
    error    TEXT,
    ended_ms INTEGER,
    CHECK ((state IN ('sent', 'failed')) = (ended_ms IS NOT NULL))
) STRICT;
CREATE INDEX letter_by_due ON letter (due_ms) WHERE state IN ('queued', 'sending');

-- Personal data: the address and all that is written to it, encrypted; the key is not in the database.
-- Erased when a letter was sent or given up.
CREATE TABLE letter_content (
    letter_number INTEGER PRIMARY KEY REFERENCES letter (number) ON DELETE CASCADE,
    sealed        BLOB NOT NULL
) STRICT;
