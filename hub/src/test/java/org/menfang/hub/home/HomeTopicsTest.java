package org.menfang.hub.home;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.DoorId;
import org.menfang.wire.GateIdentity;

final class HomeTopicsTest {
    @Test
    void the_longest_topic_can_be_listened_to() {
        String name = "x".repeat(32);
        HomeId door =
                new HomeId.OfDoor(
                        GateIdentity.parse(name + "/" + name).orElseThrow(), new DoorId(name));
        assertTrue(HomeTopics.isForViewers(door.document()), door.document());
        assertTrue(HomeTopics.isForViewers(door.state()));
        assertFalse(HomeTopics.isForViewers(HomeTopics.STATES + "x".repeat(200)));
    }
}
