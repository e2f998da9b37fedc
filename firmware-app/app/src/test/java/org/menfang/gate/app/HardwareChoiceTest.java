package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.site.Site;

/// Which hardware a gate takes.
class HardwareChoiceTest {
    private static final HardwareProvider PI = named("pi");
    private static final HardwareProvider SIMULATED = named("simulated");

    @Test
    void the_one_that_is_named_is_taken() throws Refusal {
        assertSame(PI, HardwareChoice.choose("pi", List.of(SIMULATED, PI)));
    }

    @Test
    void the_only_one_needs_no_name() throws Refusal {
        assertSame(PI, HardwareChoice.choose(null, List.of(PI)));
    }

    @Test
    void several_need_a_name() {
        refused(
                "--hardware: several kinds of hardware are there: name one of pi, simulated",
                null,
                List.of(SIMULATED, PI));
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        refused(
                "--hardware: there is no hardware \"simluated\"; there is pi, simulated",
                "simluated",
                List.of(SIMULATED, PI));
    }

    @Test
    void without_any_the_packaging_is_wrong() {
        refused(
                "--hardware: this program was packaged without any kind of hardware",
                null,
                List.of());
    }

    private static void refused(
            String message, @Nullable String name, List<HardwareProvider> found) {
        Refusal refusal = assertThrows(Refusal.class, () -> HardwareChoice.choose(name, found));
        assertEquals(message, refusal.getMessage());
        assertEquals(ExitStatus.UNAVAILABLE, refusal.exitStatus());
    }

    private static HardwareProvider named(String name) {
        return new HardwareProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Hardware open(Site site, Path dataFolder) {
                throw new AssertionError("choosing opens nothing");
            }
        };
    }
}
