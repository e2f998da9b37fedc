package org.menfang.gate.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorMode;

class IntentTest {
    /// Every mode and every act; `-` for refused.
    @Test
    void every_act_in_every_mode() {
        String table =
                """
                            ACCESS   LOCK   UNLOCK   BLOCK   LOCK_DOWN   LOCK_DOWN_RELEASE LOCK_OPEN   LOCK_OPEN_RELEASE
                LOCKED      LOCKED   LOCKED UNLOCKED BLOCKED LOCKED_DOWN -                 LOCKED_OPEN -
                UNLOCKED    UNLOCKED LOCKED UNLOCKED BLOCKED LOCKED_DOWN -                 LOCKED_OPEN -
                BLOCKED     -        LOCKED UNLOCKED BLOCKED LOCKED_DOWN -                 LOCKED_OPEN -
                LOCKED_DOWN -        -      -        -       LOCKED_DOWN LOCKED            -           -
                LOCKED_OPEN -        -      -        -       -           -                 LOCKED_OPEN LOCKED
                """;
        List<String> lines = table.lines().toList();
        List<DoorAct> acts =
                Arrays.stream(lines.getFirst().strip().split("\\s+", -1))
                        .map(DoorAct::valueOf)
                        .toList();
        assertEquals(DoorAct.values().length, acts.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\\s+", -1);
            Intent before = new Intent(DoorMode.valueOf(words[0]), DoorMode.LOCKED);
            for (DoorAct act : acts) {
                String after = before.after(act).map(next -> next.mode().name()).orElse("-");
                assertEquals(words[1 + acts.indexOf(act)], after, words[0] + " " + act);
            }
        }
    }

    @Test
    void a_blocked_door_is_blocked_again_when_the_lockdown_ends() {
        Intent blocked = new Intent(DoorMode.BLOCKED, DoorMode.LOCKED);
        Intent lockedDown = blocked.after(DoorAct.LOCK_DOWN).orElseThrow();
        assertEquals(
                DoorMode.BLOCKED, lockedDown.after(DoorAct.LOCK_DOWN_RELEASE).orElseThrow().mode());
    }

    @Test
    void an_unlocked_door_is_locked_when_the_lockdown_ends() {
        Intent unlocked = new Intent(DoorMode.UNLOCKED, DoorMode.LOCKED);
        Intent lockedDown = unlocked.after(DoorAct.LOCK_DOWN).orElseThrow();
        assertEquals(
                DoorMode.LOCKED, lockedDown.after(DoorAct.LOCK_DOWN_RELEASE).orElseThrow().mode());
    }
}
