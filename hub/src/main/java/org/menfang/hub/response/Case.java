package org.menfang.hub.response;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Care;
import org.menfang.vocabulary.OperatorName;

/// One open alarm and all that people did about it, while the log is read.
final class Case {
    final AlarmRef alarm;
    final Point point;

    /// Since when somebody has to answer it.
    Instant since;

    /// How often its cause came, and when that was written down last.
    int times;

    Instant timesNotedAt;

    Care.Step step = Care.Step.NONE;
    @Nullable Instant answeredAt;

    private final Instant heardAt;
    private @Nullable Instant firstAnsweredAt;
    private @Nullable Instant firstArrivedAt;
    private Care.@Nullable Deed claim;
    private Care.@Nullable Deed onScene;
    private Care.@Nullable Deed help;
    private Care.@Nullable Deed falseAlarm;
    private Care.@Nullable Deed closing;
    private @Nullable CloseCause cause;
    private String note = "";

    Case(AlarmEntry.Noticed noticed) {
        this.alarm = noticed.alarm();
        this.point = noticed.point();
        this.heardAt = noticed.heardAt();
        this.since = noticed.heardAt();
        this.times = noticed.times();
        this.timesNotedAt = noticed.heardAt();
    }

    void repeat(int newTimes, Instant at) {
        times = newTimes;
        timesNotedAt = at;
    }

    void answer(Instant at) {
        answeredAt = at;
        firstAnsweredAt = firstAnsweredAt == null ? at : firstAnsweredAt;
    }

    /// The cause came back: what was done before says nothing of it.
    void reopen(int newTimes, Instant at) {
        repeat(newTimes, at);
        since = at;
        answeredAt = null;
        step = Care.Step.NONE;
        claim = null;
        onScene = null;
        help = null;
        falseAlarm = null;
        closing = null;
    }

    void claim(OperatorName by, Instant at) {
        claim = new Care.Deed(by, at);
    }

    void arrive(OperatorName by, Instant at) {
        onScene = new Care.Deed(by, at);
        firstArrivedAt = firstArrivedAt == null ? at : firstArrivedAt;
    }

    void askHelp(OperatorName by, Instant at) {
        help = new Care.Deed(by, at);
    }

    void findFalse(OperatorName by, Instant at) {
        falseAlarm = new Care.Deed(by, at);
    }

    void close(CloseCause newCause, String newNote, OperatorName by, Instant at) {
        closing = new Care.Deed(by, at);
        cause = newCause;
        note = newNote;
    }

    Care care() {
        return new Care(claim, onScene, help, falseAlarm, closing, null, null, null, null, step);
    }

    AlarmHistory history(@Nullable Instant endedAt) {
        return new AlarmHistory(
                alarm,
                point,
                heardAt,
                times,
                firstAnsweredAt,
                firstArrivedAt,
                endedAt,
                cause,
                note);
    }
}
