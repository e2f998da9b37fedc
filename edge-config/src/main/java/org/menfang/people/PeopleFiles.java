package org.menfang.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where people come from: a CSV file in UTF-8 with the columns `holder`, `name`, `household` and
/// `address`, in any order.
public final class PeopleFiles {
    /// Longest file that is read: 201,000 residents of about 100 bytes each, and room to spare.
    public static final int BYTES_MAX = 64 * 1024 * 1024;

    public static final int PEOPLE_MAX = 300_000;

    /// Most faults that are told of one file.
    public static final int FAULTS_MAX = 100;

    private PeopleFiles() {}

    /// Reads and checks a file.
    public static PeopleCheck check(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            return bytes.length > BYTES_MAX
                    ? bad(0, PeopleFaultCode.TOO_LONG, Integer.toString(BYTES_MAX))
                    : check(bytes);
        } catch (IOException e) {
            return bad(0, PeopleFaultCode.FILE_UNREADABLE, e.getClass().getSimpleName());
        }
    }

    /// Reads and checks a text in UTF-8, with or without a byte order mark.
    public static PeopleCheck check(byte[] utf8) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(utf8))
                            .toString();
            return new PeopleText().read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return bad(lineOfFirstBadByte(utf8), PeopleFaultCode.NOT_UTF_8);
        }
    }

    private static long lineOfFirstBadByte(byte[] utf8) {
        String lenient = new String(utf8, StandardCharsets.UTF_8);
        int bad = Math.max(0, lenient.indexOf('\uFFFD'));
        return lenient.substring(0, bad).chars().filter(c -> c == '\n').count() + 1;
    }

    static PeopleCheck bad(long line, PeopleFaultCode code, String... arguments) {
        return new PeopleCheck.Bad(
                List.of(new PeopleFault(line, 0, code, List.of(arguments), Optional.empty())));
    }
}
