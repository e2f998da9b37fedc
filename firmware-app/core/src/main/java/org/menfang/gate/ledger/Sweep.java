package org.menfang.gate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AccessPointRule;
import org.menfang.vocabulary.AreaId;

/// Walks the ledger now and then, and as soon as somebody's place is to be forgotten, and forgets
/// what nobody needs to know any more. It also tells {@link Stays} who is where, after a start and
/// when the rules have changed. No step looks at more than a few entries, so that no decision waits
/// for it.
final class Sweep implements Timed {
    private static final List<Class<? extends Entry>> KINDS =
            List.of(
                    Entry.LastPassage.class,
                    Entry.PassUses.class,
                    Entry.PassWhereabouts.class,
                    Entry.QuotaUses.class,
                    Entry.Unseen.class,
                    Entry.Whereabouts.class);

    private final Ledger ledger;
    private final Areas areas;
    private final Stays stays;
    private AccessTable table;
    private int kind;
    private int left;
    private boolean hurries = true;
    private boolean walks = true;
    private MonotonicTime due = MonotonicTime.START.plus(Limits.SWEEP_HURRY);

    Sweep(Ledger ledger, Areas areas, Stays stays, AccessTable table) {
        this.ledger = ledger;
        this.areas = areas;
        this.stays = stays;
        this.table = table;
        beginRound();
    }

    /// Begins a round without delay, since the rules or the clock have changed.
    void begin(Turn turn, AccessTable next) {
        table = next;
        stays.clear();
        beginRound();
        hurries = true;
        due = turn.time().plus(Limits.SWEEP_HURRY);
        if (!hasWork()) {
            stays.told(turn);
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        return hasWork() ? due : MonotonicTime.NEVER;
    }

    @Override
    public Instant wakeAtWall() {
        return walks || !hasWork() ? Instant.MAX : areas.forgetsAt();
    }

    @Override
    public void timeIsDue(Turn turn) {
        boolean forgets = !walks && !turn.known().certain().isBefore(areas.forgetsAt());
        if (hasWork() && (forgets || turn.isDue(due))) {
            walk(turn);
        }
    }

    private void walk(Turn turn) {
        if (!walks) {
            beginRound();
        }
        int looked = 0;
        boolean more = true;
        while (more && looked < Limits.SWEEP_ENTRIES_MAX) {
            more = look(turn);
            looked++;
        }
        if (more) {
            due = turn.time().plus(hurries ? Limits.SWEEP_HURRY : Limits.SWEEP_INTERVAL);
        } else {
            endRound(turn);
        }
    }

    private void endRound(Turn turn) {
        walks = false;
        due = turn.time().plus(Limits.SWEEP_PAUSE);
        if (hurries) {
            stays.told(turn);
        }
        hurries = false;
    }

    private void beginRound() {
        walks = true;
        areas.forgetNothing();
        kind = 0;
        left = ledger.count(KINDS.getFirst());
    }

    private boolean hasWork() {
        return !ledger.isEmpty();
    }

    /// Looks at the next entry.
    ///
    /// @return false at the end of a round
    private boolean look(Turn turn) {
        Entry next = left > 0 ? ledger.next(KINDS.get(kind)) : null;
        if (next == null) {
            kind++;
            left = kind < KINDS.size() ? ledger.count(KINDS.get(kind)) : 0;
            return kind < KINDS.size();
        }
        left--;
        Instant now = turn.known().certain();
        switch (next) {
            case Entry.Whereabouts(var holder, var area, var since) ->
                    lookAt(turn, new Bearer.OfHolder(holder), area, since, since);
            case Entry.PassWhereabouts(var pass, var bearer, var area, var since, var expires) ->
                    lookAt(turn, new Bearer.OfPass(pass, bearer, expires), area, since, expires);
            case Entry.LastPassage passage -> forgetIf(turn, passage, isOver(passage, now));
            case Entry.QuotaUses uses ->
                    forgetIf(
                            turn,
                            uses,
                            Quotas.isOver(uses, table.places().quota(uses.quota()), now));
            case Entry.PassUses uses -> forgetIf(turn, uses, !now.isBefore(uses.expires()));
            case Entry.Unseen unseen -> lookAt(turn, unseen);
            case Entry.UsesForgotten _,
                    Entry.TagCounter _,
                    Entry.WrongTries _,
                    Entry.PeerHeard _,
                    Entry.LevelSet _ -> {}
        }
        return true;
    }

    private void lookAt(Turn turn, Entry.Unseen unseen) {
        Instant forgotten = areas.forgottenAt(table, unseen.area(), unseen.since());
        if (turn.known().certain().isBefore(forgotten)) {
            areas.forgetsBy(forgotten);
        } else {
            ledger.forget(turn, unseen.key());
        }
    }

    private void lookAt(Turn turn, Bearer who, AreaId area, Instant since, Instant needed) {
        Instant now = turn.known().certain();
        Instant forgotten = areas.forgottenAt(table, area, since);
        boolean gone =
                (who.kind(table) == null || who instanceof Bearer.OfPass)
                        && !now.isBefore(needed.plus(Limits.PLACE_OF_THE_GONE));
        if (gone || !now.isBefore(forgotten)) {
            areas.forget(turn, who.key());
            stays.left(turn, who.key());
        } else {
            areas.forgetsBy(forgotten);
            stays.isIn(turn, table, who, area, since);
        }
    }

    private void forgetIf(Turn turn, Entry entry, boolean over) {
        if (over) {
            ledger.forget(turn, entry.key());
        }
    }

    /// Whether the holder may pass there again, whatever the time.
    private boolean isOver(Entry.LastPassage passage, Instant now) {
        AccessPointRule rule = table.accessPointRule(passage.accessPoint());
        Integer seconds = rule == null ? null : rule.notAgainSeconds();
        return seconds == null || now.isAfter(passage.at().plus(Duration.ofSeconds(seconds)));
    }
}
