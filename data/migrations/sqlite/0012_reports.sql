-- 誤りを報告: what somebody says is wrong with a listing. What they wrote, and where they may be answered, stands only
-- in `report_content`, encrypted, and is erased once somebody has seen to it.

CREATE TABLE report (
    id         INTEGER PRIMARY KEY,
    listing_id INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    done_by    INTEGER,
    done_ms    INTEGER,
    CHECK ((done_by IS NULL) = (done_ms IS NULL))
) STRICT;
CREATE INDEX report_by_done ON report (done_ms, created_ms);

-- Personal data.
CREATE TABLE report_content (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    sealed    BLOB NOT NULL
) STRICT;
