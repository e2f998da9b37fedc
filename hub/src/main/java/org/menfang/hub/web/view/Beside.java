package org.menfang.hub.web.view;

import java.util.List;
import org.menfang.hub.keep.BackupStanding;

/// What the board tells beside gates and alarms.
///
/// @param ways those of the group
public record Beside(List<WayView> ways, BackupStanding backup) {
    public static final Beside NOTHING = new Beside(List.of(), BackupStanding.NONE);

    public Beside {
        ways = List.copyOf(ways);
    }
}
