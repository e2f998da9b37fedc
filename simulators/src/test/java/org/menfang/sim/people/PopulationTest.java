package org.menfang.sim.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.rules.RuleSet;
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
    void the_rules_survive_their_file() {
        RuleSet rules = CommitteeRules.of(CLINIC, Population.of(1), MONDAY);
        assertEquals(rules, Json.parse(Json.write(rules), RuleSet.class).orThrow());
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
    void the_file_of_names_has_a_row_for_everybody() {
        List<Person> people = Population.of(1);
        List<String> rows = PeopleFile.of(people).lines().toList();
        assertEquals("holder,name,household,address", rows.getFirst());
        assertEquals(people.size() + 1, rows.size());
        assertTrue(rows.get(1).matches("p-001,[^,]+,[^,]家,\\d号楼\\d单元\\d0\\d"), rows.get(1));
    }

    private static String text(long seed) {
        JsonTree tree = Json.tree(CommitteeRules.of(CLINIC, Population.of(seed), MONDAY));
        return tree.toString();
    }
}
