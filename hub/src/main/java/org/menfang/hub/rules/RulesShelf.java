package org.menfang.hub.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.CompoundId;

/// Signed rule sets as files, `COMPOUND.VERSION.cose`. The command line puts them there; the
/// running hub looks for new ones. Each is written whole or not at all.
public final class RulesShelf {
    /// How many sets of a compound are kept.
    static final int SETS_KEPT_MAX = 20;

    private static final String LOCK = "shelf.lock";
    private static final Object THIS_PROCESS = new Object();
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9-]{1,32})\\.([1-9][0-9]{0,17})\\.cose");

    private final Path folder;

    private RulesShelf(Path folder) {
        this.folder = folder;
    }

    /// @throws IOException if the folder cannot be used
    public static RulesShelf open(Path folder) throws IOException {
        return new RulesShelf(PrivateFiles.folder(folder));
    }

    /// One set on the shelf.
    public record Shelved(CompoundId compound, long version, Path file) {
        /// The signed set.
        ///
        /// @throws IOException if it cannot be read
        public byte[] envelope() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    /// What became of putting a set on the shelf.
    public sealed interface Put {
        record Stored(Shelved shelved) implements Put {}

        /// One that is as new is there already.
        record NotNewer(long newest) implements Put {}
    }

    /// Something that is done while nobody else changes the shelf.
    interface Act<T> {
        T run() throws IOException;
    }

    /// Does something while nobody else, in this process or another, changes the shelf.
    ///
    /// @throws IOException if the shelf cannot be locked, or the act fails
    <T> T alone(Act<T> act) throws IOException {
        // The lock of a file keeps other processes away, but not the threads of this one.
        synchronized (THIS_PROCESS) {
            try (FileChannel channel =
                            FileChannel.open(
                                    folder.resolve(LOCK),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the shelf cannot be locked: " + folder);
                }
                return act.run();
            }
        }
    }

    /// Puts a set on the shelf if it is newer than all of its compound.
    ///
    /// @throws IOException if it cannot be written; nothing is there then
    public Put put(CompoundId compound, long version, byte[] envelope) throws IOException {
        return alone(() -> putAlone(compound, version, envelope));
    }

    /// As {@link #put}, for one who is alone at the shelf.
    Put putAlone(CompoundId compound, long version, byte[] envelope) throws IOException {
        Optional<Shelved> newest = newest(compound);
        if (newest.isPresent() && newest.get().version() >= version) {
            return new Put.NotNewer(newest.get().version());
        }
        Path file = folder.resolve(compound + "." + version + ".cose");
        PrivateFiles.write(file, envelope);
        for (Shelved old : of(compound).skip(SETS_KEPT_MAX).toList()) {
            Files.deleteIfExists(old.file());
        }
        return new Put.Stored(new Shelved(compound, version, file));
    }

    /// The newest set of a compound.
    ///
    /// @throws UncheckedIOException if the folder cannot be read
    public Optional<Shelved> newest(CompoundId compound) {
        return of(compound).findFirst();
    }

    /// The newest set of each compound.
    public List<Shelved> newestOfAll() {
        SortedMap<CompoundId, Shelved> newest = new TreeMap<>();
        for (Shelved shelved : shelved()) {
            newest.merge(shelved.compound(), shelved, (a, b) -> a.version() > b.version() ? a : b);
        }
        return List.copyOf(newest.values());
    }

    /// All sets of a compound, the newest first.
    public List<Shelved> all(CompoundId compound) {
        return of(compound).toList();
    }

    private Stream<Shelved> of(CompoundId compound) {
        return shelved().stream()
                .filter(shelved -> shelved.compound().equals(compound))
                .sorted(Comparator.comparingLong(Shelved::version).reversed());
    }

    private List<Shelved> shelved() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(RulesShelf::read).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Shelved> read(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(
                        new Shelved(
                                new CompoundId(name.group(1)), Long.parseLong(name.group(2)), file))
                : Optional.empty();
    }
}
