package org.menfang.gate.alarm;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.menfang.gate.Input;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.ReaderId;

/// Alarms that inputs and outputs raise by themselves.
public final class FieldAlarms {
    private final Site site;
    private final Alarms alarms;
    private final NavigableSet<PointName> failedInputs = new TreeSet<>();

    public FieldAlarms(Site site, Alarms alarms) {
        this.site = site;
        this.alarms = alarms;
    }

    public void fireChanged(Turn turn, boolean active) {
        changed(turn, AlarmKind.FIRE, alarms.gate(), active);
    }

    public void inputChanged(Turn turn, AlarmInputId id, boolean active) {
        changed(turn, input(id).kind(), AlarmSource.of(id), active);
    }

    public void equipmentTold(Turn turn, Input.AlarmOfEquipment told) {
        switch (told) {
            case Input.ReaderFailed(var reader, var why) ->
                    alarms.raise(
                            turn, AlarmKind.READER_FAILED, source(reader), Limits.shortened(why));
            case Input.ReaderRecovered(var reader) ->
                    alarms.returned(turn, AlarmKind.READER_FAILED, source(reader));
            case Input.ReaderTampered(var reader, boolean active) ->
                    changed(turn, AlarmKind.TAMPER, source(reader), active);
            case Input.OutputFailed(var output, var why) ->
                    raise(turn, AlarmKind.OUTPUT_FAILED, output, why);
            case Input.OutputRecovered(var output) ->
                    alarms.returned(turn, AlarmKind.OUTPUT_FAILED, sourceOf(output));
            case Input.InputFailed(var input, var why) -> {
                failedInputs.add(input);
                raise(turn, AlarmKind.INPUT_FAILED, input, why);
            }
            case Input.InputRecovered(var input) -> inputRecovered(turn, input);
            case Input.SupplyChanged(boolean weak) ->
                    changed(turn, AlarmKind.UNDER_VOLTAGE, alarms.gate(), weak);
        }
    }

    private void raise(Turn turn, AlarmKind kind, PointName point, String why) {
        alarms.raise(turn, kind, sourceOf(point), Limits.shortened(point + ": " + why));
    }

    /// Several inputs may belong to one thing: its alarm returns with the last of them.
    private void inputRecovered(Turn turn, PointName input) {
        failedInputs.remove(input);
        AlarmSource source = sourceOf(input);
        if (failedInputs.stream().noneMatch(other -> sourceOf(other).equals(source))) {
            alarms.returned(turn, AlarmKind.INPUT_FAILED, source);
        }
    }

    private void changed(Turn turn, AlarmKind kind, AlarmSource source, boolean active) {
        if (active) {
            alarms.raise(turn, kind, source, "");
        } else {
            alarms.returned(turn, kind, source);
        }
    }

    private AlarmSource source(ReaderId reader) {
        if (site.accessPointOf(reader).isEmpty()) {
            throw new IllegalArgumentException("the site has no reader " + reader);
        }
        return AlarmSource.of(reader);
    }

    private AlarmInputPlan input(AlarmInputId id) {
        return site.alarmInputs().stream()
                .filter(input -> input.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the site has no alarm input " + id));
    }

    private AlarmSource sourceOf(PointName point) {
        return switch (point.role()) {
            case LOCK, MONITOR, LOOP -> new AlarmSource(DeviceKind.DOOR, point.device());
            case LAMP, CURRENT, LINE -> new AlarmSource(DeviceKind.LAMP, point.device());
            case GREEN, RED, BUZZER, D0, D1 -> new AlarmSource(DeviceKind.READER, point.device());
            case ALARM -> new AlarmSource(DeviceKind.ALARM_INPUT, point.device());
            case REX ->
                    site.accessPoint(new AccessPointId(point.device()))
                            .map(accessPoint -> AlarmSource.of(accessPoint.door()))
                            .orElseGet(alarms::gate);
            case FIRE, DARK, SIREN, STROBE -> alarms.gate();
        };
    }

    public void programTold(Turn turn, Input.AlarmOfProgram told) {
        switch (told) {
            case Input.InputsDropped(long count) ->
                    alarms.raiseForMoment(
                            turn, AlarmKind.INPUTS_DROPPED, alarms.gate(), Long.toString(count));
            case Input.SiteFileRejected(var fault) ->
                    alarms.raise(
                            turn,
                            AlarmKind.SITE_FILE_REJECTED,
                            alarms.gate(),
                            Limits.shortened(fault));
            case Input.SafeModeEntered(var why) ->
                    alarms.raise(turn, AlarmKind.SAFE_MODE, alarms.gate(), Limits.shortened(why));
            case Input.SafeModeLeft() -> alarms.returned(turn, AlarmKind.SAFE_MODE, alarms.gate());
        }
    }
}
