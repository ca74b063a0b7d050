-- Enquiries: somebody asks about a listing, and whoever answers answers, through links of this server, so
-- that neither learns the other's address.
--
-- Times here are compared, so they are whole milliseconds since 1970 in UTC. Who writes stands only in
-- `enquiry_content` and `listing_contact`, encrypted; the key is not in the database.

CREATE TABLE enquiry (
    id         INTEGER PRIMARY KEY,
    listing_id INTEGER NOT NULL,
    "to"       TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('unconfirmed', 'open', 'ended')),
    language   TEXT NOT NULL,
    messages   INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    touched_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX enquiry_by_touched ON enquiry (touched_ms);

-- Personal data: name and address of whoever asks, and until it is confirmed what they ask. Erased when the
-- enquiry ends.
CREATE TABLE enquiry_content (
    enquiry_id INTEGER PRIMARY KEY REFERENCES enquiry (id) ON DELETE CASCADE,
    sealed     BLOB NOT NULL
) STRICT;

-- Personal data: the address of whoever answers for a listing. It outlives an import or a restore that
-- replaces the listing, so it refers to it by id alone.
CREATE TABLE listing_contact (
    listing_id INTEGER PRIMARY KEY,
    sealed     BLOB NOT NULL
) STRICT;
