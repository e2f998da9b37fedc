package org.menfang.site;

import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SirenId;

/// One electrical point: the device it belongs to and its role, written `north-gate.lock`.
public record PointName(String device, PointRole role) implements Comparable<PointName> {
    /// The fire input of the gate.
    public static final PointName FIRE = new PointName("gate", PointRole.FIRE);

    /// The photocell of the gate.
    public static final PointName DARK = new PointName("gate", PointRole.DARK);

    public static PointName lock(DoorId door) {
        return new PointName(door.value(), PointRole.LOCK);
    }

    public static PointName monitor(DoorId door) {
        return new PointName(door.value(), PointRole.MONITOR);
    }

    public static PointName loop(DoorId barrier) {
        return new PointName(barrier.value(), PointRole.LOOP);
    }

    public static PointName rex(AccessPointId accessPoint) {
        return new PointName(accessPoint.value(), PointRole.REX);
    }

    public static PointName lamp(LampId lamp) {
        return new PointName(lamp.value(), PointRole.LAMP);
    }

    public static PointName current(LampId lamp) {
        return new PointName(lamp.value(), PointRole.CURRENT);
    }

    public static PointName line(LampId lamp) {
        return new PointName(lamp.value(), PointRole.LINE);
    }

    public static PointName alarm(AlarmInputId input) {
        return new PointName(input.value(), PointRole.ALARM);
    }

    public static PointName siren(SirenId siren) {
        return new PointName(siren.value(), PointRole.SIREN);
    }

    public static PointName strobe(SirenId siren) {
        return new PointName(siren.value(), PointRole.STROBE);
    }

    /// A point of a reader: one of its two lines, or one of its lights and sounds.
    public static PointName of(ReaderId reader, PointRole role) {
        return new PointName(reader.value(), role);
    }

    @Override
    public int compareTo(PointName other) {
        int byDevice = device.compareTo(other.device);
        return byDevice != 0 ? byDevice : role.compareTo(other.role);
    }

    @Override
    public String toString() {
        return device + "." + role.fileName();
    }
}
