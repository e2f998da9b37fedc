package org.menfang.vocabulary;

/// What kind of proof a credential is, from the weakest to the strongest. The rules may limit what
/// a class opens, and when.
public enum CredentialClass {
    /// A number that any copying shop writes to a blank card: 125 kHz, or the serial number of a
    /// chip.
    PLAIN_NUMBER,
    /// A number kept in a sector of a MIFARE Classic chip: copied with more trouble.
    SECTOR_NUMBER,
    /// Digits that somebody knows.
    PIN,
    /// A signed pass on paper: whoever has a picture of it has it.
    PAPER_PASS,
    /// A signed pass on a phone that shows a new code every 30 s: a picture of it dies.
    ROTATING_PASS,
    /// A chip that signs each reading with a counter: NTAG 424 DNA "SUN".
    SIGNED_TAG
}
