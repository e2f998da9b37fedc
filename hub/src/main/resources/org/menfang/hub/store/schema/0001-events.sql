-- What gates wrote, each event once.

CREATE TABLE gate (
    id       INTEGER PRIMARY KEY,
    compound TEXT NOT NULL,
    gate     TEXT NOT NULL,
    UNIQUE (compound, gate)
) STRICT;

-- number counts the events of all gates in the order in which they were stored.
-- stream: 0 events, 1 alarms. hash is SHA-256 of text. heard_at: milliseconds since 1970.
CREATE TABLE event (
    number   INTEGER PRIMARY KEY,
    gate     INTEGER NOT NULL REFERENCES gate (id),
    stream   INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    hash     BLOB    NOT NULL,
    heard_at INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    UNIQUE (gate, stream, seq)
) STRICT;

CREATE INDEX event_log ON event (number) WHERE stream = 0;

-- Where the hash chain of a stream is not whole: events from_seq .. to_seq are missing, or (where
-- to_seq is smaller than from_seq) the event from_seq does not follow the one before it.
CREATE TABLE chain_gap (
    gate     INTEGER NOT NULL REFERENCES gate (id),
    stream   INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq   INTEGER NOT NULL,
    why      TEXT    NOT NULL,
    found_at INTEGER NOT NULL,
    PRIMARY KEY (gate, stream, from_seq)
) STRICT, WITHOUT ROWID;

-- The pictures that gates said they took.
CREATE TABLE picture (
    gate    INTEGER NOT NULL REFERENCES gate (id),
    picture INTEGER NOT NULL,
    digest  BLOB    NOT NULL,
    PRIMARY KEY (gate, picture)
) STRICT, WITHOUT ROWID;

-- Open alarms, and of the hub's own also those that ended (their numbers are never used again).
CREATE TABLE alarm (
    gate            INTEGER NOT NULL REFERENCES gate (id),
    by_hub          INTEGER NOT NULL,
    alarm           INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    source_kind     TEXT    NOT NULL,
    source          TEXT    NOT NULL,
    detail          TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    raised_at       INTEGER NOT NULL,
    heard_at        INTEGER NOT NULL,
    times           INTEGER NOT NULL,
    acknowledged_by TEXT,
    picture         INTEGER,
    PRIMARY KEY (gate, by_hub, alarm)
) STRICT, WITHOUT ROWID;

-- What came and could not be taken. The oldest rows make room for new ones.
CREATE TABLE quarantine (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    heard_at INTEGER NOT NULL,
    topic    TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    payload  BLOB    NOT NULL
) STRICT;

-- Names of holders; they are at the hub only. An empty compound stands for any.
CREATE TABLE person (
    compound  TEXT NOT NULL,
    holder    TEXT NOT NULL,
    name      TEXT NOT NULL,
    household TEXT NOT NULL,
    address   TEXT NOT NULL,
    PRIMARY KEY (compound, holder)
) STRICT, WITHOUT ROWID;

-- Changes with every import, so that a running hub sees it.
CREATE TABLE people_version (
    version INTEGER NOT NULL
) STRICT;

INSERT INTO people_version (version) VALUES (0);
