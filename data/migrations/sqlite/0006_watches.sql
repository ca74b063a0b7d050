-- Watches: saved searches that somebody is told about, and the queue of mails that tell them.
--
-- Times here are compared, so they are whole milliseconds since 1970 in UTC. Who is told stands only
-- in `watch_address`, encrypted; the key is not in the database.

CREATE TABLE watch (
    id           INTEGER PRIMARY KEY,
    query        TEXT NOT NULL,
    language     TEXT NOT NULL,
    cadence      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('unconfirmed', 'active', 'stopped')),
    created_ms   INTEGER NOT NULL,
    confirmed_ms INTEGER,
    stopped_ms   INTEGER,
    -- Counts confirmations, so that a follower reads only the new ones.
    confirmation INTEGER UNIQUE,
    -- SHA-256 of the secrets in the links.
    confirm_hash BLOB NOT NULL,
    stop_hash    BLOB NOT NULL,
    CHECK ((confirmed_ms IS NULL) = (confirmation IS NULL)),
    CHECK (state <> 'active' OR confirmed_ms IS NOT NULL)
) STRICT;

-- Personal data: the address and the secret of the stop link, sealed. Erased when a watch stops.
CREATE TABLE watch_address (
    watch_id INTEGER PRIMARY KEY REFERENCES watch (id) ON DELETE CASCADE,
    sealed   BLOB NOT NULL
) STRICT;

-- The queue: one row a mail. `about` is 'confirm', 'change:SEQ' or 'day:YYYY-MM-DD'; that a watch has
-- each at most once is what keeps a mail from being queued twice. `message` becomes the Message-ID
-- of every attempt.
CREATE TABLE notice (
    number   INTEGER PRIMARY KEY,
    watch_id INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
    about    TEXT NOT NULL,
    message  TEXT NOT NULL UNIQUE,
    state    TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
    due_ms   INTEGER NOT NULL,
    -- News beyond those in `news`: a bulk import must not make a mail of a thousand lines.
    more     INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Why the last attempt failed, without the address.
    error    TEXT,
    UNIQUE (watch_id, about)
) STRICT;
CREATE INDEX notice_by_due ON notice (due_ms) WHERE state IN ('queued', 'sending');

-- What a mail tells, in the order in which it happened: public facts only.
CREATE TABLE news (
    notice_number     INTEGER NOT NULL REFERENCES notice (number) ON DELETE CASCADE,
    position          INTEGER NOT NULL,
    listing_id        INTEGER NOT NULL,
    what              TEXT NOT NULL CHECK (what IN ('entered', 'changed', 'left')),
    gone              TEXT,
    rent_before_state TEXT,
    rent_before_yen   INTEGER,
    terms_changed     INTEGER NOT NULL CHECK (terms_changed IN (0, 1)),
    rest_changed      INTEGER NOT NULL CHECK (rest_changed IN (0, 1)),
    title             TEXT NOT NULL,
    kind              TEXT NOT NULL,
    address           TEXT NOT NULL,
    rent_state        TEXT NOT NULL,
    rent_yen          INTEGER,
    area_m2           REAL,
    station           TEXT,
    station_minutes   INTEGER,
    synthetic         INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    PRIMARY KEY (notice_number, position),
    CHECK ((what = 'left') = (gone IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Public listings as they were when watches were last matched: what a change is a change from.
-- A later migration that adds a column to `listing` adds it here.
CREATE TABLE told_listing AS SELECT * FROM listing WHERE 0;
CREATE UNIQUE INDEX told_listing_by_id ON told_listing (id);
CREATE TABLE told_trade (
    listing_id INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (listing_id, position)
) STRICT, WITHOUT ROWID;

-- How far watches were matched: the last change they were told of, NULL before the first time.
CREATE TABLE telling (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    seq           INTEGER,
    confirmations INTEGER NOT NULL
) STRICT;
INSERT INTO telling (id, seq, confirmations) VALUES (1, NULL, 0);
