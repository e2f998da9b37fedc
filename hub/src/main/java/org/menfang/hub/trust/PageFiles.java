package org.menfang.hub.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;

/// A certificate for the pages that an administrator got elsewhere, with its key.
///
/// @param certificate the chain in PEM, the pages' own certificate first
/// @param key in PEM (PKCS #8), on an elliptic curve or RSA
public record PageFiles(Path certificate, Path key) {
    private static final int FILE_BYTES_MAX = 256 * 1024;
    private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";

    /// Reads both and looks whether they can be used now.
    ///
    /// @throws IOException with the words for a person
    public KeyHolder read(Instant now) throws IOException {
        List<X509Certificate> chain = chain();
        PrivateKey secret = secret();
        X509Certificate own = chain.getFirst();
        if (!belongTogether(secret, own)) {
            throw new IOException(key + " is not the key of the certificate in " + certificate);
        }
        try {
            own.checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw new IOException(
                    "the certificate in "
                            + certificate
                            + " ended at "
                            + own.getNotAfter().toInstant(),
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new IOException(
                    "the certificate in "
                            + certificate
                            + " begins at "
                            + own.getNotBefore().toInstant(),
                    e);
        }
        return new KeyHolder(secret, chain);
    }

    private List<X509Certificate> chain() throws IOException {
        try {
            return Pem.certificates(text(certificate));
        } catch (GeneralSecurityException e) {
            throw new IOException("there is no certificate in PEM in " + certificate, e);
        }
    }

    private PrivateKey secret() throws IOException {
        if (Files.exists(key)
                && Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ)) {
            throw new IOException("everybody can read the key in " + key + "; run chmod 640 on it");
        }
        String text = text(key).strip();
        if (!text.startsWith(KEY_BEGINS)) {
            throw new IOException(
                    "there is no key in PKCS #8 in "
                            + key
                            + "; openssl pkcs8 -topk8 -nodes -in KEY makes one");
        }
        return secret("EC", text)
                .or(() -> secret("RSA", text))
                .orElseThrow(() ->
                        new IOException(
                                "the key in "
                                        + key
                                        + " is neither an elliptic-curve nor an RSA key"));
    }

    /// Empty if it is a key of another kind.
    private static Optional<PrivateKey> secret(String algorithm, String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return Optional.of(
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IOException(file + " is too long");
        }
        return Files.readString(file);
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        byte[] sample = "menfang".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(sample);
            byte[] signed = signing.sign();
            signing.initVerify(certificate.getPublicKey());
            signing.update(sample);
            return signing.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
