package org.menfang.vocabulary;

/// How much somebody has to show at an access point.
public enum SecurityLevel {
    /// A card, a tag, a pass or a PIN.
    ONE_FACTOR,
    /// A card or a tag, and then its PIN. A pass that rotates counts as both.
    CARD_AND_PIN
}
