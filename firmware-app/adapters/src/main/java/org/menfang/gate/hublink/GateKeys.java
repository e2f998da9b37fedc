package org.menfang.gate.hublink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;
import org.menfang.tls.PrivateFiles;
import org.menfang.tls.TlsContexts;
import org.menfang.wire.GateIdentity;

/// What a gate has after it joined a hub: its key, its certificate, and the authority of its hub.
public final class GateKeys {
    /// Its name in the folder of keys: certificates and key, in PEM.
    public static final String FILE_NAME = "hub-link.pem";

    private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY";

    private final KeyHolder own;

    private GateKeys(KeyHolder own) {
        this.own = own;
    }

    /// Reads what lies in the folder of keys; empty if the gate has not joined a hub.
    ///
    /// @throws IOException if the file cannot be read, or is damaged
    public static Optional<GateKeys> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        int key = text.indexOf(KEY_BEGINS);
        try {
            if (key < 0) {
                throw new GeneralSecurityException("no key in it");
            }
            List<X509Certificate> chain = Pem.certificates(text.substring(0, key));
            return Optional.of(of(Pem.privateKey(text.substring(key)), chain));
        } catch (GeneralSecurityException e) {
            throw new IOException("damaged: " + file + "; join the hub again", e);
        }
    }

    static GateKeys of(PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException {
        if (chain.size() != 2) {
            throw new GeneralSecurityException("not the gate's certificate and the authority's");
        }
        X509Certificate own = chain.get(0);
        X509Certificate authority = chain.get(1);
        // The platform takes no chain in which names do not follow each other, or one stands twice.
        if (own.equals(authority)
                || !own.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            throw new GeneralSecurityException("not a certificate of this authority");
        }
        own.verify(authority.getPublicKey());
        return new GateKeys(new KeyHolder(key, chain));
    }

    /// Whether the certificate names this gate.
    public boolean belongTo(GateIdentity gate) {
        return own.certificate().getSubjectX500Principal().getName().equals("CN=" + gate);
    }

    /// When the certificate ends.
    public Instant until() {
        return own.certificate().getNotAfter().toInstant();
    }

    /// For connections to the hub and to nobody else.
    public SSLContext context() {
        return TlsContexts.of(own, own.chain().getLast());
    }

    void store(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        own.chain().forEach(certificate -> text.append(Pem.write(certificate)));
        PrivateFiles.folder(folder);
        PrivateFiles.write(folder.resolve(FILE_NAME), text.append(Pem.write(own.key())).toString());
    }
}
