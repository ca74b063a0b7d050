-- 借りたい cards: what somebody would like to open, where, how large, at which rent. A card that was withdrawn,
-- returned by the desk, or has run out is deleted, with the address.
--
-- Times here are compared, so they are whole milliseconds since 1970 in UTC. Who wrote a card stands only in
-- `wanted_contact`, encrypted; the key is not in the database.

CREATE TABLE wanted (
    id          INTEGER PRIMARY KEY,
    state       TEXT NOT NULL CHECK (state IN ('unconfirmed', 'submitted', 'published')),
    language    TEXT NOT NULL,
    title       TEXT NOT NULL,
    words       TEXT NOT NULL,
    use_id      TEXT,
    places      TEXT NOT NULL,            -- 'town:ID' and 'street:ID' with spaces between; '' for anywhere
    area_min_m2 REAL,
    area_max_m2 REAL,
    rent_max    INTEGER,                  -- yen a month
    synthetic   INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    created_ms  INTEGER NOT NULL,
    touched_ms  INTEGER NOT NULL
) STRICT;
CREATE INDEX wanted_by_state ON wanted (state, touched_ms);

-- Personal data: the address of whoever wrote the card.
CREATE TABLE wanted_contact (
    wanted_id INTEGER PRIMARY KEY REFERENCES wanted (id) ON DELETE CASCADE,
    sealed    BLOB NOT NULL
) STRICT;

-- An enquiry may be about a card too: then its "to" is 'seeker'.
ALTER TABLE enquiry RENAME COLUMN listing_id TO about_id;
