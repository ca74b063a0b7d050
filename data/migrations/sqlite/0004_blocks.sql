-- Where the blocks (街区) of a town are, or its lots (地番) where houses are not numbered by blocks. The town is named,
-- not referred to: blocks may be imported before towns, and outlive them.
CREATE TABLE block_town (
    id           INTEGER PRIMARY KEY,
    municipality TEXT NOT NULL,
    name         TEXT NOT NULL,
    UNIQUE (municipality, name)
) STRICT;

CREATE TABLE block (
    town_id   INTEGER NOT NULL REFERENCES block_town (id) ON DELETE CASCADE,
    numbering TEXT NOT NULL CHECK (numbering IN ('residential', 'lot')),
    number    INTEGER NOT NULL CHECK (number > 0),
    lon       REAL NOT NULL,
    lat       REAL NOT NULL,
    PRIMARY KEY (town_id, numbering, number)
) STRICT, WITHOUT ROWID;
