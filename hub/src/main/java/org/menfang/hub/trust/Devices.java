package org.menfang.hub.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.menfang.tls.Pem;
import org.menfang.tls.PrivateFiles;
import org.menfang.wire.GateIdentity;

/// The gates that enrolled: a folder for each, with its certificate and the key that signs its log.
final class Devices {
    private static final String CERTIFICATE = "certificate.pem";
    private static final String LOG_KEY = "log-key";

    private final Path folder;

    Devices(Path folder) {
        this.folder = folder;
    }

    void store(GateIdentity gate, List<X509Certificate> chain, PublicKey logKey)
            throws IOException {
        Path own = PrivateFiles.folder(folderOf(gate));
        PrivateFiles.write(own.resolve(CERTIFICATE), Pem.write(chain.getFirst()));
        PrivateFiles.write(
                own.resolve(LOG_KEY), Base64.getEncoder().encodeToString(logKey.getEncoded()));
    }

    /// The serial number of the certificate that a gate has; empty if it has none.
    Optional<BigInteger> serial(GateIdentity gate) throws IOException {
        Path file = folderOf(gate).resolve(CERTIFICATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Pem.certificates(Files.readString(file)).getFirst().getSerialNumber());
        } catch (GeneralSecurityException e) {
            throw new IOException("not a certificate: " + file, e);
        }
    }

    Optional<PublicKey> logKey(GateIdentity gate) throws IOException {
        Path file = folderOf(gate).resolve(LOG_KEY);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] encoded = Base64.getDecoder().decode(Files.readString(file).strip());
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not a public key: " + file, e);
        }
    }

    SortedMap<GateIdentity, BigInteger> all() throws IOException {
        SortedMap<GateIdentity, BigInteger> all = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(each -> each.endsWith(CERTIFICATE)).toList()) {
                Path relative = folder.relativize(file);
                Optional<GateIdentity> gate =
                        GateIdentity.parse(relative.getName(0) + "/" + relative.getName(1));
                if (gate.isPresent()) {
                    serial(gate.get()).ifPresent(serial -> all.put(gate.get(), serial));
                }
            }
        }
        return all;
    }

    private Path folderOf(GateIdentity gate) {
        return folder.resolve(gate.compound().value()).resolve(gate.gate().value());
    }
}
