package org.menfang.gate.local;

import java.io.IOException;

/// What is asked and answered on the socket about copying the database: `hold`, and `release
/// NUMBER`.
record LocalHold(HeldFile file) {
    static final String HOLD = "hold";
    static final String RELEASE = "release";

    static boolean isMeant(String[] words) {
        return words[0].equals(HOLD) || words[0].equals(RELEASE);
    }

    Answer answer(String[] words) {
        try {
            if (words[0].equals(HOLD)) {
                return Answer.words(Long.toString(file.hold()));
            }
            long number = Long.parseLong(words.length > 1 ? words[1] : "");
            return Answer.words(Boolean.toString(file.release(number)));
        } catch (IOException | NumberFormatException e) {
            return Answer.unreadable(String.valueOf(e.getMessage()));
        }
    }
}
