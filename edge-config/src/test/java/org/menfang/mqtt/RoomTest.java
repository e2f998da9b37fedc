package org.menfang.mqtt;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RoomTest {
    private static final LinkLimits LIMITS = LinkLimits.USUAL.answerWait(Duration.ofMillis(20));
    private static final int BYTES_MAX = LIMITS.inFlightBytesMax();

    private static Room room(int messagesMax) throws Exception {
        LinkSocket socket =
                new LinkSocket(SSLContext.getDefault(), LIMITS.connectWait(), LinkClock.SYSTEM);
        return new Room(LIMITS, socket, messagesMax);
    }

    @Test
    void only_so_many_messages_travel_at_once() throws Exception {
        Room room = room(2);
        Room.Place first = room.take(1);
        assertNotNull(first);
        assertNotNull(room.take(1));
        assertNull(room.take(1));
        first.leave();
        assertNotNull(room.take(1));
    }

    @Test
    void only_so_many_bytes_travel_at_once() throws Exception {
        Room room = room(15);
        Room.Place half = room.take(BYTES_MAX / 2);
        assertNotNull(half);
        assertNotNull(room.take(BYTES_MAX / 2));
        assertNull(room.take(1));
        half.leave();
        assertNull(room.take(BYTES_MAX / 2 + 1));
        assertNotNull(room.take(BYTES_MAX / 2));
    }

    @Test
    void a_message_that_is_larger_than_all_room_travels_alone() throws Exception {
        Room room = room(15);
        Room.Place large = room.take(100L * BYTES_MAX);
        assertNotNull(large);
        assertNull(room.take(1));
        large.leave();
        assertNotNull(room.take(1));
    }

    @Test
    void what_finds_no_room_for_its_bytes_takes_none_for_itself() throws Exception {
        Room room = room(2);
        Room.Place large = room.take(BYTES_MAX);
        assertNotNull(large);
        for (int i = 0; i < 5; i++) {
            assertNull(room.take(1));
        }
        large.leave();
        assertNotNull(room.take(1));
        assertNotNull(room.take(1));
    }
}
