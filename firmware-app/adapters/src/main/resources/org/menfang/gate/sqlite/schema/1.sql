-- What a gate must still know after a restart. One row.
CREATE TABLE gate (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    boot          INTEGER NOT NULL CHECK (boot >= 0),
    memory        TEXT NOT NULL,
    memory_digest TEXT NOT NULL
) STRICT;

INSERT INTO gate(id, boot, memory, memory_digest) VALUES (1, 0, '', '');

-- How far the hub holds each stream, and how far it was dropped.
-- dropped_hash is what the last dropped event hashed to: the first one left refers to it.
-- told_seq is the last dropped event that an event speaks of.
CREATE TABLE stream (
    name             TEXT PRIMARY KEY CHECK (name IN ('events', 'alarms')),
    acknowledged_seq INTEGER NOT NULL CHECK (acknowledged_seq >= 0),
    dropped_seq      INTEGER NOT NULL CHECK (dropped_seq >= 0),
    dropped_hash     TEXT NOT NULL CHECK (length(dropped_hash) = 64),
    told_seq         INTEGER NOT NULL CHECK (told_seq BETWEEN 0 AND dropped_seq)
) STRICT, WITHOUT ROWID;

INSERT INTO stream(name, acknowledged_seq, dropped_seq, dropped_hash, told_seq)
VALUES ('events', 0, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0),
       ('alarms', 0, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);

-- The two streams: the canonical text of each event and what it hashes to.
CREATE TABLE events (
    seq  INTEGER PRIMARY KEY CHECK (seq >= 1),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    text TEXT NOT NULL
) STRICT;

CREATE TABLE alarms (
    seq  INTEGER PRIMARY KEY CHECK (seq >= 1),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    text TEXT NOT NULL
) STRICT;

-- The rule set in force. No row: none yet. The digest covers all tables below.
CREATE TABLE rule_set (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    compound TEXT NOT NULL,
    version  INTEGER NOT NULL CHECK (version >= 1),
    digest   TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

CREATE TABLE schedule (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- days: one bit for each day of the week, Monday the lowest.
CREATE TABLE period (
    schedule     TEXT NOT NULL REFERENCES schedule,
    position     INTEGER NOT NULL CHECK (position >= 0),
    days         INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127),
    from_minute  INTEGER NOT NULL CHECK (from_minute >= 0),
    until_minute INTEGER NOT NULL CHECK (until_minute > from_minute AND until_minute <= 1440),
    PRIMARY KEY (schedule, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    profile      TEXT NOT NULL REFERENCES profile,
    position     INTEGER NOT NULL CHECK (position >= 0),
    access_point TEXT NOT NULL,
    schedule     TEXT NOT NULL REFERENCES schedule,
    PRIMARY KEY (profile, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE household (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE holder (
    id             TEXT PRIMARY KEY,
    kind           TEXT NOT NULL,
    household      TEXT REFERENCES household,
    suspended      INTEGER NOT NULL CHECK (suspended IN (0, 1)),
    extended_times INTEGER NOT NULL CHECK (extended_times IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE holder_profile (
    holder   TEXT NOT NULL REFERENCES holder,
    position INTEGER NOT NULL CHECK (position >= 0),
    profile  TEXT NOT NULL REFERENCES profile,
    PRIMARY KEY (holder, position)
) STRICT, WITHOUT ROWID;

-- Validity in whole minutes since 1970-01-01T00:00Z.
CREATE TABLE credential (
    identifier   TEXT PRIMARY KEY,
    holder       TEXT NOT NULL REFERENCES holder,
    status       TEXT NOT NULL,
    valid_from   INTEGER,
    valid_until  INTEGER,
    CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until)
) STRICT, WITHOUT ROWID;
