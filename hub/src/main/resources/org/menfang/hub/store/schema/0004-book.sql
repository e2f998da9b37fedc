-- What people at the hub did, each line once, in order; nothing here is ever changed or removed.
-- hash is SHA-256 of text, which carries the hash of the line before it.
CREATE TABLE entry (
    seq  INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    text TEXT NOT NULL
) STRICT;
