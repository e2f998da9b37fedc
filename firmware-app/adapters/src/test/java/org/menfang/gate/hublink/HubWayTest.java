package org.menfang.gate.hublink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How far the way to a hub goes.
@Timeout(60)
class HubWayTest {
    private static final Duration WAIT = Duration.ofMillis(500);

    @Test
    void a_name_that_nobody_knows_is_told() {
        assertEquals(
                new HubProbe.Result.NameUnknown(),
                HubProbe.probe("hub.invalid", 8883, Optional.empty(), WAIT));
    }

    @Test
    void where_nobody_listens_the_way_ends() throws IOException {
        int port;
        try (ServerSocket server = listening()) {
            port = server.getLocalPort();
        }
        assertInstanceOf(
                HubProbe.Result.Unreachable.class,
                HubProbe.probe("127.0.0.1", port, Optional.empty(), WAIT));
    }

    @Test
    void without_keys_no_more_is_tried_than_whether_somebody_listens() throws IOException {
        try (ServerSocket server = listening()) {
            assertEquals(
                    new HubProbe.Result.Listens("127.0.0.1"),
                    HubProbe.probe("127.0.0.1", server.getLocalPort(), Optional.empty(), WAIT));
        }
    }

    @Test
    void whoever_listens_and_says_nothing_is_waited_for_no_longer_than_that()
            throws IOException, NoSuchAlgorithmException {
        try (ServerSocket server = listening()) {
            assertInstanceOf(
                    HubProbe.Result.Unreachable.class,
                    HubProbe.probe(
                            "127.0.0.1",
                            server.getLocalPort(),
                            Optional.of(SSLContext.getDefault()),
                            WAIT));
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
