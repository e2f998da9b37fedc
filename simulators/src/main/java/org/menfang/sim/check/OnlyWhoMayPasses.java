package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.menfang.sim.device.Card;
import org.menfang.sim.people.Deed;
import org.menfang.vocabulary.GateId;

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
    public void onDeed(Instant now, GateId gate, Deed deed, Report report) {
        switch (deed) {
            case Deed.Passed passed when !passed.point().isRex() ->
                    mustBeAllowed(
                            now,
                            deed,
                            at -> rights.mayPass(passed.card(), passed.point(), at),
                            report);
            case Deed.PassedUnderDuress forced ->
                    mustBeAllowed(
                            now,
                            deed,
                            at -> rights.mayPass(forced.who().card(), forced.point(), at),
                            report);
            case Deed.TwoPassed two -> {
                mustBeAllowed(now, deed, at -> mayGoAsTwo(two, two.first().card(), at), report);
                mustBeAllowed(now, deed, at -> mayGoAsTwo(two, two.second().card(), at), report);
            }
            case Deed.PassOpened opened ->
                    mustBeAllowed(
                            now,
                            deed,
                            at -> rights.mayPass(opened.pass(), opened.point(), at),
                            report);
            case Deed.PassRefused refused ->
                    mustBeForbidden(
                            now,
                            deed,
                            at -> rights.mayPass(refused.pass(), refused.point(), at),
                            report);
            case Deed.TurnedAway away when !rights.mayHaveToWait(away.point(), now) ->
                    mustBeForbidden(
                            now, deed, at -> rights.mayPass(away.card(), away.point(), at), report);
            case Deed.KeptOut out -> report.violated(now, "never got an answer: " + out);
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
        rights.hear(now, deed);
    }

    private boolean mayGoAsTwo(Deed.TwoPassed two, Card card, Instant at) {
        return rights.mayPassWithAnother(card, two.point(), at)
                && !two.first().card().equals(two.second().card());
    }

    private static void mustBeAllowed(
            Instant now, Deed deed, Predicate<Instant> may, Report report) {
        if (!may.test(now) && !may.test(now.minus(PASSAGE_MAX))) {
            report.violated(now, "passed without a right: " + deed);
        }
    }

    private static void mustBeForbidden(
            Instant now, Deed deed, Predicate<Instant> may, Report report) {
        if (may.test(now) && may.test(now.minus(PASSAGE_MAX))) {
            report.violated(now, "turned away with a right: " + deed);
        }
    }
}
