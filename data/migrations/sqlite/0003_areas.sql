-- Areas with planning rules of their own: district plans, special use districts, fire zones. An import
-- replaces what the same source said of the same kinds.
CREATE TABLE special_area (
    id       INTEGER PRIMARY KEY,
    source   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    name     TEXT NOT NULL,
    note     TEXT,
    url      TEXT,
    geometry BLOB NOT NULL
) STRICT;
