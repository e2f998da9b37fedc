package org.menfang.site.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.menfang.json.TextPlace;
import org.menfang.text.Spelling;

/// Gathers the faults of one file.
final class FaultList {
    private final List<SiteFault> faults = new ArrayList<>();

    void add(TextPlace place, FaultCode code, String... arguments) {
        add(place, code, Optional.empty(), arguments);
    }

    /// Adds a fault about a word, with a guess at what the writer meant.
    void addMisspelt(
            TextPlace place,
            FaultCode code,
            Collection<String> known,
            String word,
            String... further) {
        List<String> arguments = new ArrayList<>();
        arguments.add(word);
        arguments.addAll(List.of(further));
        add(place, code, Spelling.nearest(word, known), arguments.toArray(String[]::new));
    }

    void add(TextPlace place, FaultCode code, Optional<String> guess, String... arguments) {
        faults.add(new SiteFault(place.line(), place.column(), code, List.of(arguments), guess));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /// All of them, in the order of the file.
    List<SiteFault> inOrder() {
        return faults.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt(SiteFault::line)
                                .thenComparingInt(SiteFault::column)
                                .thenComparing(SiteFault::code))
                .toList();
    }
}
