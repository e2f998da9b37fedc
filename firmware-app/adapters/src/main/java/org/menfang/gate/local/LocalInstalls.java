package org.menfang.gate.local;

import java.util.Optional;
import java.util.OptionalInt;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.hardware.ReaderInstalls.Progress;
import org.menfang.vocabulary.ReaderId;

/// What is asked and answered on the socket about the keys of readers: `install READER`, `install
/// READER ADDRESS`, and `installing READER`.
record LocalInstalls(ReaderInstalls installs) {
    static final String BEGIN = "install";
    static final String PROGRESS = "installing";

    private static final int ADDRESS_MAX = 126;

    static boolean isMeant(String[] words) {
        return words[0].equals(BEGIN) || words[0].equals(PROGRESS);
    }

    Answer answer(String[] words) {
        try {
            ReaderId reader = new ReaderId(words.length > 1 ? words[1] : "");
            return words[0].equals(BEGIN) ? begin(reader, words) : progress(reader);
        } catch (IllegalArgumentException e) {
            return Answer.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Answer begin(ReaderId reader, String[] words) {
        OptionalInt foundAt = OptionalInt.empty();
        if (words.length > 2) {
            int address = Integer.parseInt(words[2]);
            if (address < 0 || address > ADDRESS_MAX) {
                return Answer.unreadable("an address is 0 to " + ADDRESS_MAX);
            }
            foundAt = OptionalInt.of(address);
        }
        return installs.beginInstall(reader, foundAt)
                .map(Answer::unreadable)
                .orElseGet(() -> Answer.words(""));
    }

    private Answer progress(ReaderId reader) {
        return installs.progress(reader)
                .map(now -> Answer.words(now.running() + " " + now.online() + " " + now.fault()))
                .orElseGet(() -> Answer.unreadable("there is no such reader"));
    }

    /// Reads what {@link #progress} wrote.
    static Optional<Progress> progress(String text) {
        String[] words = text.split(" ", 3);
        return words.length < 3
                ? Optional.empty()
                : Optional.of(
                        new Progress(
                                Boolean.parseBoolean(words[0]),
                                Boolean.parseBoolean(words[1]),
                                words[2]));
    }
}
