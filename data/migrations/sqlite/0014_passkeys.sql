-- Passkeys: public keys of devices and password managers, by which an account is signed in without a mail, or
-- confirmed beside one. Nothing in them is secret. A ceremony is a question to an authenticator that waits for its
-- answer; of what names it only a hash is kept.

CREATE TABLE passkey (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    credential TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    used_ms    INTEGER
) STRICT;
CREATE INDEX passkey_by_account ON passkey (account_id);

CREATE TABLE ceremony (
    hash       BLOB PRIMARY KEY,
    state      TEXT NOT NULL,
    expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Set once a passkey was shown in this browser.
ALTER TABLE session ADD COLUMN confirmed_ms INTEGER;
