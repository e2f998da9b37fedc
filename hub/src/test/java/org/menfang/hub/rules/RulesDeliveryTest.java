package org.menfang.hub.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.wire.GateIdentity;

class RulesDeliveryTest {
    private static final CompoundId ELM = new CompoundId("elm-lane");

    @TempDir private Path folder;
    private RulesShelf shelf;
    private RulesDelivery delivery;
    private final List<GateIdentity> gates = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private boolean linkStands = true;

    @BeforeEach
    void open() throws IOException {
        shelf = RulesShelf.open(folder);
        delivery =
                new RulesDelivery(
                        shelf,
                        () -> List.copyOf(gates),
                        (gate, envelope) -> {
                            if (linkStands) {
                                published.add(gate + " " + envelope[0]);
                            }
                            return linkStands;
                        });
        gates.add(new GateIdentity(ELM, new GateId("north")));
    }

    @Test
    void a_new_set_reaches_every_gate_of_its_compound_once() throws IOException {
        gates.add(new GateIdentity(ELM, new GateId("south")));
        gates.add(new GateIdentity(new CompoundId("oak"), new GateId("far")));
        delivery.look();
        put(1);
        delivery.look();
        delivery.look();
        assertEquals(List.of("elm-lane/north 1", "elm-lane/south 1"), published);
        put(2);
        delivery.look();
        assertEquals(List.of("elm-lane/north 2", "elm-lane/south 2"), published.subList(2, 4));
    }

    @Test
    void a_gate_that_joins_later_gets_the_set_in_force() throws IOException {
        put(7);
        delivery.look();
        gates.add(new GateIdentity(ELM, new GateId("west")));
        delivery.look();
        assertEquals(List.of("elm-lane/north 7", "elm-lane/west 7"), published);
    }

    @Test
    void what_the_link_does_not_take_is_tried_again() throws IOException {
        put(1);
        linkStands = false;
        delivery.look();
        linkStands = true;
        delivery.look();
        assertEquals(List.of("elm-lane/north 1"), published);
    }

    @Test
    void after_a_new_connection_all_is_sent_again() throws IOException {
        put(1);
        delivery.look();
        delivery.linkUp();
        delivery.look();
        assertEquals(List.of("elm-lane/north 1", "elm-lane/north 1"), published);
    }

    private void put(int version) throws IOException {
        shelf.put(ELM, version, new byte[] {(byte) version});
    }
}
