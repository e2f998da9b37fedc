-- The ledger: what the gate knows of holders, households, passes and cards, one row for each kind
-- and subject. data is JSON; check_sum is the CRC-32 of the other three.
CREATE TABLE ledger (
    kind      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    data      TEXT NOT NULL,
    check_sum INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
