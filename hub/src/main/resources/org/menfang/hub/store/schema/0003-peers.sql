-- Finds what counts for the other gates of a compound among all that a gate wrote.
CREATE INDEX event_for_peers ON event (gate, seq)
WHERE stream = 0
  AND json_extract(text, '$.type') IN (
    'org.menfang.access-granted',
    'org.menfang.access-taken',
    'org.menfang.access-not-taken',
    'org.menfang.place-forgiven');
