package org.menfang.hub.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState.PeerPosition;

class PeerRelayTest {
    private final PeerRelay relay = new PeerRelay();

    /// Lines such as `0s south happened 5 -> north<south after 0`: what is due after something
    /// happened, while the gates `north` and `south` of one compound and `far` of another are
    /// there. What is due is sent.
    private void run(String table) {
        for (String line : table.lines().toList()) {
            String[] sides = line.split("->", -1);
            String[] words = sides[0].strip().split("\\s+", -1);
            long now = Long.parseLong(words[0].replace("s", "")) * 1_000;
            GateIdentity gate = gate(words[1]);
            switch (words[2]) {
                case "happened" -> relay.happened(gate, Long.parseLong(words[3]));
                case "holds" -> relay.told(gate, positions(words));
                case "nothing-after" -> relay.nothingAfter(gate, Long.parseLong(words[3]));
                default -> {}
            }
            List<PeerRelay.Due> due =
                    relay.due(List.of(gate("north"), gate("south"), gate("far")), now);
            due.forEach(each -> relay.sent(each, now));
            String told =
                    due.stream()
                            .map(each ->
                                    each.to().gate()
                                            + "<"
                                            + each.from().gate()
                                            + " after "
                                            + each.after())
                            .collect(Collectors.joining(", "));
            assertEquals(sides.length > 1 ? sides[1].strip() : "", told, line);
        }
    }

    private static List<PeerPosition> positions(String[] words) {
        return Arrays.stream(words)
                .skip(3)
                .map(word -> word.split("=", -1))
                .map(pair -> new PeerPosition(new GateId(pair[0]), Long.parseLong(pair[1])))
                .toList();
    }

    private static GateIdentity gate(String name) {
        CompoundId compound = new CompoundId(name.equals("far") ? "oak" : "elm");
        return new GateIdentity(compound, new GateId(name));
    }

    @Test
    void a_gate_is_told_what_the_other_one_granted() {
        run(
                """
                0s north holds
                1s south happened 5 -> north<south after 0
                2s north holds south=5
                """);
    }

    @Test
    void a_gate_that_has_not_said_what_it_holds_is_told_nothing() {
        run(
                """
                0s south happened 5
                1s north holds south=3 -> north<south after 3
                """);
    }

    @Test
    void a_gate_is_never_told_of_itself_or_of_another_compound() {
        run(
                """
                0s north holds
                0s far   holds
                1s north happened 5
                2s far   happened 5
                """);
    }

    @Test
    void one_message_is_on_its_way_at_a_time() {
        run(
                """
                0s  north holds
                1s  south happened 300 -> north<south after 0
                2s  south happened 301
                3s  north holds south=200 -> north<south after 200
                4s  north holds south=301
                """);
    }

    @Test
    void what_brings_no_progress_is_sent_again_after_ten_seconds() {
        run(
                """
                0s  north holds
                1s  south happened 5 -> north<south after 0
                10s north waits
                11s north waits -> north<south after 0
                """);
    }

    @Test
    void a_gate_that_went_back_is_told_again() {
        run(
                """
                0s north holds south=5
                1s south happened 5
                2s north holds south=2 -> north<south after 2
                """);
    }

    @Test
    void where_nothing_counts_nothing_is_asked_for_again() {
        run(
                """
                0s  north holds
                1s  south happened 5 -> north<south after 0
                2s  south nothing-after 0
                20s north waits
                """);
    }
}
