package org.menfang.gate.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.tls.PrivateFiles;

/// The gate's own Ed25519 key, with which it signs the heads of its log. The private half never
/// leaves the gate.
public final class LogKey {
    /// Its name in the folder of keys: both halves, in PEM.
    public static final String FILE_NAME = "log-signing.pem";

    private static final String ALGORITHM = "Ed25519";
    private static final int FILE_BYTES_MAX = 4096;
    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final String SELF_TEST = "menfang";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private LogKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /// What became of loading the key.
    public sealed interface Loading {
        record Ready(LogKey key) implements Loading {}

        /// @param why what is wrong
        /// @param whatToDo what a person can do about it
        record Unusable(String why, String whatToDo) implements Loading {}
    }

    /// Loads the key from a folder; makes folder and key where there are none.
    public static Loading load(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        try {
            if (!Files.exists(file)) {
                store(folder, file);
            }
            LogKey key = read(file);
            return key.verifies(SELF_TEST, key.sign(SELF_TEST))
                    ? new Loading.Ready(key)
                    : damaged(file, "its halves do not belong together");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return damaged(file, e.toString());
        } catch (IOException e) {
            return new Loading.Unusable(
                    "the key " + file + " cannot be read or made (" + e + ")",
                    "check the disk and the rights to the folder");
        }
    }

    /// A key that lives as long as the program, for a gate whose own cannot be read.
    public static LogKey passing() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new LogKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static Loading.Unusable damaged(Path file, String why) {
        return new Loading.Unusable(
                "the key " + file + " is damaged: " + why,
                "bring it back from a backup, or delete it and enrol the gate again");
    }

    /// The signature of a text in UTF-8, in Base64.
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log key does not sign", e);
        }
    }

    private boolean verifies(String text, String signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(publicKey);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(signed));
    }

    /// The half that the hub gets.
    public PublicKey publicKey() {
        return publicKey;
    }

    private static LogKey read(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IllegalArgumentException("longer than " + FILE_BYTES_MAX + " bytes");
        }
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new LogKey(
                factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))),
                factory.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY"))));
    }

    private static byte[] block(String pem, String name) {
        Matcher block =
                Pattern.compile("-----BEGIN " + name + "-----([^-]*)-----END " + name + "-----")
                        .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + name);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static void store(Path folder, Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String pem =
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        PrivateFiles.folder(folder);
        // The hub keeps the other half: a key that a power cut takes away is missed for ever.
        PrivateFiles.write(file, pem);
    }

    private static String pem(String name, byte[] encoded) {
        return "-----BEGIN "
                + name
                + "-----\n"
                + PEM_LINES.encodeToString(encoded)
                + "\n-----END "
                + name
                + "-----\n";
    }
}
