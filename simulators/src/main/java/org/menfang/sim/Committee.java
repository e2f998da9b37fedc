package org.menfang.sim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.rules.RulesChange;
import org.menfang.json.Json;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.rules.signed.SignedRules;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.device.Card;
import org.menfang.sim.people.CommitteeRules;
import org.menfang.sim.people.LostCard;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.site.Site;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;

/// The committee: decides, signs, and has the hub bring each new rule set to every gate, again and
/// again until the gate has put it in force.
final class Committee {
    private static final Duration FIRST_MEETING = Duration.ofHours(9);
    private static final Duration MEETS_EVERY = Duration.ofDays(7);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);
    private static final Duration SENDS_AGAIN_AFTER = Duration.ofMinutes(2);

    private final Site site;
    private final SigningKey key;
    private final List<Person> people;
    private final List<LostCard> lost = new ArrayList<>();
    private final Map<GateId, MonotonicTime> sentAt = new TreeMap<>();
    private CommitteeRules.Terms terms;
    private Issue newest;

    /// A rule set in its forms.
    private record Issue(RuleSet rules, Sha256 textDigest, RuleParcel parcel) {}

    Committee(Site site, List<Person> people, CommitteeRules.Terms terms, SigningKey key) {
        this.site = site;
        this.people = new ArrayList<>(people);
        this.terms = terms;
        this.key = key;
        newest = issue(CommitteeRules.of(site, people, terms));
    }

    /// Whose signature every gate accepts.
    Keyring keys() {
        return Keyring.of(List.of(key.verifying()));
    }

    /// The newest rules that it has decided.
    RuleSet rules() {
        return newest.rules();
    }

    /// Every gate has the first rules before it hangs on its wall.
    void install(Compound compound) {
        for (GateHouse gate : compound.houses()) {
            RulesChange change =
                    gate.rules()
                            .putInForce(
                                    newest.parcel(), newest.rules().version(), newest.textDigest());
            if (!(change instanceof RulesChange.Replaced)) {
                throw new IllegalStateException("the first rules were not taken: " + change);
            }
        }
    }

    /// Begins to meet, once a week.
    void begin(Compound compound) {
        compound.timeline().after(FIRST_MEETING, () -> meet(compound));
        look(compound);
    }

    private void meet(Compound compound) {
        decide();
        compound.timeline().after(MEETS_EVERY, () -> meet(compound));
    }

    /// Takes a lost card out of force, and gives its holder another one.
    ///
    /// @return the holder with the new card
    Person reissue(Person holder) {
        lost.add(new LostCard(holder, holder.card()));
        Person after =
                holder.with(
                        new Card(
                                Population.FACILITY,
                                Population.FIRST_CARD + people.size() + lost.size()));
        people.replaceAll(person -> person.id().equals(holder.id()) ? after : person);
        decide();
        return after;
    }

    private void decide() {
        terms = terms.after(terms.version(), List.of());
        newest = issue(CommitteeRules.of(site, people, terms, lost));
        sentAt.clear();
    }

    private void look(Compound compound) {
        for (GateHouse gate : compound.houses()) {
            if (gate.rules().version() < newest.rules().version()) {
                send(compound, gate);
            }
        }
        compound.timeline().after(LOOKS_EVERY, () -> look(compound));
    }

    private void send(Compound compound, GateHouse gate) {
        MonotonicTime now = compound.timeline().now();
        MonotonicTime last = sentAt.get(gate.id());
        boolean due = last == null || !now.isBefore(last.plus(SENDS_AGAIN_AFTER));
        if (due && compound.hub().publishRules(gate.identity(), newest.parcel().bytes())) {
            sentAt.put(gate.id(), now);
        }
    }

    private Issue issue(RuleSet rules) {
        byte[] text = Json.write(rules);
        return new Issue(
                rules, Sha256.of(text), RuleParcel.signed(SignedRules.sign(packed(text), key)));
    }

    /// The newest rules, signed by somebody else.
    byte[] signedBy(SigningKey other) {
        return SignedRules.sign(packed(Json.write(newest.rules())), other);
    }

    /// The newest rules as if they were another compound's, well signed.
    byte[] ofAnotherCompound() {
        RuleSet ours = newest.rules();
        RuleSet theirs =
                new RuleSet(
                        new CompoundId(ours.compound() + "-2"),
                        ours.version() + 1,
                        ours.decided(),
                        ours.gates(),
                        ours.specialDays(),
                        ours.schedules(),
                        ours.profiles(),
                        ours.holders(),
                        ours.credentials(),
                        ours.places(),
                        ours.households(),
                        ours.recognition(),
                        ours.levels(),
                        ours.passes());
        return issue(theirs).parcel().bytes();
    }

    private static PackedRules packed(byte[] text) {
        try {
            return PackedRules.pack(new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException("packing in memory does no I/O", e);
        }
    }
}
