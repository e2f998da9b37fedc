-- Rule sets as they came, instead of tables of their parts.
--
-- What stood in the tables is not carried over, since it was never the bytes that somebody signed
-- or checked. Only the version stays, so that no older set can take the place of what was in force.
CREATE TABLE rule_in_force (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

INSERT INTO rule_in_force(id, version) SELECT 1, version FROM rule_set;

DROP TABLE credential;
DROP TABLE holder_profile;
DROP TABLE holder;
DROP TABLE household;
DROP TABLE policy;
DROP TABLE profile;
DROP TABLE period;
DROP TABLE schedule;
DROP TABLE rule_set;

-- The sets that are kept, to decide by and to explain old decisions. A set is here once all of its
-- pieces are; pieces whose place has no set are left over and are swept away.
-- digest is that of the bytes, text_digest that of the JSON text in them.
CREATE TABLE rule_set (
    place       INTEGER PRIMARY KEY CHECK (place >= 1),
    version     INTEGER NOT NULL UNIQUE CHECK (version >= 1),
    form        TEXT NOT NULL CHECK (form IN ('plain', 'signed')),
    bytes       INTEGER NOT NULL CHECK (bytes >= 1),
    digest      TEXT NOT NULL CHECK (length(digest) = 64),
    text_digest TEXT NOT NULL CHECK (length(text_digest) = 64)
) STRICT;

CREATE TABLE rule_piece (
    place INTEGER NOT NULL CHECK (place >= 1),
    piece INTEGER NOT NULL CHECK (piece >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (place, piece)
) STRICT;
