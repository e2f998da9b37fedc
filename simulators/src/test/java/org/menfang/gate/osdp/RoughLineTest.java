package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.gate.osdp.PanelStand.id;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.menfang.gate.CardBits;
import org.menfang.sim.osdp.Attack;
import org.menfang.sim.osdp.LineTroubles;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.SimulatedPd;
import org.menfang.sim.time.Chance;

/// A panel and readers on bad lines and with people on them: nothing wrong is ever delivered,
/// nothing twice, and after the trouble everything works again.
final class RoughLineTest {
    private static final int READERS = 3;
    private static final int CARDS = 250;
    private static final CardBits FORGED = new CardBits("1".repeat(26));

    @TempDir Path keys;

    static Stream<LineTroubles> troubles() {
        return Stream.of(
                LineTroubles.noise(1),
                LineTroubles.noise(5),
                LineTroubles.noise(25),
                new LineTroubles(0, 0, 40, 0, 0, Duration.ZERO),
                LineTroubles.late(10, Duration.ofMillis(120)),
                LineTroubles.late(10, Duration.ofMillis(300)),
                LineTroubles.late(30, Duration.ofMillis(800)),
                new LineTroubles(5, 5, 5, 5, 10, Duration.ofMillis(230)));
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                new Attack.TurnBits(20),
                new Attack.Replay(20),
                new Attack.Replay(100),
                new Attack.HideSecurity(),
                new Attack.ForceDefaultKey(),
                new Attack.StripSecurity(),
                new Attack.ForgeCard(FORGED));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void under_noise_nothing_wrong_is_delivered_and_nothing_twice(LineTroubles troubles) {
        for (int seed = 1; seed <= 3; seed++) {
            PanelStand stand = new PanelStand(seed, READERS, keys.resolve("" + seed));
            stand.commission();
            stand.line().begin(troubles);
            List<List<String>> shown = show(stand, seed);
            stand.line().begin(LineTroubles.NONE);
            isSound(stand, shown);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whoever_sits_on_the_line_delivers_nothing(Attack attack) {
        PanelStand stand = new PanelStand(1, READERS, keys);
        stand.commission();
        stand.line().begin(attack);
        List<List<String>> shown = show(stand, 1);
        stand.line().begin(new Attack.None());
        isSound(stand, shown);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whoever_sits_on_the_line_gets_no_key_while_one_is_given(Attack attack) {
        PanelStand stand = new PanelStand(2, 1, keys);
        stand.line().begin(attack);
        stand.commission();
        show(stand, 2);
        assertFalse(stand.heard.reads(id(0)).contains(FORGED.bits()));
    }

    @Test
    void keys_are_given_over_a_bad_line_too() {
        for (int seed = 1; seed <= 10; seed++) {
            PanelStand stand = new PanelStand(seed, READERS, keys.resolve("" + seed));
            stand.line().begin(new LineTroubles(5, 5, 5, 5, 5, Duration.ofMillis(250)));
            stand.commission();
            stand.run(Duration.ofMinutes(2));
            for (int reader = 0; reader < READERS; reader++) {
                assertTrue(stand.heard.status(id(reader)).online(), seed + ", " + reader);
                PdSecurity security = stand.pd(reader).security();
                assertInstanceOf(PdSecurity.Commissioned.class, security);
            }
        }
    }

    @Test
    void a_little_noise_loses_no_card() {
        PanelStand stand = new PanelStand(1, READERS, keys);
        stand.commission();
        stand.line().begin(LineTroubles.noise(5));
        List<List<String>> shown = show(stand, 1);
        stand.run(Duration.ofSeconds(5));
        for (int reader = 0; reader < READERS; reader++) {
            assertEquals(shown.get(reader), stand.heard.reads(id(reader)));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_gate_that_starts_anew_among_attackers_waits_for_a_true_session(Attack attack) {
        PanelStand stand = new PanelStand(1, READERS, keys);
        stand.commission();
        stand.line().begin(attack);
        stand.restartPanel();
        List<List<String>> shown = show(stand, 1);
        stand.line().begin(new Attack.None());
        isSound(stand, shown);
    }

    @Test
    void two_readers_of_one_address_deliver_nothing_wrong_and_one_of_them_alone_works() {
        PanelStand stand = new PanelStand(1, READERS, keys);
        stand.commission();
        SimulatedPd twin = stand.pd(1, new PdSecurity.Install());
        stand.add(twin);
        List<List<String>> shown = show(stand, 1);
        twin.unplug();
        isSound(stand, shown);
        assertTrue(stand.heard.faults().size() > 0, "somebody is told");
    }

    @Test
    void the_same_seed_ends_in_the_same_way() {
        assertEquals(outcome("a"), outcome("b"));
    }

    private List<List<String>> outcome(String folder) {
        PanelStand stand = new PanelStand(5, READERS, keys.resolve(folder));
        stand.commission();
        stand.line().begin(LineTroubles.noise(20));
        show(stand, 5);
        return List.of(
                stand.heard.reads(id(0)), stand.heard.reads(id(1)), stand.heard.reads(id(2)));
    }

    /// @return what each reader was shown
    private static List<List<String>> show(PanelStand stand, long seed) {
        Chance chance = Chance.of(seed, "cards");
        List<List<String>> shown = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            shown.add(new ArrayList<>());
        }
        for (int i = 0; i < CARDS; i++) {
            int reader = chance.below(READERS);
            String bits = Integer.toBinaryString(i | (1 << 26)).substring(1);
            if (stand.has(reader)) {
                stand.pd(reader).present(new CardBits(bits));
                shown.get(reader).add(bits);
            }
            stand.run(Duration.ofMillis(chance.below(1_000)));
        }
        return shown;
    }

    private static void isSound(PanelStand stand, List<List<String>> shown) {
        // Whoever waited long enough for an answer may be forgotten; the next card is not.
        stand.run(Duration.ofSeconds(30));
        for (int reader = 0; reader < READERS; reader++) {
            List<String> heard = stand.heard.reads(id(reader));
            assertTrue(comesInOrder(heard, shown.get(reader)), "reader " + reader + ": " + heard);
            assertTrue(stand.heard.status(id(reader)).online(), "reader " + reader);
            stand.pd(reader).present(new CardBits("0101"));
            stand.run(Duration.ofSeconds(1));
            assertEquals("0101", stand.heard.reads(id(reader)).getLast());
        }
    }

    /// Whether all of the first stand in the second, in its order, each as often at most.
    private static boolean comesInOrder(List<String> some, List<String> all) {
        Iterator<String> rest = all.iterator();
        for (String each : some) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = rest.next().equals(each);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
