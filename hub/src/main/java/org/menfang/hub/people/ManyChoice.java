package org.menfang.hub.people;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.menfang.hub.page.Visit;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;

/// Whom somebody means by households and kind.
///
/// @param households set apart by spaces, commas or lines; empty for all of a kind
/// @param kind the name of a kind of holder; empty for all of the households
public record ManyChoice(String households, String kind) {
    static ManyChoice sent(Visit visit) {
        return new ManyChoice(
                (visit.query("households") + visit.field("households")).strip(),
                visit.query("kind") + visit.field("kind"));
    }

    boolean isEmpty() {
        return households.isEmpty() && kind.isEmpty();
    }

    /// Those whom a change would change.
    ///
    /// @param blocked what is to become of their cards
    List<Holder> of(RuleSet rules, boolean blocked) {
        Set<String> named =
                Arrays.stream(households.split("[\\s,，、;；]+", -1))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet());
        return isEmpty()
                ? List.of()
                : rules.holders().stream()
                        .filter(holder -> holder.suspended() != blocked)
                        .filter(holder -> kind.isEmpty() || holder.kind().name().equals(kind))
                        .filter(holder ->
                                named.isEmpty()
                                        || (holder.household() != null
                                                && named.contains(holder.household().value())))
                        .toList();
    }
}
