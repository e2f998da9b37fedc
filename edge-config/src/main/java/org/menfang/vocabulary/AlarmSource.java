package org.menfang.vocabulary;

/// The thing an alarm comes from.
///
/// @param kind what sort of thing it is
/// @param id its name within its kind
public record AlarmSource(DeviceKind kind, String id) implements Comparable<AlarmSource> {
    public AlarmSource {
        Name.check("device", id);
    }

    public static AlarmSource of(GateId gate) {
        return new AlarmSource(DeviceKind.GATE, gate.value());
    }

    public static AlarmSource of(DoorId door) {
        return new AlarmSource(DeviceKind.DOOR, door.value());
    }

    public static AlarmSource of(ReaderId reader) {
        return new AlarmSource(DeviceKind.READER, reader.value());
    }

    public static AlarmSource of(LampId lamp) {
        return new AlarmSource(DeviceKind.LAMP, lamp.value());
    }

    public static AlarmSource of(CameraId camera) {
        return new AlarmSource(DeviceKind.CAMERA, camera.value());
    }

    public static AlarmSource of(AlarmInputId input) {
        return new AlarmSource(DeviceKind.ALARM_INPUT, input.value());
    }

    @Override
    public int compareTo(AlarmSource other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}
