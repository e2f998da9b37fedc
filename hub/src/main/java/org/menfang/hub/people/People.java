package org.menfang.hub.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

/// Everybody whose name the hub knows, at one time.
///
/// @param version changes with every import
public record People(long version, Map<CompoundId, Map<HolderId, Person>> byCompound) {
    public static final People NOBODY = new People(0, Map.of());

    public static People of(long version, Collection<Person> people) {
        Map<CompoundId, Map<HolderId, Person>> byCompound = new HashMap<>();
        for (Person person : people) {
            byCompound
                    .computeIfAbsent(person.compound(), any -> new HashMap<>())
                    .put(person.holder(), person);
        }
        return new People(version, byCompound);
    }

    public Optional<Person> find(CompoundId compound, HolderId holder) {
        return Optional.ofNullable(byCompound.getOrDefault(compound, Map.of()).get(holder));
    }

    public int count() {
        return byCompound.values().stream().mapToInt(Map::size).sum();
    }
}
