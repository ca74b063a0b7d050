-- The city as it stands, and the log of what changed.
--
-- Geometry is WKB (ISO, little-endian), longitude then latitude, JGD2011/WGS84. Ids are 53-bit
-- integers. Dates are YYYY-MM-DD, times RFC 3339. Words are the stable slugs of the domain.
-- NULL is 不明 (not stated), never 0. Money that may be 要相談 has a state beside its amount:
-- 'amount', 'negotiable' or 'unstated'. SQLite reads these with any client, QGIS included.

PRAGMA application_id = 0x4d43484b; -- MCHK

-- What one authority published for one area as of one date.
CREATE TABLE edition (
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

-- One piece of zoned land. `district` is what scheme and code (or name) mean.
CREATE TABLE zone (
    id             INTEGER PRIMARY KEY,
    edition_id     INTEGER NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
    district       TEXT NOT NULL,
    scheme         TEXT NOT NULL CHECK (scheme IN ('a29', 'urf', 'name')),
    scheme_code    INTEGER,
    published_name TEXT,
    bcr_percent    INTEGER,
    far_percent    INTEGER,
    fire           TEXT,
    district_plan  TEXT,
    geometry       BLOB NOT NULL,
    CHECK ((scheme = 'name') = (scheme_code IS NULL)),
    CHECK ((scheme = 'name') = (published_name IS NOT NULL))
) STRICT;
CREATE INDEX zone_by_edition ON zone (edition_id, district);

-- Shopping streets: lines or areas.
CREATE TABLE street (
    id          INTEGER PRIMARY KEY,
    source_key  TEXT UNIQUE,
    name        TEXT NOT NULL,
    kana        TEXT,
    association TEXT,
    shops       INTEGER,
    synthetic   INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    geometry    BLOB NOT NULL
) STRICT;

CREATE TABLE station (
    id         INTEGER PRIMARY KEY,
    source_key TEXT UNIQUE,
    name       TEXT NOT NULL,
    kana       TEXT,
    lon        REAL NOT NULL,
    lat        REAL NOT NULL
) STRICT;

CREATE TABLE station_line (
    station_id INTEGER NOT NULL REFERENCES station (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (station_id, position)
) STRICT, WITHOUT ROWID;

-- Towns (町丁目). `geometry` is NULL where the source publishes only points.
CREATE TABLE town (
    id           INTEGER PRIMARY KEY,
    source_key   TEXT UNIQUE,
    municipality TEXT NOT NULL,
    name         TEXT NOT NULL,
    lon          REAL NOT NULL,
    lat          REAL NOT NULL,
    population   INTEGER,
    households   INTEGER,
    geometry     BLOB
) STRICT;

CREATE TABLE boundary (
    id       INTEGER PRIMARY KEY,
    code     TEXT NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    geometry BLOB NOT NULL
) STRICT;

CREATE TABLE basemap_feature (
    id       INTEGER PRIMARY KEY,
    class    TEXT NOT NULL,
    name     TEXT,
    geometry BLOB NOT NULL
) STRICT;

-- Premises and businesses on offer, in every state. Names and contacts of people are not here.
CREATE TABLE listing (
    id                   INTEGER PRIMARY KEY,
    source_key           TEXT UNIQUE,
    kind                 TEXT NOT NULL,
    state                TEXT NOT NULL,
    title                TEXT NOT NULL,
    description          TEXT NOT NULL,
    address              TEXT NOT NULL,
    lon                  REAL NOT NULL,
    lat                  REAL NOT NULL,
    pin                  TEXT NOT NULL,

    rent_state           TEXT NOT NULL,
    rent_yen             INTEGER,
    tax                  TEXT NOT NULL,
    common_fee_state     TEXT NOT NULL,
    common_fee_yen       INTEGER,
    deposit_state        TEXT NOT NULL,
    deposit_yen          INTEGER,
    deposit_months       REAL,
    amortisation_percent REAL,
    amortisation_months  REAL,
    key_money_state      TEXT NOT NULL,
    key_money_yen        INTEGER,
    key_money_months     REAL,
    fixtures_price_state TEXT NOT NULL,
    fixtures_price_yen   INTEGER,
    renewal_fee_state    TEXT NOT NULL,
    renewal_fee_yen      INTEGER,
    renewal_fee_months   REAL,
    free_rent_months     REAL,
    lease                TEXT NOT NULL,
    lease_months         INTEGER,

    area_m2              REAL,
    storey_lowest        INTEGER,
    storey_highest       INTEGER,
    building_storeys     INTEGER,
    frontage_m           REAL,
    ceiling_m            REAL,
    floor_load_kg_m2     INTEGER,
    built_year           INTEGER,
    condition            TEXT NOT NULL,
    cooking              TEXT NOT NULL,
    power_kw             REAL,
    three_phase          INTEGER CHECK (three_phase IN (0, 1)),
    gas                  INTEGER CHECK (gas IN (0, 1)),
    water                INTEGER CHECK (water IN (0, 1)),
    exhaust              INTEGER CHECK (exhaust IN (0, 1)),
    toilet               INTEGER CHECK (toilet IN (0, 1)),
    loading              INTEGER CHECK (loading IN (0, 1)),
    parking              INTEGER,

    handover             TEXT NOT NULL CHECK (handover IN ('now', 'negotiable', 'from')),
    handover_from        TEXT,
    offered_by           TEXT NOT NULL,
    licence_number       TEXT,
    registered_on        TEXT NOT NULL,
    updated_on           TEXT NOT NULL,
    next_update_on       TEXT NOT NULL,
    synthetic            INTEGER NOT NULL CHECK (synthetic IN (0, 1)),

    CHECK (rent_state IN ('amount', 'negotiable', 'unstated')),
    CHECK ((rent_state = 'amount') = (rent_yen IS NOT NULL)),
    CHECK ((common_fee_state = 'amount') = (common_fee_yen IS NOT NULL)),
    CHECK ((fixtures_price_state = 'amount') = (fixtures_price_yen IS NOT NULL)),
    CHECK ((deposit_state = 'amount') = (coalesce(deposit_yen, deposit_months) IS NOT NULL)),
    CHECK ((key_money_state = 'amount') = (coalesce(key_money_yen, key_money_months) IS NOT NULL)),
    CHECK ((renewal_fee_state = 'amount') = (coalesce(renewal_fee_yen, renewal_fee_months) IS NOT NULL)),
    CHECK ((storey_lowest IS NULL) = (storey_highest IS NULL)),
    CHECK ((handover = 'from') = (handover_from IS NOT NULL))
) STRICT;
CREATE INDEX listing_by_state ON listing (state, updated_on);

CREATE TABLE photo (
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    alt        TEXT NOT NULL,
    PRIMARY KEY (listing_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trade (
    listing_id INTEGER NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (listing_id, position)
) STRICT, WITHOUT ROWID;

-- What changed, numbered from 1 without gaps in the order of commits. It names the listing or the
-- layer and never says what is in it. No foreign key: a listing may be gone while its history stays.
CREATE TABLE change (
    seq        INTEGER PRIMARY KEY,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    layer      TEXT,
    listing_id INTEGER,
    CHECK ((layer IS NULL) <> (listing_id IS NULL))
) STRICT;

-- The log only grows.
CREATE TRIGGER change_is_never_rewritten BEFORE UPDATE ON change
BEGIN
    SELECT raise(ABORT, 'the change log only grows');
END;
CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
BEGIN
    SELECT raise(ABORT, 'the change log only grows');
END;
