package org.menfang.hub.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Sha256;

/// What is known of holders beside the rule set and their names: numbers that were given out,
/// tenancies, and who asked for help.
public final class Register implements Chapter {
    /// Names one holder among all compounds.
    public record Key(CompoundId compound, HolderId holder) {}

    private record Warning(Key who, Instant until, int days) {}

    private final Set<Key> given = new HashSet<>();
    private final Map<Key, Instant> tenancies = new HashMap<>();
    private final Map<Key, Assistance> help = new HashMap<>();
    private final Set<Warning> warned = new HashSet<>();
    private final Map<Key, Instant> ended = new HashMap<>();
    private final Set<Key> forgotten = new HashSet<>();
    private final AloneADay aloneADay = new AloneADay();
    private final Set<Sha256> namingTexts = new HashSet<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("people.holder-added", PeopleEntry.HolderAdded.class),
                new EntryType<>("people.holder-changed", PeopleEntry.HolderChanged.class),
                new EntryType<>("people.name-written", PeopleEntry.NameWritten.class),
                new EntryType<>("people.holder-ended", PeopleEntry.HolderEnded.class),
                new EntryType<>("people.card-given", PeopleEntry.CardGiven.class),
                new EntryType<>("people.card-changed", PeopleEntry.CardChanged.class),
                new EntryType<>("people.card-taken-back", PeopleEntry.CardTakenBack.class),
                new EntryType<>("people.tenancy-set", PeopleEntry.TenancySet.class),
                new EntryType<>("people.tenancy-warned", PeopleEntry.TenancyWarned.class),
                new EntryType<>("people.assistance-noted", PeopleEntry.AssistanceNoted.class),
                new EntryType<>("people.imported", PeopleEntry.Imported.class),
                new EntryType<>("people.rights-taken", PeopleEntry.RightsTaken.class),
                new EntryType<>("people.many-blocked", PeopleEntry.ManyBlocked.class),
                new EntryType<>("people.forgotten", PeopleEntry.Forgotten.class),
                new EntryType<>("people.forgotten-again", PeopleEntry.ForgottenAgain.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof PeopleEntry change) {
            switch (change) {
                case PeopleEntry.HolderAdded it -> given.add(new Key(it.compound(), it.holder()));
                case PeopleEntry.HolderEnded it -> {
                    Key who = new Key(it.compound(), it.holder());
                    end(who);
                    ended.put(who, entry.at());
                }
                case PeopleEntry.RightsTaken it ->
                        aloneADay.took(new Key(it.compound(), it.holder()), entry.at());
                case PeopleEntry.Forgotten it -> {
                    Key who = new Key(it.compound(), it.holder());
                    end(who);
                    forgotten.add(who);
                    namingTexts.addAll(it.texts());
                }
                case PeopleEntry.TenancySet it -> {
                    Key who = new Key(it.compound(), it.holder());
                    put(tenancies, who, it.until());
                }
                case PeopleEntry.TenancyWarned it ->
                        warned.add(
                                new Warning(
                                        new Key(it.compound(), it.holder()),
                                        it.until(),
                                        it.days()));
                case PeopleEntry.AssistanceNoted it ->
                        put(help, new Key(it.compound(), it.holder()), it.help());
                case PeopleEntry.HolderChanged _,
                        PeopleEntry.NameWritten _,
                        PeopleEntry.CardGiven _,
                        PeopleEntry.CardChanged _,
                        PeopleEntry.CardTakenBack _,
                        PeopleEntry.ForgottenAgain _,
                        PeopleEntry.ManyBlocked _,
                        PeopleEntry.Imported _ -> {}
            }
        }
    }

    /// Whether the number was given out once; it is never given to somebody else.
    boolean wasGiven(Key number) {
        return given.contains(number) || forgotten.contains(number);
    }

    /// Whether one person alone may take something of somebody's rights now.
    boolean mayTakeAlone(Key who, Instant now) {
        return aloneADay.mayTake(who, now);
    }

    /// When all rights of somebody ended.
    Optional<Instant> endedAt(Key who) {
        return Optional.ofNullable(ended.get(who));
    }

    boolean isForgotten(Key who) {
        return forgotten.contains(who);
    }

    /// Everybody who is forgotten.
    Set<Key> forgotten() {
        return Set.copyOf(forgotten);
    }

    /// What texts hash to in which the name of somebody stood who is forgotten.
    public Set<Sha256> namingTexts() {
        return Set.copyOf(namingTexts);
    }

    /// When a tenancy ends, where somebody wrote that down.
    Optional<Instant> tenancyOf(Key who) {
        return Optional.ofNullable(tenancies.get(who));
    }

    /// What help somebody asked for.
    Optional<Assistance> helpFor(Key who) {
        return Optional.ofNullable(help.get(who));
    }

    boolean wasWarned(Key who, Instant until, int days) {
        return warned.contains(new Warning(who, until, days));
    }

    private void end(Key who) {
        tenancies.remove(who);
        help.remove(who);
        warned.removeIf(warning -> warning.who().equals(who));
    }

    private static <V> void put(Map<Key, V> map, Key key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
