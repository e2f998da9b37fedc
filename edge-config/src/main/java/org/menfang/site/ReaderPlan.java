package org.menfang.site;

import org.menfang.vocabulary.ReaderId;

/// A device that reads credentials.
///
/// @param format what the bits of its cards mean
/// @param keypad whether it has keys, so that a PIN can be asked for
/// @param codes whether it reads QR codes or the text of tags
/// @param connection how it hangs on the gate
public record ReaderPlan(
        ReaderId id,
        String name,
        CardFormat format,
        boolean keypad,
        boolean codes,
        ReaderConnection connection) {
    /// One whose connection nobody says.
    public ReaderPlan(ReaderId id, String name, CardFormat format, boolean keypad, boolean codes) {
        this(id, name, format, keypad, codes, new ReaderConnection.Unsaid());
    }
}
