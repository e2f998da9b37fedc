package org.menfang.gate.level;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.door.Doors;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.Holder;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRule.Origin;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.EventBody;

/// The level of the compound at this gate. A level is set by a person and ends by itself: its end
/// is a deadline of the monotonic clock, which no wall clock moves. Doors do what its rule says
/// while it lasts, and then what they would have done without it.
public final class Levels implements Timed {
    private static final String THE_ONE = "";

    private final Doors doors;
    private final Ledger ledger;
    private AccessTable table;
    private @Nullable Lasting lasting;
    private MonotonicTime keepAt = MonotonicTime.START;

    /// Whether the time left is what it was when the power went, since no clock could tell more.
    private boolean restoredBlind;

    public Levels(Doors doors, Ledger ledger, AccessTable table) {
        this.doors = doors;
        this.ledger = ledger;
        this.table = table;
    }

    /// A level other than NORMAL.
    ///
    /// @param end when it ends by itself
    /// @param endsAt the same by the wall clock; none where that was not trusted
    /// @param by who set it at the hub
    /// @param holder who set it at a reader
    private record Lasting(
            SiteLevel level,
            MonotonicTime end,
            @Nullable Instant endsAt,
            @Nullable OperatorName by,
            @Nullable HolderId holder) {
        Lasting endingAt(MonotonicTime sooner) {
            return sooner.isBefore(end) ? new Lasting(level, sooner, endsAt, by, holder) : this;
        }
    }

    public SiteLevel level() {
        return lasting == null ? SiteLevel.NORMAL : lasting.level();
    }

    /// When the level ends by itself; none for NORMAL.
    public @Nullable MonotonicTime end() {
        return lasting == null ? null : lasting.end();
    }

    /// Who set the level at the hub; none for NORMAL, and where it was set at a reader.
    public @Nullable OperatorName by() {
        return lasting == null ? null : lasting.by();
    }

    /// Goes on with the level that was set when the power went. What has ended meanwhile, and what
    /// the rules no longer know, ends at once.
    public void begin(Turn turn) {
        Entry.LevelSet kept = ledger.find(Entry.LevelSet.class, THE_ONE);
        if (kept == null) {
            return;
        }
        LevelRule rule = table.levelRule(kept.level());
        Instant endsAt = kept.endsAt();
        restoredBlind = endsAt != null && !turn.now().isTrusted();
        Duration left = rule == null ? Duration.ZERO : leftOf(kept, turn.now());
        lasting =
                new Lasting(
                        kept.level(),
                        turn.time().plus(within(left, rule)),
                        endsAt,
                        kept.by(),
                        kept.holder());
        doors.resumeLevel(turn.time(), effects(rule));
    }

    /// A person at the hub sets the level.
    ///
    /// @param minutes how long; none: as long as the rules allow
    public CommandOutcome set(
            Turn turn, SiteLevel level, @Nullable Integer minutes, OperatorName by) {
        if (level == SiteLevel.NORMAL) {
            end(turn, by);
            return CommandOutcome.DONE;
        }
        LevelRule rule = table.levelRule(level);
        if (rule == null || !rule.from().contains(Origin.HUB)) {
            return CommandOutcome.REFUSED_BY_STATE;
        }
        int lasts = minutes == null ? rule.lastsMinutesMax() : minutes;
        if (lasts < 1 || lasts > rule.lastsMinutesMax()) {
            return CommandOutcome.REFUSED_BY_STATE;
        }
        set(turn, rule, Duration.ofMinutes(lasts), by, null);
        return CommandOutcome.DONE;
    }

    /// A holder showed a credential three times within 10 s at a reader. A volunteer so sets the
    /// first level of the rule set that may be set from a reader, for as long as the rules allow. A
    /// reader never sets a lower level than there is, and never ends one.
    ///
    /// @return whether the level was set
    public boolean setAtReader(Turn turn, HolderId id) {
        Holder holder = table.holder(id);
        Optional<LevelRule> rule =
                table.levels().levels().stream()
                        .filter(each -> each.from().contains(Origin.READER))
                        .findFirst();
        boolean may =
                holder != null
                        && holder.kind() == HolderKind.VOLUNTEER
                        && rule.isPresent()
                        && rule.get().level().compareTo(level()) >= 0;
        if (may) {
            set(turn, rule.get(), max(rule.get()), null, id);
        }
        return may;
    }

    /// Another rule set is in force: a level that it does not know ends, and none lasts longer from
    /// now on than it allows.
    public void replaceTable(Turn turn, AccessTable next) {
        table = next;
        if (lasting == null) {
            return;
        }
        LevelRule rule = next.levelRule(lasting.level());
        if (rule == null) {
            end(turn, null);
        } else {
            lasting = lasting.endingAt(turn.time().plus(max(rule)));
            obey(turn, rule);
        }
    }

    /// What the wall clock can tell as soon as it is trusted.
    public void settle(Turn turn) {
        if (!restoredBlind || !turn.now().isTrusted()) {
            return;
        }
        restoredBlind = false;
        Instant endsAt = lasting == null ? null : lasting.endsAt();
        if (lasting != null && endsAt != null) {
            Duration left = Duration.between(turn.now().wall(), endsAt);
            lasting = lasting.endingAt(turn.time().plus(left.isNegative() ? Duration.ZERO : left));
        }
    }

    @Override
    public MonotonicTime wakeAt() {
        return lasting == null
                ? MonotonicTime.NEVER
                : MonotonicTime.earliest(lasting.end(), keepAt);
    }

    @Override
    public void timeIsDue(Turn turn) {
        if (lasting == null) {
            return;
        }
        if (turn.isDue(lasting.end())) {
            end(turn, null);
        } else if (turn.isDue(keepAt)) {
            keep(turn, lasting);
        }
    }

    private void set(
            Turn turn,
            LevelRule rule,
            Duration lasts,
            @Nullable OperatorName by,
            @Nullable HolderId holder) {
        Moment now = turn.now();
        Instant endsAt = now.isTrusted() ? now.wall().plus(lasts) : null;
        Lasting next = new Lasting(rule.level(), now.monotonic().plus(lasts), endsAt, by, holder);
        lasting = next;
        restoredBlind = false;
        obey(turn, rule);
        keep(turn, next);
        turn.write(new EventBody.LevelChanged(rule.level(), by, holder, (int) lasts.toSeconds()));
    }

    /// @param by none where it ends by itself
    private void end(Turn turn, @Nullable OperatorName by) {
        if (lasting == null) {
            return;
        }
        lasting = null;
        restoredBlind = false;
        obey(turn, null);
        ledger.forget(turn, Entry.LevelSet.KEY);
        turn.write(new EventBody.LevelChanged(SiteLevel.NORMAL, by, null, null));
    }

    private void obey(Turn turn, @Nullable LevelRule rule) {
        doors.obeyLevel(turn, effects(rule));
    }

    /// Writes down what is left, so that a power cut that comes again and again cannot make a level
    /// last for ever.
    private void keep(Turn turn, Lasting now) {
        keepAt = turn.time().plus(Limits.LEVEL_KEPT_AGAIN);
        long leftMillis = turn.time().until(now.end()).toMillis();
        ledger.keep(
                turn,
                new Entry.LevelSet(now.level(), now.endsAt(), leftMillis, now.by(), now.holder()));
    }

    private static List<LevelRule.DoorEffect> effects(@Nullable LevelRule rule) {
        return rule == null ? List.of() : rule.doors();
    }

    /// What is left of a level after a power cut: what it was when last written, or less where the
    /// wall clock can tell.
    private static Duration leftOf(Entry.LevelSet kept, Moment now) {
        Duration left = Duration.ofMillis(kept.leftMillis());
        Instant endsAt = kept.endsAt();
        if (endsAt == null || !now.isTrusted()) {
            return left;
        }
        Duration told = Duration.between(now.wall(), endsAt);
        return told.compareTo(left) < 0 ? told : left;
    }

    private static Duration within(Duration left, @Nullable LevelRule rule) {
        if (left.isNegative() || rule == null) {
            return Duration.ZERO;
        }
        return left.compareTo(max(rule)) > 0 ? max(rule) : left;
    }

    private static Duration max(LevelRule rule) {
        return Duration.ofMinutes(rule.lastsMinutesMax());
    }
}
