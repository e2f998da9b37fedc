package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.menfang.hub.pass.PassDesk;
import org.menfang.hub.people.Names;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.hub.rules.RulesOffice;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.GateOutline;
import org.menfang.rules.Holder;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.LevelRules;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.PlaceRules;
import org.menfang.rules.RecognitionRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.ScheduleId;

/// Rules, names and passes of a small compound, as files in a folder.
final class PeopleRoom {
    static final AccessPointId MAIN_IN = new AccessPointId("main-in");
    static final CredentialIdentifier CHEN_CARD = new CredentialIdentifier("wiegand-26:03:1A2B");

    static final SecretKey ROTATION_KEY = new SecretKey("C0".repeat(32));

    private static final AccessProfileId RESIDENTS = new AccessProfileId("residents");
    private static final ScheduleId ALWAYS = new ScheduleId("always");

    final PassDesk passes;
    final RulesOffice rules;
    final RememberedNames names = new RememberedNames();

    /// Names for as long as the test runs.
    static final class RememberedNames implements Names {
        private final List<Person> people = new ArrayList<>();

        @Override
        public synchronized People all() {
            return People.of(people.size(), people);
        }

        @Override
        public synchronized boolean keep(Collection<Person> more) {
            people.addAll(more);
            return true;
        }

        @Override
        public synchronized boolean forget(Collection<Person> gone) {
            gone.forEach(each ->
                    people.removeIf(person ->
                            person.holder().equals(each.holder())
                                    && Objects.equals(person.compound(), each.compound())));
            return true;
        }
    }

    PeopleRoom(Path data) {
        try {
            Trust.open(data.resolve("trust"), List.of("localhost"), InstantSource.system());
            passes =
                    PassDesk.open(
                            data.resolve("passes"), data.resolve("trust"), InstantSource.system());
            rules = RulesOffice.open(data, passes::revoked).orElseThrow();
            Path file = data.resolve("rules.json");
            Files.writeString(file, new String(Json.write(first()), StandardCharsets.UTF_8));
            assertInstanceOf(RulesOffice.Published.Done.class, rules.publish(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.keep(
                List.of(
                        person("h-1", "陈秀英", "3-2-501"),
                        person("h-2", "李强", "3-2-501"),
                        person("h-3", "王芳", "1-1-101")));
    }

    private static Person person(String holder, String name, String household) {
        return new Person(Compound.ID, new HolderId(holder), name, household, "");
    }

    RuleSet newest() {
        try {
            return rules.newest(Compound.ID).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RuleSet first() throws IOException {
        return new RuleSet(
                Compound.ID,
                20,
                null,
                List.of(
                        new GateOutline(
                                Compound.EAST,
                                List.of(new AreaId("yard")),
                                List.of(Compound.MAIN_DOOR),
                                List.of(MAIN_IN))),
                List.of(),
                List.of(
                        new WeeklySchedule(
                                ALWAYS,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()), 0, 1440)))),
                List.of(
                        new AccessProfile(
                                RESIDENTS, List.of(new AccessProfile.Policy(MAIN_IN, ALWAYS)))),
                List.of(
                        holder("h-1", HolderKind.RESIDENT, "3-2-501"),
                        holder("h-2", HolderKind.RESIDENT, "3-2-501"),
                        holder("h-3", HolderKind.RENTER, "1-1-101")),
                List.of(
                        Credential.card(
                                CHEN_CARD,
                                new HolderId("h-1"),
                                CredentialStatus.ACTIVE,
                                null,
                                null)),
                PlaceRules.NONE,
                HouseholdRules.NONE,
                RecognitionRules.NONE,
                LevelRules.NONE,
                new PassRules(
                        List.of(
                                new PassIssuer(
                                        "门房",
                                        HexFormat.of()
                                                .withUpperCase()
                                                .formatHex(passes.publicKey().raw()),
                                        List.of(MAIN_IN),
                                        false)),
                        List.of(),
                        ROTATION_KEY,
                        new PinPassRule(new SecretKey("B0".repeat(32)), List.of(MAIN_IN), 12, 2)));
    }

    private static Holder holder(String id, HolderKind kind, String household) {
        return new Holder(
                new HolderId(id),
                kind,
                new HouseholdId(household),
                List.of(RESIDENTS),
                false,
                false);
    }
}
