package org.menfang.sim.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.people.PeopleCheck;
import org.menfang.people.PeopleFiles;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.sim.Sites;
import org.menfang.site.Site;

final class PopulationTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 21);
    private static final Site CLINIC = Sites.clinic();

    @Test
    void about_forty_people_live_in_fifteen_households() {
        List<Person> residents =
                Population.of(1).stream().filter(person -> person.home() != null).toList();
        assertEquals(40, residents.size(), 3);
        assertEquals(
                15,
                residents.stream()
                        .map(person -> Objects.requireNonNull(person.home()).address())
                        .distinct()
                        .count());
    }

    @Test
    void everybody_has_a_name_a_number_and_a_card_of_their_own() {
        List<Person> people = Population.of(1);
        assertEquals(people.size(), people.stream().map(Person::name).distinct().count());
        assertEquals(people.size(), people.stream().map(Person::id).distinct().count());
        assertEquals(people.size(), people.stream().map(Person::card).distinct().count());
        assertEquals(people.size(), people.stream().map(Person::pin).distinct().count());
        assertEquals(people.size(), people.stream().map(Person::tag).distinct().count());
    }

    @Test
    void the_same_seed_gives_the_same_people_rules_and_days() {
        assertEquals(Population.of(7), Population.of(7));
        assertEquals(text(7), text(7));
        for (Person person : Population.of(7)) {
            assertEquals(Habits.on(MONDAY, person, 7), Habits.on(MONDAY, person, 7));
        }
    }

    @Test
    void another_seed_gives_other_people() {
        assertNotEquals(Population.of(7), Population.of(8));
    }

    @Test
    void a_gate_takes_the_file_of_rules() {
        RuleSet rules = CommitteeRules.of(CLINIC, Population.of(1), MONDAY);
        assertEquals(
                new RuleSetCheck.Good(rules),
                RuleSetFiles.check(new ByteArrayInputStream(Json.write(rules)), CLINIC));
    }

    @Test
    void one_card_of_the_rules_has_expired_and_the_foreign_one_is_unknown() {
        RuleSet rules = CommitteeRules.of(CLINIC, Population.of(1), MONDAY);
        assertTrue(
                rules.credentials().stream()
                        .anyMatch(credential ->
                                credential.validUntil() != null
                                        && credential
                                                .validUntil()
                                                .isBefore(
                                                        MONDAY.atStartOfDay(CLINIC.zone())
                                                                .toInstant())));
        assertFalse(
                rules.credentials().stream()
                        .anyMatch(credential ->
                                credential
                                        .identifier()
                                        .equals(
                                                Population.FOREIGN_CARD.identifier(
                                                        CLINIC.readers().getFirst().format()))));
    }

    @Test
    void the_hub_takes_the_file_of_names(@TempDir Path folder) throws IOException {
        List<Person> people = Population.of(1);
        Path file = Files.writeString(folder.resolve("people.csv"), PeopleFile.of(people));
        PeopleCheck.Good good = assertInstanceOf(PeopleCheck.Good.class, PeopleFiles.check(file));
        assertEquals(people.size(), good.people().size());
        assertEquals(people.getFirst().name(), good.people().getFirst().name());
        assertTrue(good.people().getFirst().address().matches("\\d号楼\\d单元\\d0\\d"));
    }

    private static String text(long seed) {
        JsonTree tree = Json.tree(CommitteeRules.of(CLINIC, Population.of(seed), MONDAY));
        return tree.toString();
    }
}
