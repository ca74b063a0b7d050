-- Roads to walk along, a line a row. Roads meet where they share a vertex.

-- What one source published of the roads of one area.
CREATE TABLE road_network (
    id          INTEGER PRIMARY KEY,
    area        TEXT NOT NULL UNIQUE,
    source      TEXT NOT NULL,
    licence     TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    checksum    TEXT NOT NULL
) STRICT;

CREATE TABLE road (
    id         INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES road_network (id) ON DELETE CASCADE,
    class      TEXT NOT NULL,
    geometry   BLOB NOT NULL
) STRICT;
CREATE INDEX road_by_network ON road (network_id);
