package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What lies in the data folders when everything has ended: only what belongs there.
final class LeftFiles {
    /// OpenCV's library is unpacked once and used by each start; half of it, under its one name, is
    /// written over by the next.
    private static final Pattern GATE =
            Pattern.compile(
                    "gate\\.db|gate\\.lock|keys/(log-signing\\.pem|hub-link\\.pem|rules-keys)"
                            + "|last-good-site\\.yaml|pictures/(sent/)?[0-9a-f]{64}\\.jpg"
                            + "|last-good-rules|numbers|starts"
                            + "|simulated-clock|tmp/native/libopencv_java\\d+\\.so(\\.tmp)?");

    private static final Pattern HUB =
            Pattern.compile(
                    "hub\\.db|hub\\.lock|run/hub\\.json|rounds/codes\\.key|trust/[a-z-]+\\.(pem|p12|crt|crl|key)"
                            + "|trust/devices/[a-z-]+/[a-z-]+/(certificate\\.pem|log-key)"
                            + "|pictures/[0-9a-f]{2}/[0-9a-f]{64}\\.jpg|broker/.*");

    private LeftFiles() {}

    /// The files of a gate that nobody needs.
    static List<String> ofGate(Path data) throws IOException {
        return left(data, GATE);
    }

    /// The files of a hub that nobody needs.
    static List<String> ofHub(Path data) throws IOException {
        return left(data, HUB);
    }

    private static List<String> left(Path data, Pattern expected) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> data.relativize(path).toString())
                    .filter(name -> !expected.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }
}
