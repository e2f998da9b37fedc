package org.menfang.hub.loop;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;
import org.menfang.wire.GateState;

/// What people call a door, a lamp or a camera, as its gate said last; its id where it said none.
final class PlaceNames {
    private PlaceNames() {}

    static String of(AlarmSource source, @Nullable GateState state) {
        return switch (source.kind()) {
            case DOOR -> of(new DoorId(source.id()), state);
            case LAMP -> of(new LampId(source.id()), state);
            case CAMERA -> of(new CameraId(source.id()), state);
            case GATE -> state == null ? source.id() : state.name();
            case READER, ALARM_INPUT -> source.id();
        };
    }

    static String of(DoorId door, @Nullable GateState state) {
        return state == null
                ? door.value()
                : state.doors().stream()
                        .filter(view -> view.id().equals(door))
                        .map(GateState.DoorView::name)
                        .findFirst()
                        .orElse(door.value());
    }

    static String of(LampId lamp, @Nullable GateState state) {
        return state == null
                ? lamp.value()
                : state.lamps().stream()
                        .filter(view -> view.id().equals(lamp))
                        .map(GateState.LampView::name)
                        .findFirst()
                        .orElse(lamp.value());
    }

    static String of(CameraId camera, @Nullable GateState state) {
        return state == null
                ? camera.value()
                : state.cameras().stream()
                        .filter(view -> view.id().equals(camera))
                        .map(GateState.CameraView::name)
                        .findFirst()
                        .orElse(camera.value());
    }
}
