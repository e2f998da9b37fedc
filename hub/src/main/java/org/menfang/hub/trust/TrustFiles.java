package org.menfang.hub.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;
import org.menfang.tls.PrivateFiles;
import org.menfang.tls.TlsContexts;
import org.menfang.vocabulary.Sha256;

/// Where the hub's keys and certificates lie. Nobody but the hub may read them.
public final class TrustFiles {
    static final String AUTHORITY = "authority";
    static final String SERVER = "server";
    static final String HUB = "hub";
    static final String PAGES = "pages";
    static final String HOME = "home";

    /// The stores need one; what protects them is the mode of the file.
    private static final String STORE_PASSWORD = "menfang";

    private final Path folder;

    TrustFiles(Path folder) {
        this.folder = folder;
    }

    /// The authority's certificate, in PEM.
    public Path authorityCertificate() {
        return folder.resolve(AUTHORITY + ".crt");
    }

    /// The server's certificate, the authority's, and the server's key, in PEM.
    public Path server() {
        return folder.resolve(SERVER + ".pem");
    }

    /// The certificates that were taken back, as a signed list in PEM.
    public Path revocationList() {
        return folder.resolve("revoked.crl");
    }

    /// The server's key and certificates, in PKCS #12.
    public Path serverStore() {
        return folder.resolve("server.p12");
    }

    /// The authority's certificate, in PKCS #12.
    public Path authorityStore() {
        return folder.resolve("authority.p12");
    }

    public String storePassword() {
        return STORE_PASSWORD;
    }

    Path devices() {
        return folder.resolve("devices");
    }

    /// Both halves of the key that signs rule sets.
    ///
    /// @param folder the folder of the hub's keys
    public static Path rulesKey(Path folder) {
        return folder.resolve("rules.key");
    }

    Path rulesKey() {
        return rulesKey(folder);
    }

    Path revoked() {
        return folder.resolve("revoked");
    }

    /// In a file of its own, since the command line writes it while the hub may write the other.
    Path revokedViewers() {
        return folder.resolve("revoked-viewers");
    }

    /// The certificates of those who may only look.
    Path viewers() {
        return folder.resolve("viewers");
    }

    Optional<KeyHolder> read(String name) throws IOException {
        Path file = folder.resolve(name + ".pem");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        int key = text.indexOf("-----BEGIN PRIVATE KEY");
        if (key < 0) {
            throw new IOException("no key in " + file);
        }
        try {
            return Optional.of(
                    new KeyHolder(
                            Pem.privateKey(text.substring(key)),
                            Pem.certificates(text.substring(0, key))));
        } catch (GeneralSecurityException e) {
            throw new IOException("not certificates and a key: " + file, e);
        }
    }

    /// Writes key and certificates into one file, so that they can never come apart.
    void write(String name, KeyHolder holder) throws IOException {
        StringBuilder text = new StringBuilder();
        holder.chain().forEach(certificate -> text.append(Pem.write(certificate)));
        PrivateFiles.write(
                folder.resolve(name + ".pem"), text.append(Pem.write(holder.key())).toString());
    }

    void writeStores(KeyHolder server, X509Certificate authority) throws IOException {
        char[] password = STORE_PASSWORD.toCharArray();
        try {
            PrivateFiles.write(
                    serverStore(), bytesOf(TlsContexts.keyStore(server, password), password));
            PrivateFiles.write(authorityCertificate(), Pem.write(authority));
            PrivateFiles.write(
                    authorityStore(), bytesOf(TlsContexts.trustStore(authority), password));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "keys and certificates that were read can be stored", e);
        }
    }

    static Sha256 fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static byte[] bytesOf(KeyStore store, char[] password)
            throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }
}
