package org.menfang.site;

import org.menfang.vocabulary.ReaderId;

/// A device that reads credentials.
///
/// @param keypad whether it has keys, so that a PIN can be asked for
/// @param codes whether it reads QR codes or the text of tags
public record ReaderPlan(
        ReaderId id, String name, CardFormat format, boolean keypad, boolean codes) {
    /// What a reader's bits mean.
    public enum CardFormat {
        /// 26 bits: even parity, 8 bits facility, 16 bits number, odd parity.
        WIEGAND_26,
        /// 34 bits: even parity, 32 bits number, odd parity.
        WIEGAND_34
    }
}
