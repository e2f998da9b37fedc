package org.menfang.fuzz;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every input that is kept, those that once broke something among them, at every reader.
@Timeout(300)
final class KeptInputsTest {
    static List<FuzzTarget> targets() {
        return Room.real().stream().flatMap(room -> room.targets().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothing_is_thrown_that_is_not_declared_and_nothing_takes_long_or_much(FuzzTarget target) {
        List<byte[]> inputs = Corpus.of(target);
        assertFalse(inputs.isEmpty(), "nothing to begin with: " + target.name());
        assertAll(
                target.name(),
                inputs.stream()
                        .map(input ->
                                (Executable)
                                        () ->
                                                assertDoesNotThrow(
                                                        () -> Bounds.check(target, input),
                                                        () -> InputText.write(input))));
    }

    @Test
    void no_room_takes_more_time_than_the_others() {
        Room.real()
                .forEach(room ->
                        assertTrue(room.targets().size() <= Room.READERS_MAX, room.toString()));
    }

    @Test
    void every_reader_has_a_name_of_its_own() {
        Set<String> names = new HashSet<>();
        targets().forEach(target -> names.add(target.name()));
        assertEquals(targets().size(), names.size());
    }
}
