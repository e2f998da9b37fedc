package org.menfang.hub.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Name;

/// Those who may look at what the hub shows to Home Assistant, and do nothing else at the broker.
///
/// It works beside a running hub: the hub reads what it writes.
public final class Viewers {
    /// Begins the common name in the certificate of a viewer, which is its client id as well. No
    /// gate is called so, since it has no slash.
    private static final String PREFIX = "viewer-";

    private static final String SUFFIX = ".crt";

    private final TrustFiles files;
    private final CertificateAuthority authority;
    private final InstantSource clock;
    private final Revocations revocations;

    private Viewers(TrustFiles files, CertificateAuthority authority, InstantSource clock) {
        this.files = files;
        this.authority = authority;
        this.clock = clock;
        this.revocations = new Revocations(files.revokedViewers());
    }

    /// Opens the folder of a hub's trust; empty where no hub ever ran.
    public static Optional<Viewers> open(Path folder, InstantSource clock) throws IOException {
        TrustFiles files = new TrustFiles(folder);
        return files.read(TrustFiles.AUTHORITY)
                .map(root ->
                        new Viewers(
                                files, new CertificateAuthority(root, new SecureRandom()), clock));
    }

    /// What a viewer shows and trusts, as PEM files.
    ///
    /// @param clientId its name at the broker
    /// @param authority whom it trusts
    public record Papers(String clientId, Path authority, Path certificate, Path key) {}

    /// Whether a client calls itself as viewers do.
    public static boolean isViewer(String clientName) {
        return clientName.startsWith(PREFIX) && Name.isValid(clientName.substring(PREFIX.length()));
    }

    /// Issues a certificate, and takes back the one that this viewer had before.
    ///
    /// @param name see {@link Name} for its form
    /// @param to the folder into which the files go
    public Papers issue(String name, Path to) throws IOException {
        String clientId = clientId(name);
        Instant now = clock.instant();
        KeyHolder holder = authority.client(clientId, now.plus(Trust.CLIENT_LIFE));
        takeBack(name);
        PrivateFiles.folder(files.viewers());
        PrivateFiles.write(file(name), Pem.write(holder.certificate()));
        PrivateFiles.folder(to);
        Papers written =
                new Papers(
                        clientId,
                        to.resolve("authority.crt"),
                        to.resolve(clientId + SUFFIX),
                        to.resolve(clientId + ".key"));
        PrivateFiles.write(written.authority(), Pem.write(authority.certificate()));
        PrivateFiles.write(written.certificate(), Pem.write(holder.certificate()));
        PrivateFiles.write(written.key(), Pem.write(holder.key()));
        return written;
    }

    /// Takes back the certificate of a viewer.
    ///
    /// @return whether it had one
    public boolean takeBack(String name) throws IOException {
        Path own = file(name);
        if (!Files.exists(own)) {
            return false;
        }
        revocations.add(serial(own), clientId(name));
        Trust.writeRevocationList(files, authority, clock.instant());
        Files.delete(own);
        return true;
    }

    /// The client ids of all that have a certificate, in order.
    ///
    /// @param files of a hub's trust
    public static List<String> all(TrustFiles files) throws IOException {
        if (!Files.isDirectory(files.viewers())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(files.viewers())) {
            return found.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> PREFIX + file.substring(0, file.length() - SUFFIX.length()))
                    .filter(Viewers::isViewer)
                    .sorted()
                    .toList();
        }
    }

    private Path file(String name) {
        return files.viewers().resolve(name + SUFFIX);
    }

    private static String clientId(String name) {
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException("not the name of a viewer: \"" + name + "\"");
        }
        return PREFIX + name;
    }

    private static BigInteger serial(Path file) throws IOException {
        try {
            return Pem.certificates(Files.readString(file)).getFirst().getSerialNumber();
        } catch (GeneralSecurityException e) {
            throw new IOException("not a certificate: " + file, e);
        }
    }
}
