-- Numbers that no event of this database has, since a lost one may have given them to others.
-- told: whether an event speaks of them. why: what that event says.
CREATE TABLE skipped (
    stream   TEXT NOT NULL CHECK (stream IN ('events', 'alarms')),
    from_seq INTEGER NOT NULL CHECK (from_seq >= 1),
    to_seq   INTEGER NOT NULL CHECK (to_seq >= from_seq),
    why      TEXT NOT NULL,
    told     INTEGER NOT NULL CHECK (told IN (0, 1)),
    PRIMARY KEY (stream, from_seq)
) STRICT, WITHOUT ROWID;
