package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;

/// What a stranger may send that is not HTTP, or too much of it.
@Timeout(180)
class BadHttpTest {
    private static final int READ_MILLIS_MAX = 60_000;

    private final TestBoard board =
            new TestBoard(
                    4, (Section) table -> table.openPost("/open/upload", BadHttpTest::upload));

    @AfterEach
    void close() {
        board.close();
    }

    private static Reply upload(Visit visit) {
        boolean there = visit.upload("picture").isPresent() || !visit.field("text").isEmpty();
        return Reply.onward(there ? "/sign-in" : "/");
    }

    @ParameterizedTest
    @CsvSource({
        "BREW /sign-in HTTP/1.1, 403 404 405 501",
        "DELETE /sign-in HTTP/1.1, 401 403 405",
        "TRACE / HTTP/1.1, 401 403 404 405",
        "GET /%zz HTTP/1.1, 400",
        "GET /assets/../../../etc/passwd HTTP/1.1, 303 400 404",
        "GET /assets/%2e%2e/%2e%2e/hub.db HTTP/1.1, 303 400 404",
        "GET /assets/..%2f..%2fhub.db HTTP/1.1, 303 400 404",
        "GET /sign-in HTTP/9.9, 400 505",
        "GET\t/sign-in\tHTTP/1.1, 400",
        "GET /sign-in, 400 505"
    })
    void odd_request_lines_get_a_plain_refusal(String line, String allowed) throws IOException {
        String answer = exchange(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertRefused(answer, allowed);
    }

    @Test
    void a_huge_header_is_refused() throws IOException {
        String huge = "x".repeat(HttpLimits.HEADER_BYTES_MAX + 1);
        assertRefused(
                exchange("GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Huge: " + huge + "\r\n\r\n"),
                "431");
    }

    @Test
    void a_huge_address_is_refused() throws IOException {
        String huge = "x".repeat(HttpLimits.HEADER_BYTES_MAX + 1);
        assertRefused(exchange("GET /" + huge + " HTTP/1.1\r\nHost: x\r\n\r\n"), "414 431");
    }

    @Test
    void a_body_that_is_too_long_is_refused() throws IOException {
        int length = HttpLimits.BODY_BYTES_MAX + 1;
        assertRefused(
                exchange(
                        "POST /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: "
                                + length
                                + "\r\n\r\nname="
                                + "x".repeat(length - 5)),
                "413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "text"})
    void a_form_with_files_that_is_too_long_is_refused(String kind) throws IOException {
        String name =
                kind.equals("file") ? "name=\"picture\"; filename=\"a.jpg\"" : "name=\"text\"";
        String head = "--b\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
        String tail = "\r\n--b--\r\n";
        int length = HttpLimits.FORM_BYTES_MAX + 1;
        assertRefused(
                exchange(
                        "POST /open/upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Content-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: "
                                + length
                                + "\r\n\r\n"
                                + head
                                + "x".repeat(length - head.length() - tail.length())
                                + tail),
                "413");
    }

    /// Bytes more than a file may have, and the answer.
    @ParameterizedTest
    @CsvSource({"0, 303", "1, 413"})
    void a_file_of_the_largest_size_is_taken_and_one_byte_more_is_not(int more, String status)
            throws IOException {
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\r\n";
        String body = head + "x".repeat(Visit.Upload.BYTES_MAX + more) + "\r\n--b--\r\n";
        String answer =
                exchange(
                        "POST /open/upload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Content-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body);
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }

    @Test
    void a_form_with_files_that_is_none_or_does_not_say_its_length_is_refused() throws IOException {
        String head =
                """
                POST /open/upload HTTP/1.1
                Host: x
                Connection: close
                Content-Type: multipart/form-data; boundary=b
                """
                        .replace("\n", "\r\n");
        assertRefused(exchange(head + "Content-Length: 5\r\n\r\nhello"), "400");
        assertRefused(
                exchange(head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
                "413");
    }

    @Test
    void a_chunked_body_that_is_too_long_is_refused() throws IOException {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        assertRefused(
                exchange(
                        "POST /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(5)
                                + "0\r\n\r\n"),
                "413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n", "FFFFFFFFFFFFFFFF\r\nx"})
    void bad_chunks_are_refused(String chunks) throws IOException {
        String answer =
                exchange(
                        "POST /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunks);
        assertRefused(answer, "400 413");
    }

    @Test
    void two_lengths_are_refused() throws IOException {
        String head =
                """
                POST /sign-in HTTP/1.1
                Host: x
                Content-Length: 4
                Transfer-Encoding: chunked

                0

                """;
        assertRefused(exchange(head.replace("\n", "\r\n")), "400");
    }

    @Test
    void a_request_that_never_ends_is_cut_off() throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Slow: "
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // One more letter now and then would keep a mere idle timeout waiting for ever.
            assertEquals("", read(socket));
        }
    }

    @Test
    void more_slow_visitors_than_the_server_has_threads_hold_up_nobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i <= HttpLimits.PLATFORM_THREADS_MAX; i++) {
                Socket socket = connect();
                slow.add(socket);
                socket.getOutputStream()
                        .write("GET /sign-in HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            }
            String page = exchange("GET /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(page.startsWith("HTTP/1.1 200"), page);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void after_all_that_the_board_is_still_there() throws IOException {
        for (int i = 0; i < 50; i++) {
            exchange("\0\1\2\3 rubbish\r\n\r\n");
        }
        String page = exchange("GET /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(page.startsWith("HTTP/1.1 200"), page);
    }

    private static void assertRefused(String answer, String allowed) {
        String status = answer.length() < 12 ? "none" : answer.substring(9, 12);
        assertTrue(List.of(allowed.split(" ", -1)).contains(status), status + "\n" + answer);
        String lower = answer.toLowerCase(Locale.ROOT);
        assertTrue(
                !lower.contains("jetty")
                        && !lower.contains("exception")
                        && !lower.contains("\tat "),
                answer);
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The server refused before it had all; its answer may still be there.
                return read(socket);
            }
            return read(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), board.port());
        socket.setSoTimeout(READ_MILLIS_MAX);
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        byte[] all;
        try {
            all = socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            all = new byte[0];
        }
        return new String(all, StandardCharsets.UTF_8);
    }
}
