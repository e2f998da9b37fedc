package org.menfang.gate;

import org.menfang.gate.access.Admission;
import org.menfang.gate.alarm.FieldAlarms;
import org.menfang.gate.door.Doors;
import org.menfang.gate.lamp.Lamps;
import org.menfang.gate.reader.KeyFrames;
import org.menfang.gate.reader.ReaderDesks;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.ReaderId;

/// Hands what readers, contacts, sensors and outputs tell to whoever owns the thing it is about.
final class FieldDesk {
    private final Site site;
    private final Admission admission;
    private final Doors doors;
    private final Lamps lamps;
    private final ReaderDesks readers;
    private final FieldAlarms alarms;

    FieldDesk(
            Site site,
            Admission admission,
            Doors doors,
            Lamps lamps,
            ReaderDesks readers,
            FieldAlarms alarms) {
        this.site = site;
        this.admission = admission;
        this.doors = doors;
        this.lamps = lamps;
        this.readers = readers;
        this.alarms = alarms;
    }

    void take(Turn turn, Input.FromField told) {
        switch (KeyFrames.heard(told, this::hasKeypad)) {
            case Input.CardRead(var reader, var bits) ->
                    admission.cardRead(turn, readers.desk(reader), bits);
            case Input.KeyPressed(var reader, var key) ->
                    admission.keyPressed(turn, readers.desk(reader), key);
            case Input.CodeRead(var reader, var text) ->
                    admission.codeRead(turn, readers.desk(reader), text);
            case Input.MonitorChanged(var door, boolean open) ->
                    doors.monitorChanged(turn, door, open);
            case Input.LoopChanged(var barrier, boolean occupied) ->
                    doors.loopChanged(turn, barrier, occupied);
            case Input.RexPressed(var accessPoint) -> doors.exit(turn, accessPoint(accessPoint));
            case Input.FireChanged(boolean active) -> alarms.fireChanged(turn, active);
            case Input.AlarmInputChanged(var id, boolean active) ->
                    alarms.inputChanged(turn, id, active);
            case Input.DarknessChanged(boolean dark) -> lamps.darknessChanged(turn, dark);
            case Input.LampCurrentChanged(var lamp, boolean flows) ->
                    lamps.currentChanged(turn, lamp, flows);
            case Input.LampLineChanged(var lamp, boolean whole) ->
                    lamps.lineChanged(turn, lamp, whole);
            case Input.AlarmOfEquipment equipment -> alarms.equipmentTold(turn, equipment);
        }
    }

    private boolean hasKeypad(ReaderId reader) {
        return readers.desk(reader).plan().keypad();
    }

    private AccessPointPlan accessPoint(AccessPointId id) {
        return site.accessPoint(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("the site has no access point " + id));
    }
}
