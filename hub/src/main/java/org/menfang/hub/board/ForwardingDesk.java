package org.menfang.hub.board;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// A desk before another one, to which everything goes that is not done differently here.
public interface ForwardingDesk extends Desk {
    /// The desk behind it.
    Desk to();

    @Override
    default Board board() {
        return to().board();
    }

    @Override
    default List<LoggedEvent> events(long beforeNumber, int count) {
        return to().events(beforeNumber, count);
    }

    @Override
    default Subscription subscribe(Consumer<News> listener) {
        return to().subscribe(listener);
    }

    @Override
    default CompletionStage<ActOutcome> acknowledge(AlarmRef alarm, OperatorName by) {
        return to().acknowledge(alarm, by);
    }

    @Override
    default CompletionStage<ActOutcome> reset(AlarmRef alarm, OperatorName by) {
        return to().reset(alarm, by);
    }

    @Override
    default CompletionStage<ActOutcome> actOnDoor(
            CompoundId compound, GateId gate, DoorId door, DoorAct act, OperatorName by) {
        return to().actOnDoor(compound, gate, door, act, by);
    }

    @Override
    default CompletionStage<ActOutcome> holdOpen(
            CompoundId compound, GateId gate, DoorId door, int minutes, OperatorName by) {
        return to().holdOpen(compound, gate, door, minutes, by);
    }

    @Override
    default CompletionStage<ActOutcome> setLevel(
            CompoundId compound, SiteLevel level, @Nullable Integer minutes, OperatorName by) {
        return to().setLevel(compound, level, minutes, by);
    }
}
