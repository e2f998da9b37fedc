package org.menfang.hub.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;

/// Makes a backup every night, and once more as soon as one is late; keeps the newest ones, and
/// tells people when it could not.
public final class NightlyBackup implements Timed {
    private static final Duration FRESH_FOR = Duration.ofHours(12);
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);
    private static final Duration TELL_FOR = Duration.ofHours(12);
    private static final LocalTime FROM = LocalTime.of(2, 0);
    private static final LocalTime UNTIL = LocalTime.of(5, 0);
    private static final String PREFIX = "menfang-hub-";
    private static final String ENDING = ".sealed";
    private static final int REASON_CHARS_MAX = 300;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Book book;
    private final Keeping keeping;
    private final Backup backup;
    private final BackupPlan plan;
    private final ZoneId zone;
    private final Teller teller;
    private final Executor worker;
    private final AtomicBoolean running = new AtomicBoolean();
    private @Nullable Instant tried;

    /// @param worker runs the copy, which takes longer than a tick may
    public NightlyBackup(
            Book book,
            Keeping keeping,
            Backup backup,
            BackupPlan plan,
            ZoneId zone,
            Teller teller,
            Executor worker) {
        this.book = book;
        this.keeping = keeping;
        this.backup = backup;
        this.plan = plan;
        this.zone = zone;
        this.teller = teller;
        this.worker = worker;
    }

    @Override
    public void tick(Instant now) {
        if (isDue(now) && running.compareAndSet(false, true)) {
            tried = now;
            worker.execute(() -> {
                try {
                    make(now);
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private boolean isDue(Instant now) {
        if (tried != null && !tried.isAfter(now) && now.isBefore(tried.plus(AGAIN_AFTER))) {
            return false;
        }
        Instant last =
                book.read(() -> keeping.lastBackup().map(Keeping.Backup::at).orElse(Instant.EPOCH));
        LocalTime time = now.atZone(zone).toLocalTime();
        boolean night = !time.isBefore(FROM) && time.isBefore(UNTIL);
        return now.isAfter(last.plus(night ? FRESH_FOR : BackupStanding.LATE_AFTER));
    }

    private void make(Instant now) {
        try {
            Files.createDirectories(plan.folder());
            Path file = plan.folder().resolve(PREFIX + NAME.format(now.atZone(zone)) + ENDING);
            BackupKey key = BackupKey.read(plan.keyFile());
            Backup.Made made = backup.make(file, plan.pictures(), now, key);
            prune();
            write(
                    new KeepEntry.BackedUp(
                            String.valueOf(file.getFileName()), made.bytes(), made.sha256()));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            write(
                    new KeepEntry.BackupFailed(
                            why.substring(0, Math.min(REASON_CHARS_MAX, why.length()))));
            teller.tell(failed(now));
        }
    }

    /// The reason stays at the hub: it may name folders.
    private static Notice failed(Instant now) {
        return new Notice(
                "backup-failed",
                Notice.Urgency.CALL,
                "值班中心昨夜没有备份成。请技术员看“保存和备份”页面。",
                "The hub could not be backed up. A technician should look at the page “Keeping and"
                        + " backups”.",
                List.of(),
                now.plus(TELL_FOR));
    }

    private void write(KeepEntry entry) {
        book.decide(Book.HUB, _ -> Verdict.write(entry));
    }

    /// Removes the oldest of our own; their names sort by age.
    private void prune() throws IOException {
        List<Path> ours;
        try (Stream<Path> files = Files.list(plan.folder())) {
            ours =
                    files.filter(NightlyBackup::isOurs)
                            .sorted(Comparator.comparing(Path::toString).reversed())
                            .toList();
        }
        for (Path old : ours.subList(Math.min(plan.copies(), ours.size()), ours.size())) {
            Files.delete(old);
        }
    }

    private static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(ENDING);
    }
}
