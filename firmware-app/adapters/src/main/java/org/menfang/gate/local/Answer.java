package org.menfang.gate.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.rules.signed.SignedRules;

/// An answer as it goes over the socket: one line, and the bytes that it announces.
///
/// @param line `words LENGTH`, `event LENGTH`, `plain LENGTH`, `signed LENGTH`, `not-kept`, or
///   `unreadable WHY`
@SuppressWarnings("ArrayRecordComponent") // It is written or taken apart, never compared.
record Answer(String line, byte[] bytes) {
    static final int LINE_BYTES_MAX = 400;

    private static final int BYTES_MAX = SignedRules.BYTES_MAX;
    private static final String EVENT = "event";
    private static final String WORDS = "words";
    private static final String NOT_KEPT = "not-kept";
    private static final String UNREADABLE = "unreadable ";

    static Answer of(EventSearch search) {
        return switch (search) {
            case EventSearch.Found(String text) -> of(EVENT, text.getBytes(StandardCharsets.UTF_8));
            case EventSearch.NotKept() -> of(NOT_KEPT);
            case EventSearch.Unreadable(String why) -> unreadable(why);
        };
    }

    static Answer of(RuleSearch search) {
        return switch (search) {
            case RuleSearch.Found(RuleParcel parcel) ->
                    of(parcel.form().name().toLowerCase(Locale.ROOT), parcel.bytes());
            case RuleSearch.NotKept() -> of(NOT_KEPT);
            case RuleSearch.Unreadable(String why) -> unreadable(why);
        };
    }

    static Answer words(String text) {
        return of(WORDS, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer unreadable(String why) {
        String line = why.replace('\n', ' ');
        return of(UNREADABLE + line.substring(0, Math.min(line.length(), LINE_BYTES_MAX / 4)));
    }

    void write(OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    static Answer read(InputStream in) throws IOException {
        String line = line(in, LINE_BYTES_MAX);
        int space = line.indexOf(' ');
        if (space < 0 || line.startsWith(UNREADABLE)) {
            return of(line);
        }
        try {
            int length = Integer.parseInt(line.substring(space + 1));
            if (length < 0 || length > BYTES_MAX) {
                throw new IOException("an answer of " + length + " bytes");
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("the answer broke off");
            }
            return new Answer(line.substring(0, space), bytes);
        } catch (NumberFormatException e) {
            throw new IOException("not an answer: " + line, e);
        }
    }

    /// Reads a line without its end.
    static String line(InputStream in, int bytesMax) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() == bytesMax) {
                throw new EOFException("a line without an end");
            }
            line.append((char) next);
        }
        return new String(
                line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    EventSearch event() {
        return switch (line) {
            case EVENT -> new EventSearch.Found(new String(bytes, StandardCharsets.UTF_8));
            case NOT_KEPT -> new EventSearch.NotKept();
            default -> new EventSearch.Unreadable(why());
        };
    }

    /// What was said in words; empty if nothing was.
    Optional<String> words() {
        return line.equals(WORDS)
                ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    RuleSearch rules() {
        for (RuleParcel.Form form : RuleParcel.Form.values()) {
            if (line.equals(form.name().toLowerCase(Locale.ROOT))) {
                return new RuleSearch.Found(new RuleParcel(form, bytes));
            }
        }
        return line.equals(NOT_KEPT) ? new RuleSearch.NotKept() : new RuleSearch.Unreadable(why());
    }

    String why() {
        return line.startsWith(UNREADABLE) ? line.substring(UNREADABLE.length()) : line;
    }

    private static Answer of(String line) {
        return new Answer(line, new byte[0]);
    }

    private static Answer of(String word, byte[] bytes) {
        return new Answer(word + " " + bytes.length, bytes);
    }
}
