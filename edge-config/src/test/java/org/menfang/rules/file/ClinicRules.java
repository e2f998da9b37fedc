package org.menfang.rules.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;

/// The example of a rules file, its site, and both with changes.
final class ClinicRules {
    static final Path FILE = Path.of("rules/clinic.json");
    private static final Path SITE = Path.of("sites/clinic.yaml");

    private ClinicRules() {}

    static String text() {
        return read(FILE);
    }

    static Site site() {
        return site(read(SITE));
    }

    /// The site with a reader at the way out by the north gate.
    ///
    /// @param button whether the exit button stays beside it
    static Site siteWithReaderAtExit(boolean button) {
        String reader =
                "north-exit: {door: north-gate, from: yard, to: street, reader: exit-reader}";
        String changed =
                changed(
                        read(SITE),
                        "  shed-reader:",
                        "  exit-reader: {name: 北门出口, format: wiegand-26, keypad: true, codes: true}\n"
                                + "  shed-reader:");
        if (button) {
            return site(changed(changed, "  north-out:", "  " + reader + "\n  north-out:"));
        }
        String way = "north-out: {door: north-gate, from: yard, to: street, rex: true}";
        String pin = "  north-out.rex:         {line: 16, active: low, pull: up, debounce: 20ms}\n";
        return site(changed(changed(changed, way, reader), pin, ""));
    }

    static String changed(String text, String from, String to) {
        assertTrue(text.contains(from), "there is no " + from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    static RuleSetCheck check(String text, Site site) {
        return RuleSetFiles.check(new ByteArrayInputStream(text.getBytes(UTF_8)), site);
    }

    static List<RuleFault> faults(String text, Site site) {
        return switch (check(text, site)) {
            case RuleSetCheck.Good _ -> List.of();
            case RuleSetCheck.Bad(List<RuleFault> faults) -> faults;
        };
    }

    /// So many PINs that open alone, as elements of the list of credentials.
    static String pins(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i ->
                        "{\"identifier\": \"pin:%016X\", \"holder\": \"h-005\", \"type\": \"PIN\", \"status\": \"ACTIVE\"}"
                                .formatted(i))
                .collect(Collectors.joining(", "));
    }

    private static Site site(String text) {
        try {
            Path file = Files.createTempFile(Path.of("target"), "site", ".yaml");
            Files.writeString(file, text);
            return assertInstanceOf(SiteCheck.Good.class, SiteFiles.check(file)).site();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
