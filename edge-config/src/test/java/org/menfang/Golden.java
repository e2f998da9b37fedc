package org.menfang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what we write with a file that a person has looked at.
///
/// What was written this time is always left under `target/golden`, so that a wanted change is one
/// copy away.
public final class Golden {
    private static final Path EXPECTED = Path.of("src/test/resources");
    private static final Path WRITTEN = Path.of("target/golden");

    private Golden() {}

    /// @param name path of the golden file under the test resources
    public static void check(String name, String written) {
        try {
            Path copy = WRITTEN.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, written);
            Path expected = EXPECTED.resolve(name);
            assertEquals(Files.exists(expected) ? Files.readString(expected) : "", written, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
