package org.menfang.hub.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.tls.Pem;

final class ViewersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir Path folder;

    @Test
    void where_no_hub_ever_ran_there_are_no_viewers() throws IOException {
        assertEquals(Optional.empty(), Viewers.open(folder.resolve("trust"), () -> NOW));
        assertFalse(Files.exists(folder.resolve("trust")));
    }

    @Test
    void a_viewer_gets_what_home_assistant_asks_for() throws Exception {
        Trust trust = trust();
        Viewers.Papers papers = viewers().issue("home", folder.resolve("out"));
        assertEquals("viewer-home", papers.clientId());
        X509Certificate certificate = certificate(papers);
        assertEquals("CN=viewer-home", certificate.getSubjectX500Principal().getName());
        certificate.verify(trust.authority().getPublicKey());
        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), certificate.getExtendedKeyUsage());
        assertEquals(
                List.of(trust.authority()), Pem.certificates(Files.readString(papers.authority())));
        assertEquals("EC", Pem.privateKey(Files.readString(papers.key())).getAlgorithm());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(papers.key()));
        assertEquals(List.of("viewer-home"), Viewers.all(trust.files()));
        assertFalse(trust.isRevoked(certificate));
    }

    @Test
    void a_new_certificate_takes_the_one_before_back_and_a_running_hub_notices() throws Exception {
        Trust trust = trust();
        X509Certificate first = certificate(viewers().issue("home", folder.resolve("out")));
        X509Certificate second = certificate(viewers().issue("home", folder.resolve("out")));
        assertNotEquals(first.getSerialNumber(), second.getSerialNumber());
        assertTrue(trust.isRevoked(first));
        assertFalse(trust.isRevoked(second));
        assertTrue(viewers().takeBack("home"));
        assertFalse(viewers().takeBack("home"));
        assertEquals(List.of(), Viewers.all(trust.files()));
        assertTrue(revoked(first) && revoked(second));
        trust();
        assertTrue(revoked(first) && revoked(second), "a start of the hub forgets nobody");
    }

    @Test
    void names_are_names() throws IOException {
        trust();
        for (String bad : List.of("", "../hub", "a/b", "Home", "x".repeat(33))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> viewers().issue(bad, folder.resolve("out")),
                    bad);
            assertFalse(Viewers.isViewer("viewer-" + bad));
        }
        assertTrue(Viewers.isViewer("viewer-home"));
        assertFalse(Viewers.isViewer("hub-home"));
    }

    private boolean revoked(X509Certificate certificate)
            throws IOException, GeneralSecurityException {
        byte[] list = Files.readAllBytes(folder.resolve("trust/revoked.crl"));
        return ((X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(new ByteArrayInputStream(list)))
                .isRevoked(certificate);
    }

    private static X509Certificate certificate(Viewers.Papers papers)
            throws IOException, GeneralSecurityException {
        return Pem.certificates(Files.readString(papers.certificate())).getFirst();
    }

    private Trust trust() throws IOException {
        return Trust.open(folder.resolve("trust"), List.of("localhost"), () -> NOW);
    }

    private Viewers viewers() throws IOException {
        return Viewers.open(folder.resolve("trust"), () -> NOW).orElseThrow();
    }
}
