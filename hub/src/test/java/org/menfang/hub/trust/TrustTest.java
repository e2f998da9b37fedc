package org.menfang.hub.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.wire.GateIdentity;

final class TrustTest {
    private static final GateIdentity NORTH = GateIdentity.parse("lane/north").orElseThrow();
    private static final List<String> NAMES = List.of("hub.local", "192.168.1.10");

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void everything_is_made_once_and_nobody_else_may_read_it() throws IOException {
        Trust first = open(NAMES);
        String server = Files.readString(first.files().server());
        assertEquals(first.fingerprint(), open(NAMES).fingerprint());
        assertEquals(server, Files.readString(first.files().server()));
        try (Stream<Path> files = Files.walk(folder.resolve("trust"))) {
            for (Path file : files.toList()) {
                assertEquals(
                        PosixFilePermissions.fromString(
                                Files.isDirectory(file) ? "rwx------" : "rw-------"),
                        Files.getPosixFilePermissions(file),
                        file::toString);
            }
        }
    }

    @Test
    void the_server_gets_a_new_certificate_when_its_names_change_or_its_end_is_near()
            throws IOException {
        Trust trust = open(NAMES);
        String first = Files.readString(trust.files().server());
        open(List.of("hub.local", "192.168.1.11"));
        String second = Files.readString(trust.files().server());
        assertNotEquals(first, second);
        now = now.plus(Duration.ofDays(3 * 365));
        open(List.of("hub.local", "192.168.1.11"));
        assertEquals(second, Files.readString(trust.files().server()));
        now = now.plus(Duration.ofDays(366));
        assertEquals(trust.fingerprint(), open(List.of("hub.local", "192.168.1.11")).fingerprint());
        assertNotEquals(second, Files.readString(trust.files().server()));
    }

    @Test
    void a_gate_whose_clock_stands_in_1970_believes_the_certificates() throws Exception {
        Trust trust = open(NAMES);
        java.util.Date start = java.util.Date.from(Instant.EPOCH.plusSeconds(30));
        trust.authority().checkValidity(start);
        for (X509Certificate each : enrol(trust)) {
            each.checkValidity(start);
        }
    }

    @Test
    void a_gate_gets_a_certificate_in_its_name_and_loses_the_one_before() throws Exception {
        Trust trust = open(NAMES);
        X509Certificate first = enrol(trust).getFirst();
        assertEquals("CN=lane/north", first.getSubjectX500Principal().getName());
        first.verify(trust.authority().getPublicKey());
        assertFalse(trust.isRevoked(first));
        X509Certificate second = enrol(trust).getFirst();
        assertTrue(trust.isRevoked(first));
        assertFalse(trust.isRevoked(second));
        assertEquals(Set.of(NORTH), trust.gates());
    }

    @Test
    void what_another_program_takes_back_is_taken_back_here_too() throws Exception {
        Trust trust = open(NAMES);
        X509Certificate certificate = enrol(trust).getFirst();
        assertFalse(trust.isRevoked(certificate));
        assertTrue(open(NAMES).revoke(NORTH));
        assertTrue(trust.isRevoked(certificate));
        assertFalse(trust.revoke(GateIdentity.parse("lane/nobody").orElseThrow()));
    }

    @Test
    void the_hub_keeps_the_key_that_signs_the_log_of_a_gate() throws Exception {
        Trust trust = open(NAMES);
        assertEquals(Optional.empty(), trust.logKey(NORTH));
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        trust.enrol(NORTH, tlsKeys().getPublic(), logKeys.getPublic());
        assertEquals(Optional.of(logKeys.getPublic()), open(NAMES).logKey(NORTH));
    }

    @Test
    void a_damaged_file_is_said_to_be_damaged_and_nothing_new_is_made() throws IOException {
        Trust trust = open(NAMES);
        Path file = folder.resolve("trust").resolve("authority.pem");
        Files.writeString(file, Files.readString(trust.files().authorityCertificate()));
        IOException e = assertThrows(IOException.class, () -> open(NAMES));
        assertTrue(String.valueOf(e.getMessage()).contains("authority.pem"));
    }

    private Trust open(List<String> names) throws IOException {
        return Trust.open(folder.resolve("trust"), names, () -> now);
    }

    private static List<X509Certificate> enrol(Trust trust) throws Exception {
        KeyPair logKeys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return trust.enrol(NORTH, tlsKeys().getPublic(), logKeys.getPublic());
    }

    private static KeyPair tlsKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
