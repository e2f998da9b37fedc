package org.menfang.hub.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.OperatorName;

/// One request for a page, from somebody who has the right to it.
public interface Visit {
    /// Who is signed in.
    ///
    /// @throws IllegalStateException on a page that is open to everybody
    OperatorName who();

    /// Whether the visitor has a right; nobody who is not signed in has any.
    boolean may(Right right);

    Language language();

    /// A text in the language of the visitor.
    String text(String key);

    /// A text in the language of the visitor, or another where there is none under the key.
    default String textOr(String key, String otherwise) {
        return otherwise;
    }

    Instant now();

    /// The time zone of the compound, in which people read times.
    ZoneId zone();

    /// A part of the address that the page declared as `{name}`.
    String path(String name);

    /// A part of the address after the question mark; empty if it is not there.
    String query(String name);

    /// The whole address of a page of ours, as somebody needs it who is not here yet: for a QR code
    /// and for paper.
    ///
    /// @param path begins with a slash
    String address(String path);

    /// A field of a form without white space around it; empty if it is not there.
    String field(String name);

    /// All values of a field that may come more than once.
    List<String> fields(String name);

    /// A file of a form; empty if there is none, or an empty one. A form with a file of more than
    /// {@link Upload#BYTES_MAX} never comes here: it is refused before.
    Optional<Upload> upload(String name);

    /// What was sent, as it came: the JSON that the patrol app sends.
    byte[] body();

    /// A file that came with a form.
    ///
    /// @param bytes 1 to {@link Upload#BYTES_MAX}
    @SuppressWarnings("ArrayRecordComponent") // A file is handed over, never compared.
    record Upload(String fileName, byte[] bytes) {
        public static final int BYTES_MAX = 8 * 1024 * 1024;

        public Upload {
            if (bytes.length == 0 || bytes.length > BYTES_MAX) {
                throw new IllegalArgumentException("a file of " + bytes.length + " bytes");
            }
        }
    }
}
