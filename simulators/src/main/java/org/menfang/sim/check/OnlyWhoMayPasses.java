package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.menfang.sim.device.Card;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;

/// Nobody passes a reader without a right, and nobody with a right is turned away.
public final class OnlyWhoMayPasses implements Check {
    /// Between the decision and the last step through the door.
    private static final Duration PASSAGE_MAX = Duration.ofSeconds(15);

    private final Rights rights;
    private final Excuses excuses;

    OnlyWhoMayPasses(Rights rights, Excuses excuses) {
        this.rights = rights;
        this.excuses = excuses;
    }

    @Override
    public String promise() {
        return "who may pass passes, and nobody else";
    }

    @Override
    public void onEvent(Event event, Report report) {
        rights.hear(event);
    }

    @Override
    public void onDeed(Instant now, GateId gate, Deed deed, Report report) {
        Case at = new Case(now, gate, deed, report);
        switch (deed) {
            case Deed.Passed passed when !passed.point().isRex() ->
                    at.mustBeAllowed(
                            time -> rights.mayPass(passed.card(), passed.point(), gate, time));
            case Deed.PassedUnderDuress forced ->
                    at.mustBeAllowed(time ->
                            rights.mayPass(forced.who().card(), forced.point(), gate, time));
            case Deed.TwoPassed two -> {
                at.mustBeAllowed(time -> mayGoAsTwo(two, two.first().card(), gate, time));
                at.mustBeAllowed(time -> mayGoAsTwo(two, two.second().card(), gate, time));
            }
            case Deed.PassOpened opened ->
                    at.mustBeAllowed(
                            time -> rights.mayPass(opened.pass(), opened.point(), gate, time));
            case Deed.PassRefused refused ->
                    at.mustBeForbidden(
                            time -> rights.mayPass(refused.pass(), refused.point(), gate, time));
            case Deed.TurnedAway away when !rights.mayHaveToWait(away.point(), gate, now) ->
                    at.mustBeForbidden(
                            time -> rights.mayPass(away.card(), away.point(), gate, time));
            case Deed.KeptOut _ -> at.mustBeDark();
            case Deed.Passed _,
                    Deed.TurnedAway _,
                    Deed.KeptIn _,
                    Deed.PinsGuessed _,
                    Deed.CopyShown _,
                    Deed.LockdownCalled _,
                    Deed.BrokeIn _,
                    Deed.HeldOpen _,
                    Deed.LampLineCut _,
                    Deed.LampLineMended _,
                    Deed.LampDied _,
                    Deed.LampReplaced _ -> {}
        }
        rights.hear(now, gate, deed);
    }

    private Answer mayGoAsTwo(Deed.TwoPassed two, Card card, GateId gate, Instant at) {
        return two.first().card().equals(two.second().card())
                ? Answer.NO
                : rights.mayPassWithAnother(card, two.point(), gate, at);
    }

    /// One deed to be judged.
    private final class Case {
        private final Instant now;
        private final GateId gate;
        private final Deed deed;
        private final Report report;

        Case(Instant now, GateId gate, Deed deed, Report report) {
            this.now = now;
            this.gate = gate;
            this.deed = deed;
            this.report = report;
        }

        void mustBeAllowed(Function<Instant, Answer> may) {
            if (may.apply(now) == Answer.NO && may.apply(now.minus(PASSAGE_MAX)) == Answer.NO) {
                report.violated(now, "at " + gate + " passed without a right: " + deed);
            }
        }

        void mustBeForbidden(Function<Instant, Answer> may) {
            boolean allowed =
                    may.apply(now) == Answer.YES && may.apply(now.minus(PASSAGE_MAX)) == Answer.YES;
            // Beside a door whose contact says that it stands open, an interlocked one stays
            // closed.
            if (allowed && !excuses.mayBeDark(gate) && !excuses.mayBeStuck(gate)) {
                report.violated(now, "at " + gate + " turned away with a right: " + deed);
            }
        }

        void mustBeDark() {
            if (!excuses.mayBeDark(gate) && !excuses.mayNotMove(gate)) {
                report.violated(now, "at " + gate + " never got an answer: " + deed);
            }
        }
    }
}
