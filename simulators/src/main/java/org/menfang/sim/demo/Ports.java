package org.menfang.sim.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/// The ports of a demo, all on this machine.
///
/// @param board of the pages
/// @param mqtt of the broker
/// @param devices of enrolment and pictures
public record Ports(int board, int mqtt, int devices) {
    static final int USUAL_BOARD = 8080;

    /// @param wanted 0 for any free one; none for the usual one, or any if that is taken
    static Ports choose(@Nullable Integer wanted, DemoWords words) throws IOException, DemoFailure {
        int board = wanted == null ? usualOrFree() : wanted;
        if (board != 0 && !isFree(board)) {
            throw new DemoFailure(words.portTaken(board));
        }
        return new Ports(board == 0 ? freePort() : board, freePort(), freePort());
    }

    /// Any ports that are free now.
    public static Ports free() throws IOException {
        return new Ports(freePort(), freePort(), freePort());
    }

    private static int usualOrFree() {
        return isFree(USUAL_BOARD) ? USUAL_BOARD : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
