package org.menfang.sim.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.port.Readers;
import org.menfang.sim.HeardReads;
import org.menfang.sim.Sites;
import org.menfang.sim.hardware.SimulatedHardware;
import org.menfang.sim.hardware.SimulationOptions;
import org.menfang.sim.people.IssuedTag;
import org.menfang.sim.people.Population;
import org.menfang.tag.SunMessage;
import org.menfang.tag.SunMessages;
import org.menfang.tag.SunOutcome;
import org.menfang.vocabulary.ReaderId;

@Timeout(60)
final class RestFaceTest {
    private static final long SEED = 1;

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HeardReads heard = new HeardReads();
    private SimulatedHardware hardware;
    private int port;

    @BeforeEach
    void open() throws IOException {
        SimulationOptions options =
                new SimulationOptions(144, SimulationOptions.DEFAULT_START, SEED, false, 0);
        hardware = SimulatedHardware.open(Sites.clinic(), folder, options);
        Readers readers = hardware.connectReaders(heard);
        readers.show(new ReaderId("north-reader"), ReaderFeedback.IDLE);
        port = RestClient.portIn(folder);
    }

    @AfterEach
    void close() {
        hardware.close();
        assertFalse(Files.exists(folder.resolve(RestFace.PORT_FILE)));
    }

    @Test
    void a_card_reaches_the_reader() throws Exception {
        assertEquals(200, post("readers/north-reader/card", "{\"number\":12345}"));
        assertEquals(
                "north-reader card " + "1" + "000110100011" + "000000111001" + "1", heard.next());
    }

    @Test
    void keys_come_one_after_the_other_where_there_is_a_keypad() throws Exception {
        assertEquals(200, post("readers/north-reader/keys", "{\"keys\":\"10*#\"}"));
        assertEquals("north-reader key DIGIT_1", heard.next());
        assertEquals("north-reader key DIGIT_0", heard.next());
        assertEquals("north-reader key CLEAR", heard.next());
        assertEquals("north-reader key ENTER", heard.next());
        assertEquals(409, post("readers/south-reader/keys", "{\"keys\":\"1\"}"));
        assertEquals(400, post("readers/north-reader/keys", "{\"keys\":\"A\"}"));
        assertEquals(400, post("readers/north-reader/keys", "{\"keys\":\"\"}"));
        assertEquals(400, post("readers/north-reader/keys", "{}"));
    }

    @Test
    void a_code_is_seen_where_there_is_a_window_for_it() throws Exception {
        assertEquals(200, post("readers/north-reader/show", "{\"text\":\"HC1:NCF 门\"}"));
        assertEquals("north-reader text HC1:NCF 门", heard.next());
        assertEquals(409, post("readers/shed-reader/show", "{\"text\":\"HC1:\"}"));
        assertEquals(400, post("readers/north-reader/show", "{}"));
    }

    @Test
    void a_tag_signs_each_tap_anew_and_its_copy_says_the_last_one_again() throws Exception {
        assertEquals(409, post("readers/north-reader/copy", "{\"holder\":\"p-001\"}"));
        assertEquals(200, post("readers/north-reader/tap", "{\"holder\":\"p-001\"}"));
        String first = heard.next();
        assertEquals(200, post("readers/north-reader/tap", "{\"holder\":\"p-001\"}"));
        String second = heard.next();
        assertEquals(200, post("readers/north-reader/copy", "{\"holder\":\"p-001\"}"));
        assertEquals(second, heard.next());
        assertNotEquals(first, second);
        assertEquals(new SunOutcome.Genuine(new SunMessage(tag().uid(), 1)), opened(first));
        assertEquals(new SunOutcome.Genuine(new SunMessage(tag().uid(), 2)), opened(second));
        assertEquals(404, post("readers/north-reader/tap", "{\"holder\":\"p-999\"}"));
        assertEquals(400, post("readers/north-reader/tap", "{}"));
    }

    @Test
    void a_tag_goes_on_counting_when_the_gate_starts_again() throws Exception {
        assertEquals(200, post("readers/north-reader/tap", "{\"holder\":\"p-001\"}"));
        heard.next();
        close();
        open();
        assertEquals(200, post("readers/north-reader/tap", "{\"holder\":\"p-001\"}"));
        assertEquals(new SunOutcome.Genuine(new SunMessage(tag().uid(), 2)), opened(heard.next()));
        assertTrue(get("people").contains("\"taps\":2"));
    }

    private static IssuedTag tag() {
        return Population.of(SEED).getFirst().tag();
    }

    private static SunOutcome opened(String read) {
        return SunMessages.open(
                read.substring(read.indexOf("https:")),
                IssuedTag.PICC_KEY,
                uid -> Optional.of(tag().fileKey()));
    }

    @Test
    void a_secured_door_does_not_open_but_can_be_forced() throws Exception {
        assertEquals(409, post("doors/clinic-door/open", "{}"));
        assertEquals(200, post("doors/clinic-door/force", "{}"));
        assertTrue(get("devices").contains("\"id\":\"clinic-door\""));
    }

    @Test
    void every_act_on_every_device_is_there() throws Exception {
        for (String act :
                new String[] {
                    "exits/north-out/press",
                    "fire/on",
                    "fire/off",
                    "lamps/lane-1/cut",
                    "lamps/lane-1/mend",
                    "lamps/lane-1/kill",
                    "lamps/lane-1/replace",
                    "cameras/north/lose",
                    "cameras/north/freeze",
                    "cameras/north/garble",
                    "cameras/north/restore",
                    "alarm-inputs/fence-east/on",
                    "alarm-inputs/fence-east/off",
                    "doors/north-gate/rattle",
                    "clock/right",
                    "clock/distrust",
                    "clock/trust"
                }) {
            assertEquals(200, post(act, "{}"), act);
        }
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        assertEquals(404, post("doors/east-gate/open", "{}"));
        assertEquals(404, post("doors/north-gate/explode", "{}"));
        assertEquals(404, post("moon/full", "{}"));
        assertEquals(404, post("", "{}"));
    }

    @Test
    void the_day_runs_as_fast_as_asked() throws Exception {
        assertEquals(200, post("clock/speed", "{\"speed\":60}"));
    }

    @Test
    void what_is_malformed_is_refused_and_says_why() throws Exception {
        assertEquals(400, post("readers/north-reader/card", "{"));
        assertEquals(400, post("readers/north-reader/card", "{}"));
        assertEquals(400, post("readers/north-reader/card", "{\"number\":70000}"));
        assertEquals(400, post("readers/north-reader/card", "{\"number\":\"twelve\"}"));
        assertEquals(400, post("readers/north-reader/card", "{\"bits\":\"012\"}"));
        assertEquals(400, post("readers/north-reader/flood", "{\"reads\":1000000}"));
        assertEquals(400, post("readers/NORTH/card", "{\"number\":1}"));
        assertEquals(400, post("clock/speed", "{\"speed\":-1}"));
        assertEquals(400, post("clock/set", "{\"time\":\"yesterday\"}"));
        assertEquals(413, post("fire/on", " ".repeat(RestFace.BODY_BYTES_MAX + 1)));
    }

    @Test
    void a_web_page_cannot_act() throws Exception {
        HttpRequest plain =
                HttpRequest.newBuilder(uri("fire/on"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        assertEquals(415, http.send(plain, HttpResponse.BodyHandlers.discarding()).statusCode());
        assertTrue(raw("GET /v1/devices HTTP/1.1\r\nHost: evil.example\r\n\r\n").contains(" 400 "));
    }

    @Test
    void looking_is_a_get_and_acting_is_a_post() throws Exception {
        assertEquals(405, post("devices", "{}"));
        HttpRequest get = HttpRequest.newBuilder(uri("fire/on")).GET().build();
        assertEquals(405, http.send(get, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Test
    void the_people_and_their_cards_are_listed() throws Exception {
        assertTrue(get("people").contains("\"card\":10001"));
    }

    private int post(String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).GET().build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/v1/" + path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes(30), StandardCharsets.US_ASCII);
        }
    }
}
