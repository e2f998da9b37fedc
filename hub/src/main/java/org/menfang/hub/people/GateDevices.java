package org.menfang.hub.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.wire.GateState;

/// A gate with all that hangs on it, as it told last.
///
/// @param heard how long ago, in words
public record GateDevices(
        String compound, String name, boolean online, String heard, List<DeviceRow> devices) {
    public GateDevices {
        devices = List.copyOf(devices);
    }

    static GateDevices of(GateCard gate, Telling telling) {
        GateState state = gate.state();
        return new GateDevices(
                gate.compound().value(),
                state == null ? gate.gate().value() : state.name(),
                gate.online(),
                gate.heardAt() == null
                        ? telling.text("people.devices.never")
                        : telling.text("people.devices.heard", "age", telling.age(gate.heardAt())),
                state == null ? List.of() : rows(gate, state, telling));
    }

    private static List<DeviceRow> rows(GateCard gate, GateState state, Telling telling) {
        List<DeviceRow> rows = new ArrayList<>();
        rows.add(row(state, AlarmSource.of(gate.gate()), state.name(), "", telling));
        state.doors()
                .forEach(each ->
                        rows.add(
                                row(
                                        state,
                                        AlarmSource.of(each.id()),
                                        each.name(),
                                        telling.text("door.phase." + each.phase()),
                                        telling)));
        state.readers()
                .forEach(each ->
                        rows.add(row(state, AlarmSource.of(each.id()), each.name(), "", telling)));
        state.lamps()
                .forEach(each ->
                        rows.add(
                                row(
                                        state,
                                        AlarmSource.of(each.id()),
                                        each.name(),
                                        telling.text("lamp." + each.light()),
                                        telling)));
        state.cameras()
                .forEach(each ->
                        rows.add(
                                row(
                                        state,
                                        AlarmSource.of(each.id()),
                                        each.name(),
                                        telling.text(
                                                each.working()
                                                        ? "plan.camera.works"
                                                        : "plan.camera.lost"),
                                        telling)));
        state.alarmInputs()
                .forEach(each ->
                        rows.add(row(state, AlarmSource.of(each.id()), each.name(), "", telling)));
        return rows;
    }

    private static DeviceRow row(
            GateState state, AlarmSource device, String name, String does, Telling telling) {
        String alarms =
                state.alarms().stream()
                        .filter(alarm -> alarm.source().equals(device))
                        .map(alarm -> telling.text("alarm." + alarm.kind()))
                        .distinct()
                        .collect(Collectors.joining(" · "));
        return new DeviceRow(
                telling.text("people.device." + device.kind()), name, device.id(), does, alarms);
    }
}
