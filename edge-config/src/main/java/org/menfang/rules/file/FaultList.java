package org.menfang.rules.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.menfang.json.TextPlace;
import org.menfang.text.Spelling;

/// Gathers the faults of one rule set, as many as are told.
final class FaultList {
    private final List<RuleFault> faults = new ArrayList<>();

    void add(TextPlace place, String path, RuleFaultCode code, String... arguments) {
        add(place, path, code, Optional.empty(), arguments);
    }

    void add(Piece<?> piece, RuleFaultCode code, String... arguments) {
        addWithin(piece, "", code, arguments);
    }

    /// @param within where in the piece: `.policies[2]`
    void addWithin(Piece<?> piece, String within, RuleFaultCode code, String... arguments) {
        add(piece.place(), piece.path() + within, code, arguments);
    }

    /// Adds a fault about a name that is not there, with a guess at what the writer meant.
    void addUnknown(
            Piece<?> piece,
            String within,
            RuleFaultCode code,
            String name,
            Collection<String> known) {
        add(piece.place(), piece.path() + within, code, Spelling.nearest(name, known), name);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /// The faults in the order of the text, and at the end whether there are more.
    List<RuleFault> told() {
        List<RuleFault> told =
                new ArrayList<>(
                        faults.stream()
                                .limit(RuleSetFiles.FAULTS_MAX)
                                .sorted(
                                        Comparator.comparingInt(RuleFault::line)
                                                .thenComparingInt(RuleFault::column))
                                .toList());
        if (faults.size() > RuleSetFiles.FAULTS_MAX) {
            RuleFault last = told.getLast();
            told.add(
                    new RuleFault(
                            last.line(), last.column(), "", RuleFaultCode.AND_MORE, List.of()));
        }
        return told;
    }

    /// Counts one fault past the limit, so that the list can say that there are more.
    private void add(
            TextPlace place,
            String path,
            RuleFaultCode code,
            Optional<String> guess,
            String... arguments) {
        if (faults.size() <= RuleSetFiles.FAULTS_MAX) {
            faults.add(
                    new RuleFault(
                            place.line(), place.column(), path, code, List.of(arguments), guess));
        }
    }
}
