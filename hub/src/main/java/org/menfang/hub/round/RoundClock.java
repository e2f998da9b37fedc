package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// Lets rounds begin and end in their time, and tells the leader on duty what was missed.
public final class RoundClock implements Timed {
    /// How long a tap may be on its way from a gate before a place counts as missed.
    private static final Duration SETTLES_AFTER = Duration.ofMinutes(1);

    private static final Duration OF_USE = Duration.ofHours(8);
    private static final Duration TOLD_OF_MAX = Duration.ofDays(1);

    private final RoundBook rounds;
    private final Function<Instant, List<OperatorName>> leaders;
    private final Teller teller;

    public RoundClock(
            RoundBook rounds, Function<Instant, List<OperatorName>> leaders, Teller teller) {
        this.rounds = rounds;
        this.leaders = leaders;
        this.teller = teller;
    }

    @Override
    public void tick(Instant now) {
        rounds.makeDue();
        rounds.lapse();
        rounds.since(now.minus(TOLD_OF_MAX)).stream()
                .filter(round -> !round.told() && hasToBeTold(round, now))
                .forEach(round -> tell(round, now));
    }

    private static boolean hasToBeTold(Round round, Instant now) {
        return switch (round.phase()) {
            case Round.Phase.Due() -> false;
            case Round.Phase.Walking _ -> false;
            case Round.Phase.Missed() -> true;
            case Round.Phase.Ended ended ->
                    !round.missing().isEmpty() && ended.endedAt().plus(SETTLES_AFTER).isBefore(now);
        };
    }

    /// Told first and noted down afterwards: telling twice is better than never.
    private void tell(Round round, Instant now) {
        CompoundId where = round.tour().compound();
        String name = round.tour().name();
        int missing = round.missing().size();
        boolean walked = round.walker().isPresent();
        teller.tell(
                new Notice(
                        "round." + round.id(),
                        Notice.Urgency.CALL,
                        walked
                                ? where + "：巡逻“" + name + "”有 " + missing + " 处没有到。"
                                : where + "：巡逻“" + name + "”没有人走。",
                        walked
                                ? where + ": the round “" + name + "” left out " + places(missing)
                                : where + ": nobody walked the round “" + name + "”.",
                        leaders.apply(now),
                        now.plus(OF_USE)));
        rounds.told(round.id());
    }

    private static String places(int count) {
        return count == 1 ? "1 place." : count + " places.";
    }
}
