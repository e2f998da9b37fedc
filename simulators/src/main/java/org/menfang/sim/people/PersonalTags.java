package org.menfang.sim.people;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.menfang.sim.device.SimulatedTag;
import org.menfang.sim.time.Chance;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;
import org.menfang.vocabulary.HolderId;

/// One NTAG 424 DNA tag for each person. Its number and key come from the seed, so that whoever
/// writes the rules knows the same tag as whoever taps it; a tag that no rule names opens nothing.
public final class PersonalTags {
    private static final int UID_BYTES_OF_CHANCE = 6;

    private final Map<HolderId, SimulatedTag> tags = new TreeMap<>();
    private final Consumer<Map<HolderId, Integer>> keep;

    /// A tag as the hub would have made it.
    ///
    /// @param fileKey the key of this tag alone
    public record Issued(TagUid uid, TagKey fileKey) {}

    /// @param counters how often each has been tapped so far; one that is not named: never
    /// @param keep hears how often each has been tapped, after every tap
    public PersonalTags(
            long seed,
            List<Person> people,
            Map<HolderId, Integer> counters,
            Consumer<Map<HolderId, Integer>> keep) {
        this.keep = keep;
        TagKey piccKey = piccKey(seed);
        for (Person person : people) {
            Issued issued = issued(seed, person.id());
            tags.put(
                    person.id(),
                    new SimulatedTag(
                            issued.uid(),
                            issued.fileKey(),
                            piccKey,
                            counters.getOrDefault(person.id(), 0),
                            Chance.of(seed, "taps of " + person.id())));
        }
    }

    /// The tag of a holder, for the rules.
    public static Issued issued(long seed, HolderId holder) {
        Chance chance = Chance.of(seed, "tag of " + holder);
        // Numbers of this maker begin with 04.
        String digits = HexFormat.of().withUpperCase().formatHex(chance.bytes(UID_BYTES_OF_CHANCE));
        return new Issued(new TagUid("04" + digits), new TagKey(chance.bytes(TagKey.BYTES)));
    }

    /// The key that hides the numbers of all tags of the compound, for the rules.
    public static TagKey piccKey(long seed) {
        return new TagKey(Chance.of(seed, "tags").bytes(TagKey.BYTES));
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
