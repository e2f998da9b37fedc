package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import org.menfang.sim.people.Deed;

/// Nobody passes a reader without a right, and nobody with a right is turned away.
public final class OnlyWhoMayPasses implements Check {
    /// Between the decision and the last step through the door.
    private static final Duration PASSAGE_MAX = Duration.ofSeconds(15);

    private final Rights rights;

    public OnlyWhoMayPasses(Rights rights) {
        this.rights = rights;
    }

    @Override
    public String promise() {
        return "who may pass passes, and nobody else";
    }

    @Override
    public void onDeed(Instant now, Deed deed, Report report) {
        switch (deed) {
            case Deed.Passed passed
                    when !passed.point().isRex()
                            && !rights.mayPass(passed.card(), passed.point(), now)
                            && !rights.mayPass(
                                    passed.card(), passed.point(), now.minus(PASSAGE_MAX)) ->
                    report.violated(now, "passed without a right: " + deed);
            case Deed.TurnedAway away
                    when rights.mayPass(away.card(), away.point(), now)
                            && rights.mayPass(away.card(), away.point(), now.minus(PASSAGE_MAX)) ->
                    report.violated(now, "turned away with a right: " + deed);
            case Deed.KeptOut out -> report.violated(now, "never got an answer: " + out);
            case Deed.Passed _,
                    Deed.TurnedAway _,
                    Deed.KeptIn _,
                    Deed.BrokeIn _,
                    Deed.HeldOpen _,
                    Deed.LampLineCut _,
                    Deed.LampLineMended _,
                    Deed.LampDied _,
                    Deed.LampReplaced _ -> {}
        }
    }
}
