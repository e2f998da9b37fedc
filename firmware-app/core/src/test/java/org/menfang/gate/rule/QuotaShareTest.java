package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.vocabulary.QuotaId;
import org.menfang.wire.Grounds.QuotaUse;

/// The most that gates of one compound grant together of one quota within one period, found by
/// trying everything: every order of uses, separations and reunions.
class QuotaShareTest {
    private static final QuotaId QUOTA = new QuotaId("out");

    /// @param apart granted by gates that are separated from the beginning
    /// @param split granted at most if gates are separated and come together in any order, and news
    ///   between gates that are together takes no time
    /// @param late granted at most if news comes too late every time
    @ParameterizedTest(name = "{0} gates, {1} uses")
    @CsvSource(
            textBlock =
                    """
                    # gates, uses, apart, split, late
                    1, 1, 1, 1, 1
                    1, 3, 3, 3, 3
                    2, 1, 2, 2, 2
                    2, 2, 2, 3, 4
                    2, 3, 4, 5, 6
                    2, 4, 4, 6, 8
                    3, 1, 3, 3, 3
                    3, 2, 3, 4, 6
                    3, 3, 3, 5, 9
                    3, 4, 6, 8, 12
                    4, 1, 4, 4, 4
                    4, 2, 4, 5, 8
                    """)
    void so_much_and_never_more(int gates, int uses, int apart, int split, int late) {
        int share = (uses + gates - 1) / gates;
        assertEquals(gates * share, apart, "the bound as it is written down");
        assertEquals(uses + (gates - 1) * share, split, "the bound as it is written down");
        assertEquals(gates * uses, late, "the bound as it is written down");
        assertEquals(apart, new Search(gates, uses, false, false).most());
        assertEquals(split, new Search(gates, uses, true, false).most());
        assertEquals(late, new Search(gates, uses, true, true).most());
    }

    /// All that can be reached from a fresh period in which nobody hears anybody.
    ///
    /// @param linking whether gates may come together and part
    /// @param late whether gates that are together hear nothing in time
    private record Search(int gates, int usesMax, boolean linking, boolean late) {
        /// What each gate knows that each has used, by [who knows * gates + of whom]; and who is
        /// together with the hub. The hub knows what a gate had used when it was last together.
        private record Split(String known, int together) {}

        int most() {
            Set<Split> seen = new HashSet<>();
            ArrayDeque<Split> waiting = new ArrayDeque<>();
            int[] nothing = new int[(gates + 1) * gates];
            add(seen, waiting, nothing, 0);
            int most = 0;
            while (!waiting.isEmpty()) {
                Split split = waiting.remove();
                int[] known = split.known().chars().toArray();
                most = Math.max(most, total(known));
                for (int gate = 0; gate < gates; gate++) {
                    tryUse(seen, waiting, known, split.together(), gate);
                    if (linking) {
                        add(seen, waiting, known.clone(), split.together() ^ (1 << gate));
                    }
                }
            }
            return most;
        }

        private void tryUse(
                Set<Split> seen, ArrayDeque<Split> waiting, int[] known, int together, int gate) {
            int all = Arrays.stream(known, gate * gates, (gate + 1) * gates).sum();
            boolean apart = (together & (1 << gate)) == 0;
            QuotaUse use = new QuotaUse(QUOTA, all, known[gate * gates + gate], apart);
            if (QuotaRule.hasUsesLeft(usesMax, gates, use)) {
                int[] next = known.clone();
                next[gate * gates + gate]++;
                add(seen, waiting, next, together);
            }
        }

        private void add(Set<Split> seen, ArrayDeque<Split> waiting, int[] known, int together) {
            if (!late) {
                share(known, together);
            }
            StringBuilder text = new StringBuilder();
            Arrays.stream(known).forEach(count -> text.append((char) count));
            Split split = new Split(text.toString(), together);
            if (seen.add(split)) {
                waiting.add(split);
            }
        }

        /// Everybody who is together tells the hub what he has used, and hears what it knows.
        private void share(int[] known, int together) {
            int hub = gates * gates;
            for (int gate = 0; gate < gates; gate++) {
                if ((together & (1 << gate)) != 0) {
                    known[hub + gate] = known[gate * gates + gate];
                }
            }
            for (int gate = 0; gate < gates; gate++) {
                if ((together & (1 << gate)) != 0) {
                    System.arraycopy(known, hub, known, gate * gates, gates);
                }
            }
        }

        private int total(int[] known) {
            int total = 0;
            for (int gate = 0; gate < gates; gate++) {
                total += known[gate * gates + gate];
            }
            return total;
        }
    }
}
