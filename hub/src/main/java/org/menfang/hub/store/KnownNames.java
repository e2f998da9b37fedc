package org.menfang.hub.store;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The names of all people that the hub knows: those who live in the compounds, and those who sign
/// in. They are read again when people have changed.
public final class KnownNames implements Supplier<List<String>> {
    private record Read(long version, List<String> names) {}

    private final Database database;
    private volatile @Nullable Read last;

    public KnownNames(Database database) {
        this.database = database;
    }

    @Override
    public List<String> get() {
        long version = database.read(PeopleRows::version);
        Read known = last;
        if (known == null || known.version() != version) {
            known = new Read(version, people());
            last = known;
        }
        List<String> all = new java.util.ArrayList<>(known.names());
        all.addAll(accounts());
        return all;
    }

    private List<String> people() {
        return database.read(handle ->
                handle.createQuery("SELECT DISTINCT name FROM person").mapTo(String.class).list());
    }

    private List<String> accounts() {
        return database.read(handle ->
                handle.createQuery("SELECT name FROM account").mapTo(String.class).list());
    }
}
