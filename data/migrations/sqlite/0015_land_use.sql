-- Surveys of how lots are used, and their lots. The same survey again replaces its lots.

CREATE TABLE land_survey (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    area        TEXT NOT NULL,
    source      TEXT NOT NULL,
    licence     TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    checksum    TEXT NOT NULL,
    UNIQUE (area, name, as_of)
) STRICT;

CREATE TABLE lot (
    survey_id INTEGER NOT NULL REFERENCES land_survey (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    key       TEXT,
    used      TEXT NOT NULL,
    built     INTEGER,
    geometry  BLOB NOT NULL,
    PRIMARY KEY (survey_id, number)
) STRICT;
