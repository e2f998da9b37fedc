package org.menfang.sim.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.vocabulary.HolderId;

/// Keeps how often each tag has been tapped, since a tag goes on counting while the gate is off.
final class TagFile {
    private static final System.Logger LOG = System.getLogger(TagFile.class.getName());

    private final Path file;

    TagFile(Path dataFolder) {
        file = dataFolder.resolve("simulated-tags");
    }

    /// What was kept; empty at first.
    Map<HolderId, Integer> resume() {
        Map<HolderId, Integer> counters = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int space = line.indexOf(' ');
                    HolderId holder = new HolderId(line.substring(0, Math.max(0, space)));
                    counters.put(
                            holder, Integer.parseUnsignedInt(line, space + 1, line.length(), 10));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "tags begin to count anew, since their counts cannot be read from " + file,
                    e);
        }
        return counters;
    }

    void keep(Map<HolderId, Integer> counters) {
        StringBuilder text = new StringBuilder();
        counters.forEach(
                (holder, counter) -> text.append(holder).append(' ').append(counter).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the counts of tags cannot be kept: " + file, e);
        }
    }
}
