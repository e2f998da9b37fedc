package org.menfang.hub.board;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// Where the pages meet the hub. Any thread may call it.
public interface Desk {
    /// Most events that one question is answered with.
    int EVENTS_MAX = 200;

    /// The newest board.
    Board board();

    /// The newest events, the newest first.
    ///
    /// @param beforeNumber only events with a smaller number; {@link Long#MAX_VALUE} for the newest
    /// @param count 1 to {@link #EVENTS_MAX}
    List<LoggedEvent> events(long beforeNumber, int count);

    /// Hears of every change until the subscription is closed. The listener must be quick.
    Subscription subscribe(Consumer<News> listener);

    /// Answers an alarm. Done when the owner of the alarm (its gate, or the hub) has confirmed.
    CompletionStage<ActOutcome> acknowledge(AlarmRef alarm, OperatorName by);

    /// Ends an alarm. Done when its owner has confirmed.
    CompletionStage<ActOutcome> reset(AlarmRef alarm, OperatorName by);

    /// Acts on one door. Done when the gate has confirmed.
    CompletionStage<ActOutcome> actOnDoor(
            CompoundId compound, GateId gate, DoorId door, DoorAct act, OperatorName by);

    /// Lets one door stand open for a while. Done when the gate has confirmed.
    ///
    /// @param minutes up to what the rules allow
    CompletionStage<ActOutcome> holdOpen(
            CompoundId compound, GateId gate, DoorId door, int minutes, OperatorName by);

    /// Sets the level of a compound at every gate of it. Done when all of them have confirmed.
    ///
    /// @param minutes how long it lasts; none: as long as the rules allow
    CompletionStage<ActOutcome> setLevel(
            CompoundId compound, SiteLevel level, @Nullable Integer minutes, OperatorName by);

    /// What became of a person's act.
    sealed interface ActOutcome {
        record Answered(CommandOutcome outcome) implements ActOutcome {}

        /// The gate did not answer before the command died; it will not be carried out later.
        record NoAnswer() implements ActOutcome {}

        /// The gate is not there; nothing was sent.
        record GateAway() implements ActOutcome {}

        record NoSuchThing() implements ActOutcome {}

        /// Some gates confirmed and others did not.
        record NotEverywhere() implements ActOutcome {}
    }

    /// What a page has to be told.
    sealed interface News {
        record BoardChanged(Board board) implements News {}

        /// An event was stored; or a picture has come for one that was stored before, which is then
        /// told again under its number.
        record EventLogged(LoggedEvent event) implements News {}
    }

    /// Ends a subscription.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
