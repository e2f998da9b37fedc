package org.menfang.hub.keep;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.GateIdentity;

/// What is known of purges and backups.
public final class Keeping implements Chapter {
    /// How many proofs a page shows; the log has all of them.
    public static final int PROOFS_SHOWN_MAX = 50;

    private final Map<String, KeepEntry.Purged> lastPurge = new TreeMap<>();
    private final Deque<Proof> newest = new ArrayDeque<>();
    private final Map<FileKind, KeepEntry.FilesPurged> lastFiles = new EnumMap<>(FileKind.class);
    private final Deque<FileProof> newestFiles = new ArrayDeque<>();
    private @Nullable Backup lastBackup;
    private @Nullable Failure lastFailure;

    /// @param line of the log
    public record Proof(long line, Instant at, KeepEntry.Purged purged) {}

    /// @param line of the log
    public record FileProof(long line, Instant at, KeepEntry.FilesPurged purged) {}

    public record Backup(Instant at, String file, long bytes) {}

    public record Failure(Instant at, String why) {}

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("keep.purged", KeepEntry.Purged.class),
                new EntryType<>("keep.files-purged", KeepEntry.FilesPurged.class),
                new EntryType<>("keep.backed-up", KeepEntry.BackedUp.class),
                new EntryType<>("keep.backup-failed", KeepEntry.BackupFailed.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof KeepEntry kept) {
            switch (kept) {
                case KeepEntry.Purged purged -> {
                    GateIdentity gate = new GateIdentity(purged.compound(), purged.gate());
                    lastPurge.put(key(gate, purged.stream()), purged);
                    newest.addFirst(new Proof(entry.seq(), entry.at(), purged));
                    if (newest.size() > PROOFS_SHOWN_MAX) {
                        newest.removeLast();
                    }
                }
                case KeepEntry.FilesPurged purged -> {
                    lastFiles.put(purged.kind(), purged);
                    newestFiles.addFirst(new FileProof(entry.seq(), entry.at(), purged));
                    if (newestFiles.size() > PROOFS_SHOWN_MAX) {
                        newestFiles.removeLast();
                    }
                }
                case KeepEntry.BackedUp(String file, long bytes, var _) ->
                        lastBackup = new Backup(entry.at(), file, bytes);
                case KeepEntry.BackupFailed(String why) ->
                        lastFailure = new Failure(entry.at(), why);
            }
        }
    }

    private static String key(GateIdentity gate, EventStream stream) {
        return gate + "/" + stream;
    }

    /// The last purge of a stream.
    public Optional<KeepEntry.Purged> lastPurge(GateIdentity gate, EventStream stream) {
        return Optional.ofNullable(lastPurge.get(key(gate, stream)));
    }

    /// The newest first.
    List<Proof> proofs() {
        return List.copyOf(newest);
    }

    /// The last proof of files of a kind; none where none were ever deleted.
    KeepEntry.@Nullable FilesPurged lastFiles(FileKind kind) {
        return lastFiles.get(kind);
    }

    /// The newest first.
    List<FileProof> fileProofs() {
        return List.copyOf(newestFiles);
    }

    Optional<Backup> lastBackup() {
        return Optional.ofNullable(lastBackup);
    }

    /// The last failure, if no backup was made since.
    Optional<Failure> lastFailure() {
        return Optional.ofNullable(lastFailure)
                .filter(failure -> lastBackup == null || failure.at().isAfter(lastBackup.at()));
    }
}
