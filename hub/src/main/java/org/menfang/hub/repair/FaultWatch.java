package org.menfang.hub.repair;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.office.Timed;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;

/// Watches the board: a fault that lasts makes a repair by itself, and one that stays away closes
/// the repair that was made for it. Whether a person answered or reset the alarm plays no part:
/// what counts is its cause.
///
/// While a gate is away nobody measures there, and nothing of it counts as gone.
public final class FaultWatch implements Timed {
    private static final System.Logger LOG = System.getLogger(FaultWatch.class.getName());

    private final RepairBook repairs;
    private final Supplier<Board> boards;
    private final Steady<PlacedFault> lasting = new Steady<>();
    private final Steady<PlacedFault> gone = new Steady<>();
    private String lastRefusal = "";

    public FaultWatch(RepairBook repairs, Supplier<Board> boards) {
        this.repairs = repairs;
        this.boards = boards;
    }

    private record PlacedFault(CompoundId compound, MeasuredFault fault) {}

    @Override
    public void tick(Instant now) {
        Board board = boards.get();
        Map<PlacedFault, AlarmCard> there = causes(board);
        List<Repair> measured = repairs.open().stream().filter(Repair::isMeasured).toList();
        lasting.look(there.keySet(), now);
        gone.look(goneOf(measured, there.keySet(), heard(board)), now);
        closeMended(measured);
        reportLasting(there, measured);
    }

    /// The alarms whose cause is there.
    private static Map<PlacedFault, AlarmCard> causes(Board board) {
        Map<PlacedFault, AlarmCard> causes = new HashMap<>();
        for (AlarmCard card : board.alarms()) {
            boolean causeIsThere =
                    switch (card.state()) {
                        case RAISED, ACKNOWLEDGED -> true;
                        case RETURNED, LATCHED, RESET -> false;
                    };
            if (causeIsThere) {
                causes.put(placed(card), card);
            }
        }
        return causes;
    }

    private static PlacedFault placed(AlarmCard card) {
        return new PlacedFault(
                card.ref().compound(),
                new MeasuredFault(card.ref().gate(), card.kind(), card.source()));
    }

    private static Set<PlacedGate> heard(Board board) {
        Set<PlacedGate> heard = new HashSet<>();
        for (GateCard card : board.gates()) {
            if (card.online()) {
                heard.add(new PlacedGate(card.compound(), card.gate()));
            }
        }
        return heard;
    }

    private record PlacedGate(CompoundId compound, GateId gate) {}

    private static Set<PlacedFault> goneOf(
            List<Repair> measured, Set<PlacedFault> there, Set<PlacedGate> heard) {
        Set<PlacedFault> gone = new HashSet<>();
        for (Repair repair : measured) {
            PlacedFault fault = placed(repair);
            if (!there.contains(fault)
                    && heard.contains(new PlacedGate(fault.compound(), fault.fault().gate()))) {
                gone.add(fault);
            }
        }
        return gone;
    }

    private static PlacedFault placed(Repair repair) {
        MeasuredFault fault = repair.what().fault();
        if (fault == null) {
            throw new IllegalArgumentException("repair " + repair.number() + " is not measured");
        }
        return new PlacedFault(repair.what().compound(), fault);
    }

    private void closeMended(List<Repair> measured) {
        for (Repair repair : measured) {
            if (gone.isFor(placed(repair), FaultRules.GONE)) {
                tell(repairs.closeMeasured(repair.number()));
            }
        }
    }

    private void reportLasting(Map<PlacedFault, AlarmCard> there, List<Repair> measured) {
        Set<PlacedFault> reported = new HashSet<>();
        measured.forEach(repair -> reported.add(placed(repair)));
        there.forEach((fault, card) -> {
            boolean lasts =
                    FaultRules.repairAfter(card.kind())
                            .filter(after -> lasting.isFor(fault, after))
                            .isPresent();
            if (lasts && !reported.contains(fault)) {
                tell(repairs.report(Book.HUB, repairOf(fault, card)));
            }
        });
    }

    private static NewRepair repairOf(PlacedFault fault, AlarmCard card) {
        String name = card.sourceName().isBlank() ? card.source().id() : card.sourceName();
        String place =
                name.length() > NewRepair.TEXT_CHARS_MAX
                        ? name.substring(0, NewRepair.TEXT_CHARS_MAX)
                        : name;
        // When the hub heard of it: the clock of a gate may be wrong by years.
        return new NewRepair(fault.compound(), place, "", fault.fault(), card.heardAt());
    }

    /// What cannot be done now is tried again at the next look, and told once.
    private void tell(Outcome outcome) {
        String refusal = outcome instanceof Outcome.Refused(String key) ? key : "";
        if (!refusal.isEmpty() && !refusal.equals(lastRefusal)) {
            LOG.log(Level.WARNING, "a measured fault could not be written down: {0}", refusal);
        }
        lastRefusal = refusal;
    }
}
