-- Personal tokens: programs of a landlord or broker act for the account by one. Of a token only a hash is kept.
-- And the key by which such a program knows an offer, so that sending it again updates rather than doubles.

CREATE TABLE token (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    hash       BLOB NOT NULL UNIQUE,
    created_ms INTEGER NOT NULL,
    used_ms    INTEGER
) STRICT;
CREATE INDEX token_by_account ON token (account_id);

ALTER TABLE offer ADD COLUMN own_key TEXT;
CREATE UNIQUE INDEX offer_by_own_key ON offer (account_id, own_key) WHERE own_key IS NOT NULL;
