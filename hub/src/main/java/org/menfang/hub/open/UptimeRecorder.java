package org.menfang.hub.open;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.office.Timed;
import org.menfang.wire.GateIdentity;

/// Looks once a second which gates are online, and keeps the sums by day.
///
/// Time in which the hub itself was not there to look counts neither way, and the sums say how long
/// it did look.
public final class UptimeRecorder implements Timed {
    /// Two looks further apart than this have not seen what was between them.
    private static final Duration LOOK_GAP_MAX = Duration.ofSeconds(10);

    private static final Duration STORE_EVERY = Duration.ofMinutes(1);
    private static final int DAYS_KEPT = 400;

    private record Key(GateIdentity gate, LocalDate day) {}

    private final Supplier<Board> board;
    private final UptimeStore store;
    private final ZoneId zone;
    private final Map<Key, UptimeStore.Day> pending = new HashMap<>();
    private @Nullable Instant last;
    private @Nullable Instant stored;

    public UptimeRecorder(Supplier<Board> board, UptimeStore store, ZoneId zone) {
        this.board = board;
        this.store = store;
        this.zone = zone;
    }

    @Override
    public void tick(Instant now) {
        Duration gap = last == null ? Duration.ZERO : Duration.between(last, now);
        last = now;
        if (gap.isPositive() && gap.compareTo(LOOK_GAP_MAX) <= 0) {
            LocalDate day = now.atZone(zone).toLocalDate();
            board.get().gates().forEach(gate -> see(gate, day, gap.toMillis()));
        }
        if (stored == null || stored.isAfter(now) || !now.isBefore(stored.plus(STORE_EVERY))) {
            stored = now;
            store(now);
        }
    }

    private void see(GateCard card, LocalDate day, long millis) {
        GateIdentity gate = new GateIdentity(card.compound(), card.gate());
        UptimeStore.Day seen = new UptimeStore.Day(gate, day, millis, card.online() ? millis : 0);
        pending.merge(
                new Key(gate, day),
                seen,
                (a, b) ->
                        new UptimeStore.Day(
                                gate,
                                day,
                                a.watchedMillis() + b.watchedMillis(),
                                a.onlineMillis() + b.onlineMillis()));
    }

    private void store(Instant now) {
        if (!pending.isEmpty()) {
            store.add(pending.values());
            pending.clear();
            store.forgetBefore(now.atZone(zone).toLocalDate().minusDays(DAYS_KEPT));
        }
    }
}
