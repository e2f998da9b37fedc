package org.menfang.hub.household;

/// A pass as its visitor sees it.
///
/// @param svg the dark modules of its QR code
/// @param modules the length of a side of it
/// @param digits its PIN, in groups; empty for none
/// @param goodUntil how long a code that changes is good, to the second; empty for one that stays
/// @param state why it does not open; empty while it does or will
public record PassView(
        String id,
        String svg,
        int modules,
        String digits,
        String from,
        String until,
        String places,
        String uses,
        String goodUntil,
        String state) {
    /// Whether the code changes, so that the page has to be shown anew.
    public boolean rotates() {
        return !goodUntil.isEmpty();
    }
}
