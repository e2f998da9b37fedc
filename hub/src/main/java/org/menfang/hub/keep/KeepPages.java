package org.menfang.hub.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                        "zone", visit.zone()));
    }

    /// How it stands with backups now.
    public Backups backups(Instant now) {
        return book.read(() -> {
            Optional<Keeping.Backup> last = keeping.lastBackup();
            return new Backups(
                    plan != null,
                    last.map(made -> Duration.between(made.at(), now).toHours()).orElse(null),
                    last.map(Keeping.Backup::file).orElse(""),
                    plan != null
                            && last.filter(made ->
                                            now.isBefore(made.at().plus(NightlyBackup.LATE_AFTER)))
                                    .isEmpty(),
                    keeping.lastFailure().map(Keeping.Failure::why).orElse(""));
        });
    }
}
