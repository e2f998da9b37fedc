package org.menfang.sim.people;

import java.util.List;
import org.menfang.sim.time.Chance;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.DoorId;

/// What people do with cards and doors that they should not do.
public final class Mischief {
    /// Who has a part in the scenes of the day keeps their card: their story hangs on it.
    private static final int FIRST_PERSON = 100;

    /// The last ones of the list live elsewhere.
    private static final int PEOPLE_FROM_OUTSIDE = 4;

    private static final int WAITS_FOR_AN_OPEN_DOOR_SECONDS = 1_800;

    private final Life life;

    public Mischief(Life life) {
        this.life = life;
    }

    /// Two people use each other's cards.
    ///
    /// @return gives both back
    public Runnable lend(Chance chance) {
        Walker one = life.walker(chance.oneOf(people()).id());
        Walker other = life.walker(chance.oneOf(people()).id());
        one.borrows(other.person());
        other.borrows(one.person());
        return () -> {
            one.borrows(one.person());
            other.borrows(other.person());
        };
    }

    /// Somebody whose card may get lost, with the card that they have now.
    public Person somebody(Chance chance) {
        return life.walker(chance.oneOf(people()).id()).person();
    }

    /// Somebody gets a new card.
    public void hasNow(Person person) {
        life.walker(person.id()).has(person.card());
    }

    /// A stranger comes to a gate with a card that they found, or copied, and knows the PIN.
    public void strangerComes(int gate, Person owner, Chance chance) {
        Incidents strangers = life.strangersAt(gate);
        List<AccessPointPlan> readers = strangers.gates();
        if (!readers.isEmpty()) {
            strangers.tryCard(chance.oneOf(readers), owner.card(), owner.pin());
        }
    }

    /// Somebody goes in behind somebody else.
    public void tailgate(int gate, Chance chance) {
        Incidents strangers = life.strangersAt(gate);
        List<DoorId> doors =
                strangers.gates().stream().map(AccessPointPlan::door).distinct().toList();
        if (!doors.isEmpty()) {
            strangers.slipThrough(chance.oneOf(doors), WAITS_FOR_AN_OPEN_DOOR_SECONDS);
        }
    }

    private List<Person> people() {
        List<Person> all = life.people();
        return all.size() > FIRST_PERSON
                ? all.subList(FIRST_PERSON, all.size() - PEOPLE_FROM_OUTSIDE)
                : all;
    }
}
