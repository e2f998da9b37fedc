-- With what people prove who they are. Times are milliseconds since 1970.

-- When the person in a session last proved to be that person; NULL for not yet.
ALTER TABLE session ADD COLUMN proved_at INTEGER;

-- Apps that work out numbers. The secret lies here as it is, since the numbers are worked out from
-- it. confirmed_at is NULL until the app gave a right number; last_step was used last.
CREATE TABLE app (
    name         TEXT PRIMARY KEY,
    secret       BLOB NOT NULL,
    confirmed_at INTEGER,
    last_step    INTEGER NOT NULL
) STRICT;

-- Public keys whose private halves phones and computers keep. id is base64url.
CREATE TABLE passkey (
    id         TEXT PRIMARY KEY,
    name       TEXT    NOT NULL,
    label      TEXT    NOT NULL,
    credential BLOB    NOT NULL,
    sign_count INTEGER NOT NULL,
    added_at   INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

CREATE INDEX passkey_of_account ON passkey (name, added_at);
