package org.menfang.hub.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.OperatorName;

/// Who has which role now.
public final class Rights implements Chapter {
    private final Map<String, EnumSet<Role>> roles = new TreeMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("rights.appointed", RightsEntry.Appointed.class),
                new EntryType<>("rights.dismissed", RightsEntry.Dismissed.class),
                new EntryType<>("rights.code-made", RightsEntry.CodeMade.class),
                new EntryType<>("rights.factors-reset", RightsEntry.FactorsReset.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RightsEntry change) {
            switch (change) {
                case RightsEntry.Appointed(OperatorName who, Role role) ->
                        roles.computeIfAbsent(who.value(), _ -> EnumSet.noneOf(Role.class))
                                .add(role);
                case RightsEntry.Dismissed(OperatorName who, Role role) ->
                        roles.getOrDefault(who.value(), EnumSet.noneOf(Role.class)).remove(role);
                case RightsEntry.CodeMade _, RightsEntry.FactorsReset _ -> {
                    // Whoever reads the log sees it; no role changes.
                }
            }
        }
    }

    /// In the order of their declaration.
    public Set<Role> rolesOf(OperatorName who) {
        EnumSet<Role> held = roles.get(who.value());
        return held == null ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(held);
    }

    public boolean may(OperatorName who, Right right) {
        EnumSet<Role> held = roles.get(who.value());
        return held != null && held.stream().anyMatch(role -> role.carries(right));
    }

    /// Everybody who has a role, by name.
    public List<OperatorName> everybody() {
        return roles.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new OperatorName(each.getKey()))
                .toList();
    }

    /// Whether two persons can stand for two different bodies.
    public boolean areOfTwoBodies(OperatorName one, OperatorName other) {
        return !one.equals(other)
                && rolesOf(one).stream()
                        .anyMatch(first ->
                                rolesOf(other).stream()
                                        .anyMatch(second -> first.body() != second.body()));
    }
}
