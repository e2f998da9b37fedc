package org.menfang.sim.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the proxy does to plain connections, before a server that says everything back.
@Timeout(60)
final class FaultProxyTest {
    private static final long SEED = 7;
    private static final int SOON_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 30_000;

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultProxy.start((InetSocketAddress) echo.getLocalSocketAddress(), SEED);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void everything_passes_and_is_counted() throws Exception {
        byte[] sent = noise(300_000);
        try (Socket socket = connect()) {
            assertArrayEquals(sent, said(socket, sent));
            ProxyCounts counts = proxy.counts();
            assertEquals(new ProxyCounts(1, 1, sent.length, sent.length, 0, 0, 0), counts);
        }
    }

    @Test
    void slices_change_nothing_but_the_pieces() throws Exception {
        proxy.begin(new FaultMode.Slice(3));
        byte[] sent = noise(20_000);
        try (Socket socket = connect()) {
            assertArrayEquals(sent, said(socket, sent));
        }
    }

    @Test
    void a_delay_holds_back_each_way() throws Exception {
        proxy.begin(new FaultMode.Delay(Duration.ofMillis(150)));
        try (Socket socket = connect()) {
            long begun = System.nanoTime();
            assertArrayEquals(noise(10), said(socket, noise(10)));
            assertTrue(System.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    @Test
    void a_slow_line_carries_no_more_than_it_can() throws Exception {
        proxy.begin(new FaultMode.Throttle(64_000));
        byte[] sent = noise(64_000);
        try (Socket socket = connect();
                Socket other = connect()) {
            long begun = System.nanoTime();
            byte[] heard = said(socket, sent);
            assertArrayEquals(noise(6_400), said(other, noise(6_400)));
            assertTrue(System.nanoTime() - begun >= TimeUnit.MILLISECONDS.toNanos(1_100));
            assertArrayEquals(sent, heard);
        }
    }

    @Test
    void a_connection_is_reset_in_the_middle_of_what_it_says() throws Exception {
        proxy.begin(new FaultMode.ResetAfter(5_000));
        try (Socket socket = connect()) {
            assertThrows(SocketException.class, () -> said(socket, noise(100_000)));
        }
        assertEquals(1, proxy.counts().resets());
        proxy.begin(new FaultMode.Pass());
        try (Socket socket = connect()) {
            said(socket, noise(10));
            proxy.begin(new FaultMode.ResetAfter(0));
            assertThrows(SocketException.class, () -> said(socket, noise(10)));
        }
    }

    @Test
    void what_a_half_open_path_took_goes_on_when_it_works_again() throws Exception {
        try (Socket socket = connect()) {
            said(socket, noise(10));
            proxy.begin(new FaultMode.HalfOpen());
            socket.getOutputStream().write(noise(5_000));
            assertSilent(socket);
            try (Socket late = connect()) {
                late.getOutputStream().write(noise(10));
                assertSilent(late);
                proxy.begin(new FaultMode.Pass());
                assertArrayEquals(noise(10), late.getInputStream().readNBytes(10));
            }
            assertArrayEquals(noise(5_000), socket.getInputStream().readNBytes(5_000));
        }
    }

    @Test
    void a_connection_that_lost_bytes_never_speaks_again_and_a_new_one_does() throws Exception {
        try (Socket socket = connect()) {
            said(socket, noise(10));
            proxy.begin(new FaultMode.SilentAfter(7));
            socket.getOutputStream().write(noise(100));
            assertArrayEquals(
                    java.util.Arrays.copyOf(noise(100), 7), socket.getInputStream().readNBytes(7));
            assertSilent(socket);
            proxy.begin(new FaultMode.Pass());
            socket.getOutputStream().write(noise(100));
            assertSilent(socket);
            try (Socket fresh = connect()) {
                assertArrayEquals(noise(100), said(fresh, noise(100)));
            }
        }
        assertTrue(proxy.counts().bytesSwallowed() >= 193);
    }

    @Test
    void bits_are_turned_and_no_byte_is_lost() throws Exception {
        proxy.begin(new FaultMode.Corrupt(1_000));
        byte[] sent = noise(50_000);
        try (Socket socket = connect()) {
            byte[] heard = said(socket, sent);
            assertEquals(sent.length, heard.length);
            assertFalse(java.util.Arrays.equals(sent, heard));
            assertTrue(proxy.counts().bitsTurned() >= 100, () -> proxy.counts().toString());
        }
    }

    @Test
    void nobody_listens_for_a_while_and_then_on_the_same_port_again() throws Exception {
        try (Socket socket = connect()) {
            said(socket, noise(10));
            proxy.begin(new FaultMode.Refuse());
            assertThrows(SocketException.class, () -> said(socket, noise(10)));
        }
        assertThrows(ConnectException.class, this::connect);
        proxy.begin(new FaultMode.Pass());
        try (Socket socket = connect()) {
            assertArrayEquals(noise(10), said(socket, noise(10)));
        }
    }

    @Test
    void who_hangs_up_takes_the_other_side_along() throws Exception {
        Socket socket = connect();
        said(socket, noise(10));
        socket.close();
        while (proxy.counts().standing() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void one_seed_turns_the_same_bits() throws Exception {
        assertArrayEquals(corrupted(), corrupted());
    }

    private byte[] corrupted() throws IOException {
        try (FaultProxy own =
                FaultProxy.start((InetSocketAddress) echo.getLocalSocketAddress(), SEED)) {
            own.begin(new FaultMode.Corrupt(100));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.port())) {
                return said(socket, new byte[1_000]);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SOON_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// Says something, and hears as much.
    private static byte[] said(Socket socket, byte[] bytes) throws IOException {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        socket.getOutputStream().write(bytes);
                    } catch (IOException e) {
                        // whoever reads sees it as well
                    }
                });
        byte[] heard = socket.getInputStream().readNBytes(bytes.length);
        if (heard.length < bytes.length) {
            throw new SocketException("ended after " + heard.length);
        }
        return heard;
    }

    private static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new SplittableRandom(count).nextBytes(bytes);
        return bytes;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> sayBack(socket));
            } catch (IOException e) {
                // closed: the next turn ends it
            }
        }
    }

    private static void sayBack(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            in.transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // cut, as it is meant to be
        }
    }
}
