package org.menfang.gate.alarm;

import org.menfang.gate.Input;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.site.AlarmInputPlan;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.ReaderId;

/// Alarms that inputs and outputs raise by themselves.
public final class FieldAlarms {
    private final Site site;
    private final Alarms alarms;

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

    public void readerFailed(Turn turn, ReaderId reader, String why) {
        alarms.raise(turn, AlarmKind.READER_FAILED, AlarmSource.of(reader), Limits.shortened(why));
    }

    public void readerRecovered(Turn turn, ReaderId reader) {
        alarms.returned(turn, AlarmKind.READER_FAILED, AlarmSource.of(reader));
    }

    public void readerTampered(Turn turn, ReaderId reader, boolean active) {
        changed(turn, AlarmKind.TAMPER, AlarmSource.of(reader), active);
    }

    public void outputFailed(Turn turn, PointName output, String why) {
        alarms.raise(
                turn,
                AlarmKind.OUTPUT_FAILED,
                sourceOf(output),
                Limits.shortened(output + ": " + why));
    }

    public void outputRecovered(Turn turn, PointName output) {
        alarms.returned(turn, AlarmKind.OUTPUT_FAILED, sourceOf(output));
    }

    private void changed(Turn turn, AlarmKind kind, AlarmSource source, boolean active) {
        if (active) {
            alarms.raise(turn, kind, source, "");
        } else {
            alarms.returned(turn, kind, source);
        }
    }

    private AlarmInputPlan input(AlarmInputId id) {
        return site.alarmInputs().stream()
                .filter(input -> input.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the site has no alarm input " + id));
    }

    private AlarmSource sourceOf(PointName output) {
        return switch (output.role()) {
            case LOCK -> new AlarmSource(DeviceKind.DOOR, output.device());
            case LAMP -> new AlarmSource(DeviceKind.LAMP, output.device());
            case GREEN, RED, BUZZER, D0, D1 -> new AlarmSource(DeviceKind.READER, output.device());
            case MONITOR, REX, FIRE, CURRENT, LINE, ALARM -> alarms.gate();
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
