package org.menfang.hub.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.GateRecords;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateIdentity;

/// What can be chosen in the form of an incident.
///
/// @param records what gates wrote of alarms that are over
/// @param operators everybody who has a role
public record IncidentChoices(
        Supplier<Board> board, GateRecords records, Supplier<List<OperatorName>> operators) {
    private static final int ALARM_PARTS = 4;
    private static final int DIGITS_MAX = 18;

    /// @param name what people call the gate
    public record GateChoice(String id, String name) {}

    List<String> compounds() {
        return board.get().gates().stream()
                .map(card -> card.compound().value())
                .distinct()
                .sorted()
                .toList();
    }

    List<GateChoice> gates(String compound) {
        return cards(compound)
                .map(card ->
                        new GateChoice(
                                card.gate().value(),
                                card.state() == null ? card.gate().value() : card.state().name()))
                .toList();
    }

    List<String> gateIds(String compound) {
        return cards(compound).map(card -> card.gate().value()).toList();
    }

    private Stream<GateCard> cards(String compound) {
        return board.get().gates().stream()
                .filter(card -> card.compound().value().equals(compound));
    }

    /// The alarm that a link names: `compound/gate/gate/number`, or `compound/gate/hub/number` for
    /// one that the hub found.
    static Optional<AlarmRef> alarmOf(String link) {
        String[] parts = link.split("/", -1);
        boolean fits =
                parts.length == ALARM_PARTS
                        && Name.isValid(parts[0])
                        && Name.isValid(parts[1])
                        && (parts[2].equals("gate") || parts[2].equals("hub"))
                        && parts[3].matches("[1-9][0-9]*")
                        && parts[3].length() <= DIGITS_MAX;
        return fits
                ? Optional.of(
                        new AlarmRef(
                                new CompoundId(parts[0]),
                                new GateId(parts[1]),
                                parts[2].equals("hub"),
                                new AlarmId(Long.parseLong(parts[3]))))
                : Optional.empty();
    }

    /// An alarm that was raised.
    record Raised(AlarmRef ref, AlarmKind kind, String place, Instant at) {}

    /// The alarm as it stands on the board, or in the records of its gate where it is over.
    Optional<Raised> raised(AlarmRef alarm) {
        return board.get().alarms().stream()
                .filter(card -> card.ref().equals(alarm))
                .findFirst()
                .map(card -> new Raised(alarm, card.kind(), card.sourceName(), card.heardAt()))
                .or(() -> alarm.byHub() ? Optional.empty() : over(alarm));
    }

    private Optional<Raised> over(AlarmRef alarm) {
        GateIdentity gate = new GateIdentity(alarm.compound(), alarm.gate());
        return records.from(gate, EventStream.ALARMS, alarm.alarm().value(), 1).stream()
                .map(GateRecords.Kept::event)
                .flatMap(event ->
                        event.event().body() instanceof EventBody.AlarmRaised raised
                                        && raised.alarm().equals(alarm.alarm())
                                ? Stream.of(
                                        new Raised(
                                                alarm,
                                                raised.kind(),
                                                event.where(),
                                                event.heardAt()))
                                : Stream.empty())
                .findFirst();
    }
}
