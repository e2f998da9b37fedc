package org.menfang.gate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.menfang.gate.Moment;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Samples;
import org.menfang.gate.Times;
import org.menfang.site.DoorPlan;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.TimeTrust;

/// Runs a door through a table. Each line: a time, an act, the phase after it, and what has to be
/// told. Release 5 s (extended 15 s), held after 30 s (extended 60 s), warning 10 s before.
final class DoorTable {
    private DoorTable() {}

    static void check(String table) {
        check(Samples.strike(), table);
    }

    static void check(DoorPlan plan, String table) {
        Door door = Door.closed(plan, Intent.LOCKED);
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            String[] sides = line.strip().split("\\s*->\\s*", -1);
            String[] words = sides[0].split("\\s+", -1);
            MonotonicTime now = MonotonicTime.START.plus(Times.parse(words[0]));
            Door next = after(door, words[1], now);
            List<String> told = new ArrayList<>();
            told.add(next.phase().getClass().getSimpleName());
            DoorChange.between(door, next)
                    .forEach(change -> told.add(change.getClass().getSimpleName()));
            assertEquals(sides[1].strip().replaceAll("\\s+", " "), String.join(" ", told), line);
            door = next;
        }
    }

    private static Door after(Door door, String word, MonotonicTime now) {
        return switch (word) {
            case "grant" -> door.grant(null, false, false, null, now);
            case "extended" -> door.grant(null, false, true, null, now);
            case "rex" -> door.grant(null, true, false, null, now);
            case "open" -> door.open(now);
            case "found-open" -> door.foundOpen(now);
            case "close" -> door.close();
            case "tick" -> door.timeIsDue(now);
            case "fire" -> door.meant(door.intent().withFire(true), now);
            case "fire-over" -> door.meant(door.intent().withFire(false), now);
            case "hold" -> door.holdOpen(moment(now), Duration.ofMinutes(10)).orElseThrow();
            case "level-over" -> door.inLevel(null, now);
            default -> told(door, word, now);
        };
    }

    static Door told(Door door, String word, MonotonicTime now) {
        String[] parts = word.split(":", -1);
        return switch (parts[0]) {
            case "level" -> door.inLevel(DoorMode.valueOf(parts[1]), now);
            case "schedule" ->
                    door.meant(door.intent().withSchedule(DoorMode.valueOf(parts[1]), null), now);
            default ->
                    door.act(DoorAct.valueOf(word), moment(now), Duration.ofMinutes(20))
                            .orElseThrow();
        };
    }

    private static Moment moment(MonotonicTime now) {
        return new Moment(Samples.NOON, now, TimeTrust.TRUSTED);
    }
}
