package org.menfang.rules.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.site.Site;

/// Where rule sets are read from.
public final class RuleSetFiles {
    /// Longest rule set that is read: 300,000 credentials and holders of about 250 bytes each.
    public static final long BYTES_MAX = 160L * 1024 * 1024;

    /// Most faults that are told of one file.
    public static final int FAULTS_MAX = 100;

    private RuleSetFiles() {}

    /// Reads and checks a file.
    public static RuleSetCheck check(Path file) {
        return read(file, null);
    }

    /// Reads a file, and checks it as the gate of a site would.
    public static RuleSetCheck check(Path file, Site site) {
        return read(file, site);
    }

    /// Reads and checks a text in UTF-8, such as {@link org.menfang.json.Json#write} makes of a
    /// rule set.
    public static RuleSetCheck check(InputStream utf8) {
        return new RuleSetText().read(utf8, null);
    }

    /// Reads a text in UTF-8, and checks it as the gate of a site would.
    public static RuleSetCheck check(InputStream utf8, Site site) {
        return new RuleSetText().read(utf8, site);
    }

    private static RuleSetCheck read(Path file, @Nullable Site site) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                return new RuleSetCheck.Bad(
                        List.of(whole(RuleFaultCode.TOO_LONG, Long.toString(BYTES_MAX))));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return new RuleSetText().read(in, site);
            }
        } catch (IOException e) {
            return new RuleSetCheck.Bad(
                    List.of(whole(RuleFaultCode.FILE_UNREADABLE, e.getClass().getSimpleName())));
        }
    }

    private static RuleFault whole(RuleFaultCode code, String argument) {
        return new RuleFault(0, 0, "", code, List.of(argument));
    }
}
