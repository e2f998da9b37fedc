package org.menfang.sim.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.device.Card;
import org.menfang.sim.device.Crowd;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;

/// Everybody who lives in the compound or works for it: about 40 people of 15 households, drawn
/// from a seed.
public final class Population {
    /// The facility number on all cards of the compound.
    public static final int FACILITY = 26;

    /// The first card's number; the others follow.
    public static final int FIRST_CARD = 10_001;

    /// A card that somebody lost; its holder has a new one.
    public static final Card LOST_CARD = new Card(FACILITY, 9_999);

    /// A card of another compound.
    public static final Card FOREIGN_CARD = new Card(99, 4_711);

    /// Households that a small compound has; of a larger one, the next so many are like them.
    private static final int HOUSEHOLDS = 15;

    private static final int SHADES = 8;

    /// So many that there are a thousand codes for each one given out.
    static final int PIN_DIGITS = 6;

    private final long seed;
    private final Chance chance;
    private final Names names;
    private final List<Person> people = new ArrayList<>();

    private Population(long seed) {
        this.seed = seed;
        chance = Chance.of(seed, "population");
        names = new Names(chance);
    }

    /// The same seed gives the same people.
    public static List<Person> of(long seed) {
        return of(seed, HOUSEHOLDS);
    }

    /// The people of a larger compound.
    ///
    /// @param households 15 and up
    public static List<Person> of(long seed, int households) {
        Population population = new Population(seed);
        for (int number = 0; number < households; number++) {
            population.moveIn(number);
        }
        population.addVisitors();
        return List.copyOf(population.people);
    }

    private void moveIn(int number) {
        String surname = names.surname();
        Home home =
                new Home(
                        new HouseholdId(String.format(Locale.ROOT, "h-%02d", number + 1)),
                        address(number));
        for (Habit habit : members(number)) {
            add(names.of(surname), kindOf(number, habit), habit, home);
        }
    }

    /// Five blocks of three entrances; every household lives behind a door of its own.
    private String address(int number) {
        return (number / 3 + 1)
                + "号楼"
                + (number % 3 + 1)
                + "单元"
                + chance.between(1, 6)
                + "0"
                + chance.between(1, 2);
    }

    private static List<Habit> members(int number) {
        return switch (number % HOUSEHOLDS) {
            case 0, 1, 2, 3, 4, 5 -> List.of(Habit.WORKER, Habit.WORKER, Habit.PUPIL);
            case 6, 7 -> List.of(Habit.ELDER, Habit.ELDER);
            case 8, 9 -> List.of(Habit.VOLUNTEER, Habit.ELDER);
            case 10, 11, 12 -> List.of(Habit.WORKER, Habit.WORKER, Habit.ELDER, Habit.PUPIL);
            case 13 -> List.of(Habit.WORKER);
            case 14 -> List.of(Habit.EXPIRED_RENTER);
            default -> throw new IllegalArgumentException("no such household: " + number);
        };
    }

    private static HolderKind kindOf(int number, Habit habit) {
        boolean rents = number % HOUSEHOLDS >= 13;
        return switch (habit) {
            case WORKER, PUPIL, ELDER -> rents ? HolderKind.RENTER : HolderKind.RESIDENT;
            case VOLUNTEER -> HolderKind.VOLUNTEER;
            case EXPIRED_RENTER -> HolderKind.RENTER;
            // The clinic rents its rooms.
            case DOCTOR -> HolderKind.RENTER;
            case COURIER -> HolderKind.COURIER;
            case PATIENT -> HolderKind.VISITOR;
        };
    }

    private void addVisitors() {
        add(names.full(), kindOf(0, Habit.DOCTOR), Habit.DOCTOR, null);
        add(names.full(), HolderKind.COURIER, Habit.COURIER, null);
        add(names.full(), HolderKind.COURIER, Habit.COURIER, null);
        add(names.full(), HolderKind.VISITOR, Habit.PATIENT, null);
    }

    private void add(String name, HolderKind kind, Habit habit, @Nullable Home home) {
        int number = people.size();
        HolderId id = new HolderId(String.format(Locale.ROOT, "p-%03d", number + 1));
        boolean old = habit == Habit.ELDER || habit == Habit.VOLUNTEER;
        people.add(
                new Person(
                        id,
                        name,
                        kind,
                        habit,
                        home,
                        new Card(FACILITY, FIRST_CARD + number),
                        pin(id),
                        IssuedTag.draw(Chance.of(seed, "tag of " + id)),
                        old && chance.percent(40),
                        new Crowd.Look(build(habit), chance.below(SHADES))));
    }

    private String pin(HolderId id) {
        Chance digits = Chance.of(seed, "pin of " + id);
        return IntStream.range(0, PIN_DIGITS)
                .mapToObj(_ -> Integer.toString(digits.below(10)))
                .collect(Collectors.joining());
    }

    private static Crowd.Build build(Habit habit) {
        return switch (habit) {
            case WORKER, DOCTOR, EXPIRED_RENTER, PATIENT -> Crowd.Build.ADULT;
            case PUPIL -> Crowd.Build.CHILD;
            case ELDER, VOLUNTEER -> Crowd.Build.ELDER;
            case COURIER -> Crowd.Build.COURIER;
        };
    }
}
