package org.menfang.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What became of one test in the guest.
///
/// @param test its name
/// @param fault why it failed; none if it passed
record GuestResult(String test, @Nullable String fault) {
    private static final String BETWEEN = "\t";

    /// One line that tells it.
    String line() {
        return test + BETWEEN + (fault == null ? "" : encoded(fault)) + "\n";
    }

    static GuestResult in(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new GuestResult(
                parts[0],
                parts[1].isEmpty()
                        ? null
                        : new String(Base64.getDecoder().decode(parts[1]), UTF_8));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
