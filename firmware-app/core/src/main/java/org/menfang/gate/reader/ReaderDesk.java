package org.menfang.gate.reader;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Effect;
import org.menfang.gate.Key;
import org.menfang.gate.Limits;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.wire.EventBody;

/// One reader: what it shows, what it read last, which digits were entered, how many of its denials
/// are only counted, and how slowly it answers strangers while somebody guesses.
public final class ReaderDesk implements Timed {
    private final ReaderPlan plan;
    private final AccessPointPlan accessPoint;
    private final Alarms alarms;
    private @Nullable CredentialIdentifier lastAnswered;
    private MonotonicTime repeatedUntil = MonotonicTime.START;
    private String lastText = "";
    private MonotonicTime textRepeatedUntil = MonotonicTime.START;
    private final Keypad keypad = new Keypad();
    private final Guesses guesses = new Guesses();
    private Allowance strangers = Allowance.FULL;
    private Allowance known = Allowance.FULL;
    private long counted;
    private @Nullable MonotonicTime countAt;
    private MonotonicTime showAgainAt = MonotonicTime.START;
    private @Nullable MonotonicTime deniedAt;
    private ReaderFeedback heldBack = ReaderFeedback.DENIED_UNKNOWN;

    ReaderDesk(ReaderPlan plan, AccessPointPlan accessPoint, Alarms alarms) {
        this.plan = plan;
        this.accessPoint = accessPoint;
        this.alarms = alarms;
    }

    public ReaderPlan plan() {
        return plan;
    }

    public AccessPointPlan accessPoint() {
        return accessPoint;
    }

    /// Whether the same card was answered just now: a reader reads a card again and again while it
    /// is held.
    public boolean isRepeated(CredentialIdentifier identifier, MonotonicTime now) {
        return identifier.equals(lastAnswered) && now.isBefore(repeatedUntil);
    }

    /// Whether the same text is still before the reader.
    public boolean isRepeated(String text, MonotonicTime now) {
        boolean repeated = text.equals(lastText) && now.isBefore(textRepeatedUntil);
        lastText = text;
        textRepeatedUntil = now.plus(Limits.REPEATED_TEXT);
        return repeated;
    }

    /// A card has been granted, or is fine as far as it goes.
    public void answered(CredentialIdentifier identifier, MonotonicTime now) {
        lastAnswered = identifier;
        repeatedUntil = now.plus(Limits.REPEATED_READ);
    }

    /// Somebody pressed a key.
    ///
    /// @return all digits, once somebody says that those are all
    public Optional<String> pressed(Turn turn, Key key) {
        turn.ask(new Effect.ShowAtReader(plan.id(), ReaderFeedback.KEY_TAKEN));
        return keypad.press(key, turn.time());
    }

    /// Digits that were entered before do not belong to what comes now.
    public void forgetKeys() {
        keypad.clear();
    }

    public void show(Turn turn, ReaderFeedback feedback) {
        deniedAt = null;
        turn.ask(new Effect.ShowAtReader(plan.id(), feedback));
    }

    /// Somebody tried something that nobody here knows.
    ///
    /// @param tried none where every try is another one, as with digits
    /// @return how long the answer is held back; zero while nobody guesses
    public Duration guessed(@Nullable CredentialIdentifier tried, MonotonicTime now) {
        return guesses.guessed(tried, now);
    }

    /// How long answers to strangers are held back now; zero while nobody guesses.
    public Duration guessDelay(MonotonicTime now) {
        return guesses.delay(now);
    }

    /// Shows a denial, and tells whether it is to be written by itself. Where it is not, it has
    /// been counted. Cards of the house have an allowance of their own, so that a flood cannot hide
    /// one that was lost.
    ///
    /// @param stranger whether the read was no card, or one that nobody knows
    /// @param delay after how long it is shown
    public boolean denied(Turn turn, boolean stranger, Duration delay, DenyReason reason) {
        Allowance left = (stranger ? strangers : known).at(turn.time());
        boolean written = !left.isUsedUp();
        Allowance rest = written ? left.lessOne() : left;
        if (stranger) {
            strangers = rest;
        } else {
            known = rest;
        }
        if (!written) {
            count(turn);
        }
        ReaderFeedback denial = ReaderFeedback.of(reason);
        if (!delay.isZero()) {
            deniedAt = deniedAt == null ? turn.time().plus(delay) : deniedAt;
            heldBack = denial;
        } else {
            showDenial(turn, written, denial);
        }
        return written;
    }

    @Override
    public MonotonicTime wakeAt() {
        return MonotonicTime.earliest(
                MonotonicTime.orNever(countAt), MonotonicTime.orNever(deniedAt));
    }

    @Override
    public void timeIsDue(Turn turn) {
        if (countAt != null && turn.isDue(countAt)) {
            tellCount(turn);
        }
        if (deniedAt != null && turn.isDue(deniedAt)) {
            show(turn, heldBack);
        }
    }

    void tellCount(Turn turn) {
        if (counted > 0) {
            turn.write(new EventBody.BadReadsCounted(plan.id(), counted));
        }
        counted = 0;
        countAt = null;
    }

    private void count(Turn turn) {
        counted++;
        if (countAt == null) {
            countAt = turn.time().plus(Limits.COUNT_INTERVAL);
        }
        if (counted >= Limits.FLOOD_READS_MIN) {
            alarms.raiseForMoment(turn, AlarmKind.READER_FLOODED, AlarmSource.of(plan.id()), "");
        }
    }

    private void showDenial(Turn turn, boolean written, ReaderFeedback denial) {
        if (written || turn.isDue(showAgainAt)) {
            show(turn, denial);
            showAgainAt = turn.time().plus(Limits.DENIAL_SHOWN_AGAIN);
        }
    }
}
