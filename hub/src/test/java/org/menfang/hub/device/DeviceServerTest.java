package org.menfang.hub.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.enrol.EnrolmentAnswer;
import org.menfang.enrol.EnrolmentRequest;
import org.menfang.enrol.PicturePaths;
import org.menfang.hub.broker.TestGates;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.tls.Pem;
import org.menfang.tls.TlsContexts;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

@Timeout(60)
final class DeviceServerTest {
    private static final GateIdentity NORTH = GateIdentity.parse("lane/north").orElseThrow();
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2};

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Trust trust;
    private Codes codes;
    private PictureShelf shelf;
    private DeviceServer server;

    @BeforeEach
    void start() throws IOException {
        trust = Trust.open(folder.resolve("trust"), List.of("localhost"), Clock.systemUTC());
        codes = Codes.open(folder.resolve("codes"), () -> now);
        shelf = PictureShelf.open(folder.resolve("pictures"), 0);
        server =
                DeviceServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        trust,
                        codes,
                        shelf,
                        () -> now);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_gate_trades_its_code_for_a_certificate_once() throws Exception {
        byte[] request = request(code());
        HttpResponse<String> response = enrol(request);
        assertEquals(200, response.statusCode(), response.body());
        EnrolmentAnswer answer =
                Json.parse(response.body().getBytes(StandardCharsets.UTF_8), EnrolmentAnswer.class)
                        .orThrow();
        assertEquals("lane/north", answer.name());
        assertEquals(trust.authority(), Pem.certificates(answer.certificates()).getLast());
        assertTrue(trust.logKey(NORTH).isPresent());
        assertEquals(403, enrol(request).statusCode());
    }

    @Test
    void a_faulty_request_does_not_use_a_code_up() throws Exception {
        String code = code();
        EnrolmentRequest good = Json.parse(request(code), EnrolmentRequest.class).orThrow();
        for (EnrolmentRequest bad :
                List.of(
                        new EnrolmentRequest(code, "", good.logKey()),
                        new EnrolmentRequest(code, good.logKey(), good.logKey()),
                        new EnrolmentRequest(code, good.tlsKey(), "?"),
                        new EnrolmentRequest(code, key("secp384r1"), good.logKey()))) {
            assertEquals(400, enrol(Json.write(bad)).statusCode());
        }
        assertEquals(400, enrol("{".getBytes(StandardCharsets.UTF_8)).statusCode());
        assertEquals(413, enrol(new byte[20_000]).statusCode());
        assertEquals(200, enrol(Json.write(good)).statusCode());
    }

    @Test
    void who_guesses_codes_is_not_listened_to_for_a_while() throws Exception {
        byte[] guess = request("7777-7777");
        for (int i = 0; i < WrongCodes.WRONG_CODES_MAX; i++) {
            assertEquals(403, enrol(guess).statusCode());
        }
        byte[] right = request(code());
        assertEquals(429, enrol(right).statusCode());
        now = now.plus(WrongCodes.WITHIN);
        assertEquals(200, enrol(right).statusCode());
    }

    @Test
    void a_picture_is_kept_under_its_digest() throws Exception {
        SSLContext north = TestGates.enrol(trust, "lane/north");
        Sha256 digest = Sha256.of(JPEG);
        assertEquals(201, put(north, digest, JPEG).statusCode());
        assertEquals(200, put(north, digest, JPEG).statusCode());
        assertArrayEquals(JPEG, Files.readAllBytes(shelf.find(digest).orElseThrow()));
        assertEquals(
                folder.resolve("pictures")
                        .resolve(digest.value().substring(0, 2))
                        .resolve(digest + ".jpg"),
                shelf.find(digest).orElseThrow());
    }

    @Test
    void what_is_no_picture_is_not_kept() throws Exception {
        SSLContext north = TestGates.enrol(trust, "lane/north");
        byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);
        assertEquals(415, put(north, Sha256.of(html), html).statusCode());
        assertEquals(422, put(north, Sha256.of(html), JPEG).statusCode());
        byte[] huge = Arrays.copyOf(JPEG, PicturePaths.PICTURE_BYTES_MAX + 1);
        assertEquals(413, put(north, Sha256.of(huge), huge).statusCode());
        assertTrue(shelf.find(Sha256.of(html)).isEmpty());
        assertTrue(shelf.find(Sha256.of(huge)).isEmpty());
    }

    @Test
    void who_has_not_joined_brings_no_pictures() throws Exception {
        Sha256 digest = Sha256.of(JPEG);
        assertEquals(403, put(TlsContexts.trusting(trust.authority()), digest, JPEG).statusCode());
        SSLContext north = TestGates.enrol(trust, "lane/north");
        trust.revoke(NORTH);
        assertEquals(403, put(north, digest, JPEG).statusCode());
        Trust stranger =
                Trust.open(folder.resolve("stranger"), List.of("localhost"), Clock.systemUTC());
        SSLContext strange = TestGates.stranger(stranger, "lane/north", trust);
        assertThrows(IOException.class, () -> put(strange, digest, JPEG));
        assertTrue(shelf.find(digest).isEmpty());
    }

    @Test
    void there_is_nothing_else() throws Exception {
        SSLContext north = TestGates.enrol(trust, "lane/north");
        for (String path :
                List.of("/", "/device/v1/", PicturePaths.PREFIX, PicturePaths.PREFIX + "../x")) {
            HttpResponse<String> response = send(north, HttpRequest.newBuilder(uri(path)).GET());
            assertEquals(404, response.statusCode(), path);
        }
        assertEquals(
                404,
                send(north, HttpRequest.newBuilder(uri(PicturePaths.of(Sha256.of(JPEG)))).GET())
                        .statusCode());
    }

    @Test
    void a_full_disk_takes_no_pictures() throws IOException {
        PictureShelf full = PictureShelf.open(folder.resolve("full"), Long.MAX_VALUE / 2);
        assertEquals(PictureShelf.Keeping.NO_ROOM, full.keep(Sha256.of(JPEG), JPEG));
    }

    private String code() throws IOException {
        return codes.makeEnrolment(NORTH, trust.fingerprint(), Duration.ofHours(1)).orElseThrow();
    }

    private static byte[] request(String code) throws Exception {
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return Json.write(
                new EnrolmentRequest(
                        code,
                        key("secp256r1"),
                        Base64.getEncoder().encodeToString(logKeys.getPublic().getEncoded())));
    }

    private static String key(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }

    private HttpResponse<String> enrol(byte[] body) throws Exception {
        return send(
                TlsContexts.trusting(trust.authority()),
                HttpRequest.newBuilder(uri(EnrolmentRequest.PATH))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> put(SSLContext tls, Sha256 digest, byte[] body)
            throws IOException, InterruptedException {
        return send(
                tls,
                HttpRequest.newBuilder(uri(PicturePaths.of(digest)))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> send(SSLContext tls, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + server.port() + path);
    }
}
