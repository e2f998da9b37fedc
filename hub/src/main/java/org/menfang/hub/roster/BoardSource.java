package org.menfang.hub.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.LampLight;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.GateState;

/// What the board knows of and the next shift has to: alarms, levels, doors, devices.
public final class BoardSource implements HandOverSource {
    private final Supplier<Board> board;

    public BoardSource(Supplier<Board> board) {
        this.board = board;
    }

    @Override
    public List<HandOverItem> open(Instant now) {
        Board seen = board.get();
        return Stream.concat(
                        seen.alarms().stream().map(BoardSource::alarm),
                        seen.gates().stream().flatMap(gate -> of(gate).stream()))
                .toList();
    }

    private static HandOverItem alarm(AlarmCard card) {
        return new HandOverItem(
                HandOverKind.OPEN_ALARM, card.sourceName(), card.raisedAt(), "", card.kind());
    }

    private static List<HandOverItem> of(GateCard card) {
        GateState state = card.state();
        String name = state == null ? card.gate().value() : state.name();
        List<HandOverItem> items = new ArrayList<>();
        if (!card.online()) {
            items.add(item(HandOverKind.GATE_OFFLINE, name, card.heardAt()));
        }
        if (state != null) {
            overrides(state, items);
            devices(state, items);
        }
        return items;
    }

    private static void overrides(GateState state, List<HandOverItem> items) {
        if (state.fire()) {
            items.add(item(HandOverKind.FIRE, state.name(), null));
        }
        HandOverKind level = kind(state.level());
        if (level != null) {
            items.add(item(level, state.name(), null));
        }
        for (GateState.DoorView door : state.doors()) {
            HandOverKind mode = kind(door.mode());
            if (mode != null) {
                items.add(item(mode, door.name(), null));
            }
            if (door.phase() == DoorPhase.HELD || door.phase() == DoorPhase.FORCED) {
                items.add(item(HandOverKind.DOOR_OPEN, door.name(), null));
            }
        }
    }

    private static void devices(GateState state, List<HandOverItem> items) {
        state.cameras().stream()
                .filter(camera -> !camera.working())
                .forEach(camera -> items.add(item(HandOverKind.CAMERA_LOST, camera.name(), null)));
        state.lamps().stream()
                .filter(lamp -> isDead(lamp.light()))
                .forEach(lamp -> items.add(item(HandOverKind.LAMP_DEAD, lamp.name(), null)));
    }

    private static boolean isDead(LampLight light) {
        return switch (light) {
            case OFF, BURNING, STARTING -> false;
            case DEAD, CUT -> true;
        };
    }

    private static @Nullable HandOverKind kind(SiteLevel level) {
        return switch (level) {
            case NORMAL -> null;
            case PATROL_PRESENT -> HandOverKind.PATROL_PRESENT;
            case LOCKDOWN -> HandOverKind.LOCKDOWN;
            case EVACUATION -> HandOverKind.EVACUATION;
        };
    }

    private static @Nullable HandOverKind kind(DoorMode mode) {
        return switch (mode) {
            case LOCKED, ACCESSED -> null;
            case UNLOCKED, LOCKED_OPEN -> HandOverKind.DOOR_UNLOCKED;
            case BLOCKED, LOCKED_DOWN -> HandOverKind.DOOR_BLOCKED;
        };
    }

    private static HandOverItem item(HandOverKind kind, String place, @Nullable Instant since) {
        return HandOverItem.of(kind, place, since, "");
    }
}
