package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.rules.RuleShelf;
import org.menfang.gate.rules.RulesChange;

/// What every shelf of rule sets does, whoever asks it and whatever it stores them in.
@Timeout(120)
interface RuleShelfContract {
    /// A shelf without any set.
    RuleShelf emptyShelf();

    @Test
    default void a_set_that_never_came_is_not_kept() {
        assertEquals(new RuleSearch.NotKept(), emptyShelf().find(1));
    }

    @Test
    default void a_set_is_found_with_the_bytes_that_it_came_as() {
        RuleShelf shelf = emptyShelf();
        SampleRules rules = SampleRules.of(3, 20_000);
        assertEquals(new RulesChange.Replaced(), put(shelf, rules));
        checkFound(shelf, rules);
    }

    @Test
    default void the_sets_before_the_one_in_force_are_still_found() {
        RuleShelf shelf = emptyShelf();
        for (long version = 1; version <= 5; version++) {
            assertEquals(new RulesChange.Replaced(), put(shelf, SampleRules.of(version, 10)));
        }
        for (long version = 1; version <= 5; version++) {
            checkFound(shelf, SampleRules.of(version, 10));
        }
    }

    @Test
    default void an_older_set_is_refused() {
        RuleShelf shelf = emptyShelf();
        put(shelf, SampleRules.of(3, 1));
        assertEquals(
                new RulesChange.Refused("version 2 is older than 3, in force"),
                put(shelf, SampleRules.of(2, 1)));
        assertEquals(new RuleSearch.NotKept(), shelf.find(2));
    }

    @Test
    default void the_same_version_is_refused_if_it_says_something_else() {
        RuleShelf shelf = emptyShelf();
        SampleRules rules = SampleRules.of(3, 1);
        put(shelf, rules);
        assertEquals(new RulesChange.Replaced(), put(shelf, rules));
        assertEquals(
                new RulesChange.Refused("version 3 is in force and says something else"),
                put(shelf, SampleRules.of(3, 2)));
        checkFound(shelf, rules);
    }

    static RulesChange put(RuleShelf shelf, SampleRules rules) {
        return shelf.putInForce(rules.parcel(), rules.version(), rules.textDigest());
    }

    static void checkFound(RuleShelf shelf, SampleRules rules) {
        RuleSearch.Found found =
                assertInstanceOf(RuleSearch.Found.class, shelf.find(rules.version()));
        assertEquals(rules.parcel().form(), found.parcel().form());
        assertArrayEquals(rules.parcel().bytes(), found.parcel().bytes());
    }
}
