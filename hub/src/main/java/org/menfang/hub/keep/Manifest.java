package org.menfang.hub.keep;

import java.time.Instant;
import java.util.List;
import org.menfang.vocabulary.Sha256;

/// What is in a backup.
///
/// @param format {@link #FORMAT}
/// @param version of the hub that made it
/// @param bookSeq the last line of the hub's log that is in it
/// @param bookHash the hash of that line
/// @param pictures whether the pictures are in it
public record Manifest(
        String format,
        String version,
        Instant madeAt,
        long bookSeq,
        Sha256 bookHash,
        boolean pictures,
        List<Item> files) {
    public static final String FORMAT = "menfang-hub-backup-1";

    /// The name of the manifest itself in a backup.
    static final String NAME = "manifest.json";

    public Manifest {
        files = List.copyOf(files);
    }

    /// @param name the file below the data folder, with `/` between folders
    public record Item(String name, long bytes, Sha256 sha256) {}

    long bytes() {
        return files.stream().mapToLong(Item::bytes).sum();
    }
}
