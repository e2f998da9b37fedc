package org.menfang.hub.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.cose.SigningKey;
import org.menfang.tls.Pem;
import org.menfang.tls.PrivateFiles;

/// A file with both halves of an Ed25519 key, in PEM, that nobody but the hub may read.
public final class SigningKeyFile {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int FILE_BYTES_MAX = 4_096;

    private SigningKeyFile() {}

    /// Reads the key, and makes one where there is none. Whoever may come second at the same moment
    /// is to be kept away by the caller.
    ///
    /// @throws IOException if the file cannot be used, or holds something else; nothing new is made
    ///   then
    public static SigningKey open(Path file) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        SigningKey made = SigningKey.make();
        PrivateFiles.write(
                file,
                Pem.block(PRIVATE, made.key().getEncoded())
                        + Pem.block(PUBLIC, made.verifying().key().getEncoded()));
        return made;
    }

    private static SigningKey read(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IOException("too long for a key: " + file);
        }
        String text = Files.readString(file);
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            PrivateKey privateKey =
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE)));
            PublicKey publicKey = keys.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC)));
            checkHalves(privateKey, publicKey);
            return SigningKey.of(new KeyPair(publicKey, privateKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("not a signing key: " + file, e);
        }
    }

    /// What one half signs, the other has to verify.
    private static void checkHalves(PrivateKey privateKey, PublicKey publicKey)
            throws GeneralSecurityException {
        byte[] trial = {1, 2, 3};
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(privateKey);
        signature.update(trial);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(trial);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("halves of two keys");
        }
    }

    private static byte[] block(String text, String label) throws GeneralSecurityException {
        Matcher block =
                Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                        .matcher(text);
        if (!block.find()) {
            throw new GeneralSecurityException("no " + label);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
