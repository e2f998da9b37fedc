package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.Holder;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleSet;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.Card;
import org.menfang.sim.people.Deed;
import org.menfang.sim.people.ShownPass;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;

/// Who may pass where, by the rule set that lies on the disk of each gate and by what a person has
/// written down who saw everybody pass.
public final class Rights {
    /// For so long after a passage another, interlocked door may still be closed to everybody.
    private static final Duration INTERLOCKED = Duration.ofSeconds(30);

    /// What a gate granted is with the others after so long, where both are there.
    private static final Duration NEWS_IN_TIME = Duration.ofSeconds(15);

    /// For so long after a new rule set the one before it may have decided.
    private static final Duration RULES_JUST_CHANGED = Duration.ofSeconds(30);

    /// What a gate has counted for somebody who then did not pass is given back after so long.
    private static final Duration GIVEN_BACK = Duration.ofMinutes(2);

    private final Compound compound;
    private final Excuses excuses;
    private final Lockdowns lockdowns;
    private final PassageBook book = new PassageBook();
    private final Map<Long, Paper> papers = new HashMap<>();
    private final Map<GateId, Board> boards = new TreeMap<>();

    /// What hangs on the wall beside a gate.
    private static final class Board {
        private @Nullable RuleSet rules;
        private @Nullable RuleSet before;
        private Instant since = Instant.MIN;
        private @Nullable Instant notTakenAt;

        void post(@Nullable RuleSet next, Instant now) {
            if (versionOf(next) != versionOf(rules)) {
                before = rules;
                rules = next;
                since = now;
            }
        }

        private static long versionOf(@Nullable RuleSet rules) {
            return rules == null ? 0 : rules.version();
        }
    }

    Rights(Compound compound, Excuses excuses) {
        this.compound = compound;
        this.excuses = excuses;
        lockdowns = new Lockdowns(compound, excuses);
        for (GateHouse gate : compound.houses()) {
            Board board = new Board();
            board.rules = gate.rules().rules();
            boards.put(gate.id(), board);
        }
    }

    private Board board(GateId gate) {
        Board board = boards.get(gate);
        if (board == null) {
            throw new IllegalArgumentException("no gate " + gate);
        }
        return board;
    }

    /// Reads what a gate wrote of its rules and its level.
    void hear(Event event) {
        excuses.hear(event);
        lockdowns.hear(event);
        Board board = board(event.gate());
        if (event.body() instanceof EventBody.RulesApplied) {
            look(event.gate());
        } else if (event.body() instanceof EventBody.AccessNotTaken) {
            board.notTakenAt = compound.clock().world();
        }
    }

    private void look(GateId gate) {
        board(gate).post(compound.house(gate).rules().rules(), compound.clock().world());
    }

    /// Writes down what happened.
    void hear(Instant now, GateId gate, Deed deed) {
        lockdowns.hear(now, gate, deed);
        switch (deed) {
            case Deed.Passed passed -> went(now, gate, passed.card(), passed.point());
            case Deed.PassedUnderDuress forced ->
                    went(now, gate, forced.who().card(), forced.point());
            case Deed.TwoPassed two -> {
                went(now, gate, two.first().card(), two.point());
                went(now, gate, two.second().card(), two.point());
            }
            case Deed.PassOpened opened -> {
                book.used(use(now, gate, null), opened.pass().pass().id());
                book.went(use(now, gate, null), opened.point());
            }
            case Deed.TurnedAway _,
                    Deed.KeptOut _,
                    Deed.KeptIn _,
                    Deed.PassRefused _,
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
    }

    /// A button asks nobody who they are.
    private void went(Instant now, GateId gate, Card card, AccessPointPlan point) {
        Holder holder =
                point.isRex()
                        ? null
                        : newest(gate).flatMap(p -> p.holder(card, point)).orElse(null);
        book.went(use(now, gate, holder), point);
    }

    /// A contact that does not move tells nothing of who went through.
    private PassageBook.Use use(Instant now, GateId gate, @Nullable Holder holder) {
        return new PassageBook.Use(now, gate, holder, !excuses.mayBeStuck(gate));
    }

    private Optional<Paper> newest(GateId gate) {
        return Optional.ofNullable(board(gate).rules).map(this::paper);
    }

    private Paper paper(RuleSet rules) {
        return papers.computeIfAbsent(
                rules.version(), _ -> new Paper(compound.houses().getFirst().site(), rules));
    }

    /// Asks the paper that hangs there, and for a while after it was changed the one before it.
    private Answer ask(GateId gate, Instant at, Function<Paper, Answer> question) {
        look(gate);
        Board board = board(gate);
        RuleSet rules = board.rules;
        Answer answer = rules == null ? Answer.NO : question.apply(paper(rules));
        RuleSet before = board.before;
        if (before == null || at.isAfter(board.since.plus(RULES_JUST_CHANGED))) {
            return answer;
        }
        Answer other = question.apply(paper(before));
        return other == answer ? answer : Answer.PERHAPS;
    }

    /// Asks a paper what hangs on whether the gate is locked down.
    private Answer ask(Paper paper, GateId gate, Instant at, Predicate<Boolean> question) {
        return lockdowns.ask(gate, at, LockdownsEnd.lasts(paper.rules()), question);
    }

    /// Whether somebody alone may pass.
    Answer mayPass(Card card, AccessPointPlan point, GateId gate, Instant at) {
        return ask(
                gate,
                at,
                paper ->
                        paper.needsTwo(point, at) && !excuses.mayMistakeTheTime(gate)
                                ? Answer.NO
                                : withAnother(paper, card, point, gate, at));
    }

    /// Whether somebody may pass beside whoever else is needed.
    Answer mayPassWithAnother(Card card, AccessPointPlan point, GateId gate, Instant at) {
        return ask(gate, at, paper -> withAnother(paper, card, point, gate, at));
    }

    private Answer withAnother(
            Paper paper, Card card, AccessPointPlan point, GateId gate, Instant at) {
        Optional<Holder> holder = paper.holder(card, point);
        Answer sometime = ask(paper, gate, at, locked -> paper.admitsSometime(card, point, locked));
        if (holder.isEmpty() || sometime == Answer.NO) {
            return Answer.NO;
        }
        if (excuses.mayMistakeTheTime(gate)) {
            // Residents pass at every hour then, others at none (decision 0004 of core).
            return Answer.PERHAPS;
        }
        Answer now = ask(paper, gate, at, locked -> paper.admits(card, point, at, locked));
        if (now == Answer.NO) {
            return Answer.NO;
        }
        return now.and(notTooSoon(paper, holder.get(), point, gate, at))
                .and(withinQuotas(paper, holder.get(), point, gate, at));
    }

    /// Whether a pass opens.
    Answer mayPass(ShownPass shown, AccessPointPlan point, GateId gate, Instant at) {
        Pass pass = shown.pass();
        if (excuses.mayMistakeTheTime(gate)) {
            return Answer.of(pass.scope().covers(point.id(), point.to(), gate)).and(Answer.PERHAPS);
        }
        boolean valid =
                pass.scope().covers(point.id(), point.to(), gate)
                        && !at.isBefore(pass.notBefore())
                        && at.isBefore(pass.expires())
                        && (shown.fresh() || pass.type() == PassClass.PAPER);
        Integer most = pass.usesMax();
        Answer left =
                most == null
                        ? Answer.YES
                        : left(book.uses(pass.id()), most, gate, at, validity(pass));
        return ask(
                gate,
                at,
                paper ->
                        ask(
                                        paper,
                                        gate,
                                        at,
                                        locked ->
                                                valid
                                                        && paper.isObeyed(
                                                                pass.holder(), point, locked))
                                .and(left));
    }

    private static Duration validity(Pass pass) {
        return Duration.between(pass.notBefore(), pass.expires());
    }

    /// Whether somebody with a right may be turned away all the same: another door, of which never
    /// two may be open, was just open.
    boolean mayHaveToWait(AccessPointPlan point, GateId gate, Instant at) {
        return newest(gate)
                .filter(paper ->
                        book.anyThrough(
                                gate, paper.interlockedWith(point.door()), at.minus(INTERLOCKED)))
                .isPresent();
    }

    private Answer notTooSoon(
            Paper paper, Holder holder, AccessPointPlan point, GateId gate, Instant at) {
        AccessPointRule rule = paper.ruleOf(point);
        Integer again = rule == null ? null : rule.notAgainSeconds();
        if (again == null) {
            return Answer.YES;
        }
        Answer answer = Answer.YES;
        for (GateId each : boards.keySet()) {
            Optional<PassageBook.Use> tooSoon =
                    book.lastPassage(each, holder.id(), point.id())
                            .filter(last -> last.at().plusSeconds(again).isAfter(at));
            if (tooSoon.isPresent()) {
                boolean certain = each.equals(gate) && tooSoon.get().seen();
                answer = answer.and(certain ? Answer.NO : Answer.PERHAPS);
            }
        }
        return answer;
    }

    private Answer withinQuotas(
            Paper paper, Holder holder, AccessPointPlan point, GateId gate, Instant at) {
        Answer answer = Answer.YES;
        if (paper.isFromOutside(point) || holder.household() == null) {
            return answer;
        }
        for (Quota quota : paper.rules().households().quotas()) {
            if (counts(quota, holder, point, at)) {
                List<PassageBook.Use> uses = book.uses(quota, holder.household(), at);
                Duration period = Duration.ofHours(quota.periodHours());
                answer = answer.and(left(uses, quota.usesMax(), gate, at, period));
            }
        }
        return answer;
    }

    private static boolean counts(Quota quota, Holder holder, AccessPointPlan point, Instant at) {
        return holder.household() != null
                && quota.accessPoints().contains(point.id())
                && !quota.exempt().contains(holder.kind())
                && (quota.households().isEmpty() || quota.households().contains(holder.household()))
                && !at.isBefore(quota.from())
                && at.isBefore(quota.until());
    }

    /// What is certainly used is what this gate saw itself, and what it heard from the others in
    /// time. Any gate alone grants no more than there is, in any weather: that is the bound.
    ///
    /// @param period how long a use counts
    private Answer left(
            List<PassageBook.Use> uses, int most, GateId gate, Instant at, Duration period) {
        long certain = uses.stream().filter(use -> isKnown(use, gate)).count();
        if (certain >= most) {
            return Answer.NO;
        }
        boolean doubtful =
                uses.size() >= most
                        || excuses.mayBeApart(gate)
                        || excuses.mayNotWrite(gate)
                        || excuses.mayHaveUsesThatNobodyTook(boards.keySet(), period)
                        || boards.values().stream().anyMatch(board -> justGaveBack(board, at));
        return doubtful ? Answer.PERHAPS : Answer.YES;
    }

    private boolean isKnown(PassageBook.Use use, GateId gate) {
        Duration ago = Duration.between(use.at(), compound.clock().world());
        return use.seen()
                && (use.gate().equals(gate)
                        || (ago.compareTo(NEWS_IN_TIME) > 0
                                && !excuses.mayNotHaveHeard(gate, use.gate(), ago)));
    }

    private static boolean justGaveBack(Board board, Instant at) {
        return board.notTakenAt != null && board.notTakenAt.plus(GIVEN_BACK).isAfter(at);
    }
}
