package org.menfang.hub.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Book;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;

/// The page that says what is kept, what was forgotten, and how old the last backup is.
public final class KeepPages implements Section {
    private static final String PATH = "/keep";

    private final Book book;
    private final Keeping keeping;
    private final Retention retention;
    private final @Nullable BackupPlan plan;

    /// @param plan none where the hub makes no backups by itself
    public KeepPages(Book book, Keeping keeping, Retention retention, @Nullable BackupPlan plan) {
        this.book = book;
        this.keeping = keeping;
        this.retention = retention;
        this.plan = plan;
    }

    /// How it stands with backups.
    ///
    /// @param ageHours in whole hours; none where there is no backup
    /// @param late whether the last one is older than a night
    public record Backups(
            boolean configured,
            @Nullable Long ageHours,
            String file,
            boolean late,
            String failed) {}

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "keep.title", Right.SEE_RECORDS));
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_RECORDS, this::show);
    }

    private Reply show(Visit visit) {
        return Reply.show(
                "keep/keep.jte",
                Map.of(
                        "retention", retention,
                        "backups", backups(visit.now()),
                        "proofs", book.read(keeping::proofs),
                        "files", book.read(keeping::fileProofs),
                        "zone", visit.zone()));
    }

    private Backups backups(Instant now) {
        BackupStanding standing = standing(now);
        Instant lastAt = standing.lastAt();
        return book.read(() ->
                new Backups(
                        plan != null,
                        lastAt == null ? null : Duration.between(lastAt, now).toHours(),
                        keeping.lastBackup().map(Keeping.Backup::file).orElse(""),
                        standing.state() == BackupStanding.State.LATE,
                        keeping.lastFailure().map(Keeping.Failure::why).orElse("")));
    }

    /// How it stands with backups now.
    public BackupStanding standing(Instant now) {
        return book.read(() ->
                BackupStanding.of(plan != null, keeping.lastBackup(), keeping.lastFailure(), now));
    }
}
