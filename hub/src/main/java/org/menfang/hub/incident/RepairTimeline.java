package org.menfang.hub.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.menfang.hub.book.Book;
import org.menfang.hub.repair.NewRepair;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.hub.repair.Repair;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// What was reported to be broken, and mended.
///
/// @param repairs those that are open, and those that were closed at a time or later
public record RepairTimeline(Function<Instant, List<Repair>> repairs) implements TimelineSource {
    @Override
    public List<HubAct> of(CompoundId compound, IncidentFacts facts) {
        return repairs.apply(facts.from()).stream()
                .filter(repair -> repair.what().compound().equals(compound))
                .filter(repair -> isThere(repair.what(), facts))
                .flatMap(RepairTimeline::acts)
                .filter(act -> facts.holds(act.at()))
                .toList();
    }

    /// What people see belongs to no gate.
    private static boolean isThere(NewRepair what, IncidentFacts facts) {
        MeasuredFault fault = what.fault();
        return fault == null || facts.gates().contains(fault.gate());
    }

    private static Stream<HubAct> acts(Repair repair) {
        HubAct reported =
                act(
                        repair,
                        repair.reportedAt(),
                        repair.reportedBy(),
                        "cases.timeline.repair-reported");
        Optional<Repair.Step> closed =
                repair.steps().stream()
                        .filter(step -> step.kind() == Repair.StepKind.CLOSED)
                        .findFirst();
        return Stream.concat(
                Stream.of(reported),
                closed.stream()
                        .map(step ->
                                act(repair, step.at(), step.by(), "cases.timeline.repair-closed")));
    }

    private static HubAct act(Repair repair, Instant at, OperatorName by, String key) {
        MeasuredFault fault = repair.what().fault();
        return new HubAct(
                at,
                by.equals(Book.HUB) ? "" : by.value(),
                repair.what().place(),
                key,
                Map.of(
                        "number",
                        String.valueOf(repair.number()),
                        "what",
                        fault == null ? repair.what().what() : "#alarm." + fault.kind()));
    }
}
