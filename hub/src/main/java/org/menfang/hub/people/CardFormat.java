package org.menfang.hub.people;

import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;

/// What kind of card a reader read, and whether the hub can give it to somebody.
///
/// @param type what the rules call it
public record CardFormat(CredentialClass type, Use use) {
    private static final String TAG = "ntag-424:";
    private static final String PIN = "pin:";
    private static final String PASS = "pass:";
    private static final int TAIL_CHARS = 4;

    /// Whether it can be given.
    public enum Use {
        /// It can, but in the street it is copied for 9 to 20 yuan: a plain number.
        COPIED_IN_THE_STREET,
        /// It needs a key that was made for it: a technician sets it up.
        NEEDS_KEY,
        /// It is no card: digits, or a signed pass.
        NO_CARD
    }

    static CardFormat of(CredentialIdentifier card) {
        if (card.value().startsWith(TAG)) {
            return new CardFormat(CredentialClass.SIGNED_TAG, Use.NEEDS_KEY);
        }
        if (card.value().startsWith(PIN) || card.value().startsWith(PASS)) {
            return new CardFormat(CredentialClass.PIN, Use.NO_CARD);
        }
        // A reader that tells a number proves nothing more, whatever chip it came from.
        return new CardFormat(CredentialClass.PLAIN_NUMBER, Use.COPIED_IN_THE_STREET);
    }

    /// What people are told of a card: its last four signs.
    public static String tail(CredentialIdentifier card) {
        String number = card.value().substring(card.value().indexOf(':') + 1).replace(":", "");
        return number.substring(Math.max(0, number.length() - TAIL_CHARS));
    }
}
