package org.menfang.hub.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;

/// Tells people once a day for as long as there is no backup that is young enough, whatever the
/// cause: also one that never ends, or a hub that forgot to begin.
public final class BackupWatch implements Timed {
    /// How old the last backup may become before people are told, whatever the hub says of its
    /// tries.
    public static final Duration TOLD_AFTER = Duration.ofDays(2);

    private static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private final Function<Instant, BackupStanding> standing;
    private final Teller teller;
    private final Instant since;
    private @Nullable Instant told;

    /// @param since when the hub began to look; where there never was a backup, it counts from then
    public BackupWatch(Function<Instant, BackupStanding> standing, Teller teller, Instant since) {
        this.standing = standing;
        this.teller = teller;
        this.since = since;
    }

    @Override
    public void tick(Instant now) {
        if (told != null && now.isBefore(told.plus(AGAIN_AFTER))) {
            return;
        }
        if (isTooOld(standing.apply(now), now)) {
            told = now;
            teller.tell(tooOld(now));
        }
    }

    private boolean isTooOld(BackupStanding now, Instant at) {
        Instant last = now.lastAt();
        return switch (now.state()) {
            case OFF, FRESH -> false;
            case NEVER -> !at.isBefore(since.plus(TOLD_AFTER));
            case LATE -> last != null && !at.isBefore(last.plus(TOLD_AFTER));
        };
    }

    private static Notice tooOld(Instant now) {
        return new Notice(
                "backup-old",
                Notice.Urgency.CALL,
                "值班中心已经两天以上没有新的备份。请技术员看“保存和备份”页面。",
                "There has been no backup of the hub for two days or longer. A technician should look"
                        + " at the page “Keeping and backups”.",
                List.of(),
                now.plus(AGAIN_AFTER));
    }
}
