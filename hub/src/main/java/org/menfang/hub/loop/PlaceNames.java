package org.menfang.hub.loop;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.LampId;
import org.menfang.wire.GateState;

/// What people call a thing at a gate, as that gate said last; its id where it said none.
final class PlaceNames {
    private PlaceNames() {}

    static String of(AlarmSource source, @Nullable GateState state) {
        if (state == null) {
            return source.id();
        }
        return switch (source.kind()) {
            case GATE -> state.name();
            case DOOR ->
                    find(
                            source,
                            state.doors(),
                            view -> AlarmSource.of(view.id()),
                            GateState.DoorView::name);
            case LAMP ->
                    find(
                            source,
                            state.lamps(),
                            view -> AlarmSource.of(view.id()),
                            GateState.LampView::name);
            case CAMERA ->
                    find(
                            source,
                            state.cameras(),
                            view -> AlarmSource.of(view.id()),
                            GateState.CameraView::name);
            case READER ->
                    find(
                            source,
                            state.readers(),
                            view -> AlarmSource.of(view.id()),
                            GateState.ReaderView::name);
            case ALARM_INPUT ->
                    find(
                            source,
                            state.alarmInputs(),
                            view -> AlarmSource.of(view.id()),
                            GateState.AlarmInputView::name);
        };
    }

    static String of(DoorId door, @Nullable GateState state) {
        return of(AlarmSource.of(door), state);
    }

    static String of(LampId lamp, @Nullable GateState state) {
        return of(AlarmSource.of(lamp), state);
    }

    static String of(CameraId camera, @Nullable GateState state) {
        return of(AlarmSource.of(camera), state);
    }

    private static <V> String find(
            AlarmSource source,
            List<V> views,
            Function<V, AlarmSource> sourceOf,
            Function<V, String> nameOf) {
        return views.stream()
                .filter(view -> sourceOf.apply(view).equals(source))
                .map(nameOf)
                .findFirst()
                .orElse(source.id());
    }
}
