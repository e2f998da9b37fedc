package org.menfang.hub.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.hub.repair.RepairState.Act;

class RepairStateTest {
    /// Every state (rows) after every act (columns); a dash is a refusal.
    private static final String TABLE =
            """
                        ACCEPT    BEGIN       FINISH  GIVE_BACK  SEND_BACK  CLOSE
            REPORTED    ACCEPTED  -           -       -          -          CLOSED
            ACCEPTED    ACCEPTED  BEING_DONE  DONE    REPORTED   -          CLOSED
            BEING_DONE  ACCEPTED  -           DONE    REPORTED   -          CLOSED
            DONE        -         -           -       -          ACCEPTED   CLOSED
            CLOSED      -         -           -       -          -          -
            """;

    @Test
    void each_act_leads_where_the_table_says() {
        String[] lines = TABLE.split("\n", -1);
        String[] acts = lines[0].strip().split(" +", -1);
        assertEquals(Act.values().length, acts.length);
        for (int row = 0; row < RepairState.values().length; row++) {
            String[] cells = lines[row + 1].strip().split(" +", -1);
            RepairState before = RepairState.valueOf(cells[0]);
            for (int column = 0; column < acts.length; column++) {
                String after = cells[column + 1];
                assertEquals(
                        after.equals("-")
                                ? Optional.empty()
                                : Optional.of(RepairState.valueOf(after)),
                        before.after(Act.valueOf(acts[column])),
                        before + " " + acts[column]);
            }
        }
    }
}
