-- Who may sign in. Times are milliseconds since 1970.

-- password_hash is Argon2id in its usual text form; NULL until a password was set.
CREATE TABLE account (
    name          TEXT PRIMARY KEY,
    since         INTEGER NOT NULL,
    password_hash TEXT
) STRICT;

-- id is the SHA-256 of the secret that the browser holds.
CREATE TABLE session (
    id       TEXT PRIMARY KEY,
    name     TEXT    NOT NULL REFERENCES account (name),
    begun_at INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX session_of_account ON session (name, seen_at);

-- Wrong passwords and codes. key is the SHA-256 of what they are counted for.
CREATE TABLE tries (
    key   TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    last  INTEGER NOT NULL
) STRICT;

CREATE INDEX tries_by_age ON tries (last);
