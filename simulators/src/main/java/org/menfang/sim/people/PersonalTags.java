package org.menfang.sim.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.menfang.sim.device.SimulatedTag;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.HolderId;

/// The tags of the people, which count their taps.
public final class PersonalTags {
    private final Map<HolderId, SimulatedTag> tags = new TreeMap<>();
    private final Consumer<Map<HolderId, Integer>> keep;

    /// @param seed what the tags draw their chance from
    /// @param counters how often each has been tapped so far; one that is not named: never
    /// @param keep hears how often each has been tapped, after every tap
    public PersonalTags(
            long seed,
            List<Person> people,
            Map<HolderId, Integer> counters,
            Consumer<Map<HolderId, Integer>> keep) {
        this.keep = keep;
        for (Person person : people) {
            tags.put(
                    person.id(),
                    new SimulatedTag(
                            person.tag().uid(),
                            person.tag().fileKey(),
                            IssuedTag.PICC_KEY,
                            counters.getOrDefault(person.id(), 0),
                            Chance.of(seed, "taps of " + person.id())));
        }
    }

    public Optional<SimulatedTag> of(HolderId holder) {
        return Optional.ofNullable(tags.get(holder));
    }

    /// Taps one of them; the link that it writes.
    public String tap(SimulatedTag tag) {
        String link = tag.tap();
        keep.accept(counters());
        return link;
    }

    private Map<HolderId, Integer> counters() {
        Map<HolderId, Integer> counters = new TreeMap<>();
        tags.forEach((holder, tag) -> counters.put(holder, tag.counter()));
        return counters;
    }
}
