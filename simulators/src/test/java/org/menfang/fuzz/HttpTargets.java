package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What strangers and people who have signed in send to the board: any bytes at all, and bodies
/// that come to the handler they are for. An answer of 500 is a fault that somebody caught.
final class HttpTargets {
    private static final int STATUS_FROM = 9;
    private static final int STATUS_END = 12;
    private static final int ANSWER_MILLIS_MAX = 20_000;

    /// What takes a body.
    private static final List<String> PATHS =
            List.of(
                    "/sign-in",
                    "/language",
                    "/account/password",
                    "/account/enrol-code",
                    "/api/v1/gates/enrol-codes",
                    "/api/v1/alarms/xingfu-li/main/7/acknowledge",
                    "/api/v1/alarms/xingfu-li/main/7/reset",
                    "/api/v1/doors/xingfu-li/main/north-gate/release",
                    "/api/v1/doors/xingfu-li/main/north-gate/hold-open",
                    "/api/v1/compounds/xingfu-li/level");

    private HttpTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("http", HttpTargets::raw),
                new FuzzTarget("http-body", HttpTargets::body),
                new FuzzTarget("http-address", HttpTargets::address));
    }

    private static void raw(byte[] input) throws IOException {
        send(input);
    }

    /// The first byte says where to, the rest is the body.
    private static void body(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        String path = PATHS.get(Byte.toUnsignedInt(input[0]) % PATHS.size());
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        String type =
                path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        String head =
                "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(path, type, body.length, BoardUnderFuzz.running().signedIn());
        send(Frames.around(head, body, ""));
    }

    /// What somebody who has signed in writes into the address line.
    private static void address(byte[] input) throws IOException {
        send(
                Frames.around(
                        "GET /",
                        input,
                        " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + BoardUnderFuzz.running().signedIn()
                                + "\r\n"));
    }

    private static void send(byte[] request) throws IOException {
        String answer = exchange(request);
        hold(
                answer.length() < STATUS_END
                        || (!answer.startsWith("500", STATUS_FROM)
                                && !answer.startsWith("504", STATUS_FROM)),
                "the board answers " + answer);
    }

    /// The status line as far as the status; the stream of news, for one, has no end.
    private static String exchange(byte[] request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), BoardUnderFuzz.running().port())) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException e) {
                // It was refused before all of it was there; the answer may still come.
                return read(socket);
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        try {
            return new String(
                    socket.getInputStream().readNBytes(STATUS_END), StandardCharsets.US_ASCII);
        } catch (SocketException e) {
            // Cut off without an answer, as rubbish deserves.
            return "";
        }
    }
}
