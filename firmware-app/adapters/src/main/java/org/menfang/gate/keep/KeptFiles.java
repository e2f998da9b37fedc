package org.menfang.gate.keep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.menfang.gate.rules.LastGoodRules;
import org.menfang.gate.sqlite.GateDatabase;
import org.menfang.site.file.SiteFiles;

/// What of a gate's data folder goes into a backup: its database, its keys, and the last good site
/// file and rules. Pictures stay out, and so does what belongs to one run.
final class KeptFiles {
    static final String NOTE = "backup.json";

    private static final Set<String> TOP =
            Set.of(GateDatabase.FILE_NAME, "keys", SiteFiles.LAST_GOOD_NAME, LastGoodRules.NAME);

    private KeptFiles() {}

    /// The files besides the database, which is copied apart.
    static List<Path> beside(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(data::relativize)
                    .filter(KeptFiles::isKept)
                    .filter(file -> !file.equals(Path.of(GateDatabase.FILE_NAME)))
                    .sorted()
                    .toList();
        }
    }

    /// Whether a name in a backup leads to a place where such a file lies, and nowhere else.
    static boolean isKept(Path file) {
        return !file.isAbsolute()
                && file.normalize().equals(file)
                && TOP.contains(file.getName(0).toString())
                && (file.getNameCount() == 1) != file.startsWith("keys");
    }

    /// Makes all that a folder holds durable.
    static void force(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                forceOne(each);
            }
        }
    }

    static void forceOne(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Deletes a folder with all that is in it; nothing if it is not there.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
