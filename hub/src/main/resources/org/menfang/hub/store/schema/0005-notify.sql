-- What people are to be told. Times are milliseconds since 1970.

-- One notice on one way, until it was sent. number is given by the hub.
CREATE TABLE message (
    number    INTEGER PRIMARY KEY,
    way       TEXT    NOT NULL,
    topic     TEXT    NOT NULL,
    urgency   TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    made_at   INTEGER NOT NULL,
    use_until INTEGER NOT NULL,
    tries     INTEGER NOT NULL,
    next_at   INTEGER NOT NULL
) STRICT;

-- How each way did last.
CREATE TABLE way_trace (
    way          TEXT PRIMARY KEY,
    succeeded_at INTEGER,
    failed_at    INTEGER,
    failure      TEXT,
    detail       TEXT NOT NULL
) STRICT;

-- Where each way leads: addresses of robots, telephone numbers, keys. Secret; nothing else names
-- them, and no page shows them again.
CREATE TABLE way_address (
    way      TEXT PRIMARY KEY,
    target   TEXT NOT NULL,
    secret   TEXT NOT NULL,
    template TEXT NOT NULL
) STRICT;
