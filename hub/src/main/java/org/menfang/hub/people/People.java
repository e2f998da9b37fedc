package org.menfang.hub.people;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;

/// Everybody whose name the hub knows, at one time.
public final class People {
    public static final People NOBODY = new People(0, Map.of());

    private record Key(@Nullable CompoundId compound, HolderId holder) {}

    private final long version;
    private final Map<Key, Person> byKey;

    private People(long version, Map<Key, Person> byKey) {
        this.version = version;
        this.byKey = byKey;
    }

    /// @param version changes with every import
    public static People of(long version, Collection<Person> people) {
        Map<Key, Person> byKey = new HashMap<>();
        people.forEach(person -> byKey.put(new Key(person.compound(), person.holder()), person));
        return new People(version, byKey);
    }

    public long version() {
        return version;
    }

    /// The holder of this compound, or else the one whose compound nobody named.
    public Optional<Person> find(CompoundId compound, HolderId holder) {
        Person own = byKey.get(new Key(compound, holder));
        return Optional.ofNullable(own == null ? byKey.get(new Key(null, holder)) : own);
    }

    /// Everybody, in no order.
    public Collection<Person> all() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    public int count() {
        return byKey.size();
    }
}
