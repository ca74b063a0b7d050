-- Accounts: who signs in by a link in a mail, and in which browsers they are signed in.
--
-- Times here are compared, so they are whole milliseconds since 1970 in UTC. An address stands only in
-- `account_address` and `sign_in`, encrypted, and as a keyed hash by which an account is found; the key is not in
-- the database. Of links and cookies only hashes are kept.

CREATE TABLE account (
    id          INTEGER PRIMARY KEY,
    role        TEXT NOT NULL CHECK (role IN ('landlord', 'broker', 'moderator', 'planner', 'administrator')),
    language    TEXT NOT NULL,
    address_key BLOB NOT NULL UNIQUE,
    created_ms  INTEGER NOT NULL
) STRICT;

-- Personal data.
CREATE TABLE account_address (
    account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    sealed     BLOB NOT NULL
) STRICT;

-- Links that sign somebody in: once, soon, in the browser that asked.
CREATE TABLE sign_in (
    id          INTEGER PRIMARY KEY,
    token       BLOB NOT NULL,
    browser     BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    language    TEXT NOT NULL,
    expires_ms  INTEGER NOT NULL
) STRICT;

-- Browsers that are signed in.
CREATE TABLE session (
    cookie     BLOB PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_ms INTEGER NOT NULL,
    seen_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE sign_in_log (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    at_ms      INTEGER NOT NULL,
    what       TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_log_by_account ON sign_in_log (account_id, at_ms);
