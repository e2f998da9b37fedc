package org.menfang.gate.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;
import picocli.CommandLine;

/// What the build wrote down about this program.
///
/// @param madeAt when it was made; a clock that is behind it is wrong
record Build(String version, Instant madeAt) {
    static Build current() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is not packaged");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(
                properties.getProperty("version", ""),
                Instant.parse(properties.getProperty("made-at", "")));
    }

    /// Tells the version on the command line.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"menfang gate " + current().version()};
        }
    }
}
