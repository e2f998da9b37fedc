package org.menfang.gate.access;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.access.Circumstances.Asker;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.gate.rule.Decision;
import org.menfang.gate.rule.Finding;
import org.menfang.gate.rule.Judge;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.PinCheck;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.EventBody;

/// The talk between the gate and whoever stands at a reader: the rules are asked about what was
/// shown, and where they want one thing more, a PIN or a second person, whoever asks waits for it,
/// never for long.
final class Dialogue implements Timed {
    private final Alarms alarms;
    private final Codes codes;
    private final Tries tries;
    private final Companions companions;
    private final PinEntry pinEntry = new PinEntry();
    private final HeldDigits held = new HeldDigits();
    private final ShownAgain shownAgain;
    private final Circumstances circumstances;
    private final Answers answers;
    private final Movements movements;
    private AccessTable table;

    Dialogue(
            Alarms alarms,
            Codes codes,
            Tries tries,
            Companions companions,
            ShownAgain shownAgain,
            Circumstances circumstances,
            Answers answers,
            Movements movements,
            AccessTable table) {
        this.alarms = alarms;
        this.codes = codes;
        this.tries = tries;
        this.companions = companions;
        this.shownAgain = shownAgain;
        this.circumstances = circumstances;
        this.answers = answers;
        this.movements = movements;
        this.table = table;
    }

    AccessTable table() {
        return table;
    }

    void replaceTable(AccessTable next) {
        table = next;
    }

    @Override
    public MonotonicTime wakeAt() {
        return MonotonicTime.earliest(
                MonotonicTime.earliest(pinEntry.wakeAt(), companions.wakeAt()), held.wakeAt());
    }

    @Override
    public void timeIsDue(Turn turn) {
        for (PinEntry.Waiting late : pinEntry.takeDue(turn)) {
            giveUp(turn, late.desk(), late.card(), true);
        }
        for (Companions.First late : companions.takeDue(turn)) {
            giveUp(turn, late.desk(), late.proof(), true);
        }
        for (HeldDigits.Held due : held.takeDue(turn)) {
            ask(turn, due.desk(), codes.readDigits(table, due.digits(), turn.known()));
        }
    }

    /// Somebody whom a volunteer lets in.
    ///
    /// @param desk where the answer is shown; none where there is no reader
    CommandOutcome assisted(Turn turn, @Nullable ReaderDesk desk, Asker asker) {
        return switch (decide(turn, asker)) {
            case Decision.Granted(Case asked) ->
                    pass(turn, desk, asked) ? CommandOutcome.DONE : assisted(turn, desk, asker);
            case Decision.Denied(Case asked, DenyReason reason, _) -> refused(turn, asked, reason);
            case Decision.Wanted(Case asked, Finding.Step step, _) ->
                    refused(turn, asked, missing(step));
        };
    }

    /// What is still before the reader is no second question.
    void shown(Turn turn, ReaderDesk desk, Proof proof) {
        CredentialIdentifier credential = proof.credential();
        if (credential == null || !desk.isRepeated(credential, turn.time())) {
            ask(turn, desk, proof);
        }
    }

    /// Digits belong to the card that waits for them, or stand alone. Alone, they are looked at
    /// later where somebody guesses.
    void entered(Turn turn, ReaderDesk desk, String digits) {
        Optional<PinEntry.Waiting> card = pinEntry.take(desk);
        Duration delay = desk.guessDelay(turn.time());
        if (card.isPresent()) {
            pinEntered(turn, card.get(), digits);
        } else if (!delay.isZero() || held.isHolding(desk)) {
            held.hold(desk, digits, turn.time().plus(delay));
        } else {
            ask(turn, desk, codes.readDigits(table, digits, turn.known()));
        }
    }

    private void pinEntered(Turn turn, PinEntry.Waiting card, String digits) {
        CredentialIdentifier shown = card.card().credential();
        Credential credential = shown == null ? null : table.credential(shown);
        PinCheck check =
                credential == null
                        ? PinCheck.NOT_ENTERED
                        : table.recognition().check(credential, digits);
        ask(turn, card.desk(), card.card().with(check));
    }

    private void ask(Turn turn, ReaderDesk desk, Proof proof) {
        AccessPointPlan point = desk.accessPoint();
        Decision decision = decide(turn, Asker.showing(point, proof));
        Optional<Duration> lockOut = tries.count(turn, proof, turn.known());
        answer(turn, desk, proof, decision);
        lockOut.ifPresent(length -> tellLockOut(turn, desk, proof, length));
        if (proof.pin() == PinCheck.DURESS) {
            alarms.raiseForMoment(turn, AlarmKind.DURESS, AlarmSource.of(point.door()), "");
        }
    }

    private void answer(Turn turn, ReaderDesk desk, Proof proof, Decision decision) {
        Case asked = decision.asked();
        if (asked.holder() != null || decision instanceof Decision.Granted) {
            endFormer(turn, desk, proof);
        }
        switch (decision) {
            case Decision.Granted _ -> {
                answered(turn, desk, proof);
                if (pass(turn, desk, asked)) {
                    noteShown(turn, asked);
                } else {
                    answer(turn, desk, proof, decide(turn, Asker.showing(asked.point(), proof)));
                }
            }
            case Decision.Denied(_, DenyReason reason, RuleName by) -> {
                denied(turn, desk, asked, reason);
                if (by == RuleName.DOOR_MODE || by == RuleName.SITE_LEVEL) {
                    noteShown(turn, asked);
                }
            }
            case Decision.Wanted(_, Finding.Step step, _) -> await(turn, desk, proof, asked, step);
        }
    }

    /// A card that waits for its PIN makes room for whoever else is known.
    private void endFormer(Turn turn, ReaderDesk desk, Proof proof) {
        pinEntry.take(desk)
                .filter(former -> !former.card().isOfSame(proof))
                .ifPresent(former -> giveUp(turn, desk, former.card(), false));
    }

    /// The wait is over: what the rules still want is missing. Somebody of whom they no longer want
    /// anything passes after all.
    ///
    /// @param here whether he still stands at the reader, as far as anybody knows
    private void giveUp(Turn turn, ReaderDesk desk, Proof proof, boolean here) {
        switch (decide(turn, Asker.showing(desk.accessPoint(), proof))) {
            case Decision.Granted(Case asked) -> {
                if (here && !pass(turn, desk, asked)) {
                    giveUp(turn, desk, proof, true);
                }
            }
            case Decision.Denied(Case asked, DenyReason reason, _) ->
                    denied(turn, desk, asked, reason);
            case Decision.Wanted(Case asked, Finding.Step step, _) ->
                    denied(turn, desk, asked, missing(step));
        }
    }

    /// Everything is fine. Where two persons are needed, the first, who still waits, passes as
    /// well, if the second leaves enough of what both use: of a quota, of the room in an area.
    ///
    /// @return false if the first may no longer pass, and has been told so: then whoever asks now
    ///   has to be asked about again, without him
    private boolean pass(Turn turn, @Nullable ReaderDesk desk, Case asked) {
        Holder second = asked.holder();
        boolean together = table.needsTwoPersons(asked.point().id(), asked.time());
        Companions.First first = together ? companions.take(asked.point().id()).orElse(null) : null;
        if (first != null && second != null) {
            Asker again = Asker.showing(asked.point(), first.proof()).beside(second.id());
            switch (movements.besides(turn, asked, () -> decide(turn, again))) {
                case Decision.Granted(Case both) -> grant(turn, null, both);
                case Decision.Denied(Case alone, DenyReason reason, _) -> {
                    denied(turn, first.desk(), alone, reason);
                    return false;
                }
                case Decision.Wanted(Case alone, Finding.Step step, _) -> {
                    denied(turn, first.desk(), alone, missing(step));
                    return false;
                }
            }
        }
        grant(turn, desk, asked);
        return true;
    }

    private void grant(Turn turn, @Nullable ReaderDesk desk, Case asked) {
        answers.granted(turn, desk, asked, later -> companions.passed(later, asked));
    }

    private void await(Turn turn, ReaderDesk desk, Proof proof, Case asked, Finding.Step step) {
        switch (step) {
            case PIN -> awaitPin(turn, desk, proof, asked);
            case SECOND_PERSON -> awaitSecond(turn, desk, proof, asked);
        }
    }

    private void awaitPin(Turn turn, ReaderDesk desk, Proof proof, Case asked) {
        if (proof.pin() != PinCheck.NOT_ENTERED) {
            denied(turn, desk, asked, DenyReason.PIN_MISSING);
            return;
        }
        answered(turn, desk, proof);
        PinEntry.Waiting begun = pinEntry.begin(turn, desk, proof);
        companions.awaitLonger(asked.point().id(), begun.until());
    }

    private void awaitSecond(Turn turn, ReaderDesk desk, Proof proof, Case asked) {
        AccessPointRule rule = table.accessPointRule(asked.point().id());
        Holder holder = asked.holder();
        if (rule == null || holder == null) {
            denied(turn, desk, asked, DenyReason.SECOND_PERSON_MISSING);
            return;
        }
        answered(turn, desk, proof);
        Duration wait = Duration.ofSeconds(rule.secondPersonSeconds());
        companions.await(
                new Companions.First(
                        desk, proof, asked.point().id(), holder.id(), turn.time().plus(wait)));
        desk.show(turn, ReaderFeedback.NEXT_PERSON);
    }

    private void denied(Turn turn, ReaderDesk desk, Case asked, DenyReason reason) {
        if (reason == DenyReason.SECOND_PERSON_MISSING) {
            companions.take(asked.point().id());
        }
        answers.denied(turn, desk, asked.inquiry(), asked.point().door(), asked.holder(), reason);
    }

    private CommandOutcome refused(Turn turn, Case asked, DenyReason reason) {
        answers.denied(turn, null, asked.inquiry(), asked.point().door(), asked.holder(), reason);
        return CommandOutcome.REFUSED_BY_STATE;
    }

    private void tellLockOut(Turn turn, ReaderDesk desk, Proof proof, Duration length) {
        if (proof.credential() != null) {
            turn.write(
                    new EventBody.CredentialLockedOut(
                            desk.accessPoint().id(),
                            proof.credential(),
                            Math.toIntExact(length.toSeconds())));
        }
        alarms.raiseForMoment(
                turn, AlarmKind.CREDENTIAL_LOCKED_OUT, AlarmSource.of(desk.plan().id()), "");
    }

    private void noteShown(Turn turn, Case asked) {
        if (asked.holder() != null) {
            shownAgain.shown(turn, asked.point().id(), asked.holder().id());
        }
    }

    private static void answered(Turn turn, ReaderDesk desk, Proof proof) {
        if (proof.credential() != null) {
            desk.answered(proof.credential(), turn.time());
        }
    }

    private static DenyReason missing(Finding.Step step) {
        return switch (step) {
            case PIN -> DenyReason.PIN_MISSING;
            case SECOND_PERSON -> DenyReason.SECOND_PERSON_MISSING;
        };
    }

    private Decision decide(Turn turn, Asker asker) {
        return Judge.decide(table, circumstances.of(table, asker, turn.known(), turn.time()));
    }
}
