-- How long each gate was online, by day of the compound's calendar (days since 1970), in
-- milliseconds; watched is how long the hub itself was there to see.
CREATE TABLE uptime (
    compound TEXT    NOT NULL,
    gate     TEXT    NOT NULL,
    day      INTEGER NOT NULL,
    watched  INTEGER NOT NULL,
    online   INTEGER NOT NULL,
    PRIMARY KEY (compound, gate, day)
) STRICT, WITHOUT ROWID;

-- Finds whether an alarm that is kept still shows a picture.
CREATE INDEX alarm_picture ON event (gate, json_extract(text, '$.data.picture'))
WHERE stream = 1;

CREATE INDEX picture_file ON picture (digest);

-- Files of pictures that nothing refers to any more, until they are deleted.
CREATE TABLE dropped_picture (
    digest BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
