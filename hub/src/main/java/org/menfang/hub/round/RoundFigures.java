package org.menfang.hub.round;

import java.util.List;

/// How many rounds were planned in a time and what became of them: nothing in it names anybody.
///
/// @param planned all whose time is over
/// @param done with all their places
/// @param part walked, but not to all places
/// @param missed walked by nobody
public record RoundFigures(int planned, int done, int part, int missed) {
    /// Rounds that can still be walked are not counted yet.
    static RoundFigures of(List<Round> rounds) {
        int done = 0;
        int part = 0;
        int missed = 0;
        for (Round round : rounds) {
            switch (round.phase()) {
                case Round.Phase.Due() -> {}
                case Round.Phase.Walking _ -> {}
                case Round.Phase.Missed() -> missed++;
                case Round.Phase.Ended _ -> {
                    if (round.missing().isEmpty()) {
                        done++;
                    } else {
                        part++;
                    }
                }
            }
        }
        return new RoundFigures(done + part + missed, done, part, missed);
    }
}
