package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.menfang.cose.VerifyingKey;
import org.menfang.enrol.OneTimeCode;
import org.menfang.gate.hublink.GateKeys;
import org.menfang.gate.hublink.RulesKeys;
import org.menfang.gate.os.LogKey;
import org.menfang.hub.trust.SigningKeyFile;
import org.menfang.tls.Pem;
import org.menfang.vocabulary.Sha256;

/// Keys, certificates and codes, from files and from people. A damaged file is an {@link
/// IOException} or an answer of its own.
final class KeyTargets {
    private KeyTargets() {}

    static List<FuzzTarget> keys() {
        Path folder = Examples.folder("keys");
        return List.of(
                new FuzzTarget("certificates", KeyTargets::certificates),
                new FuzzTarget("certificates-framed", KeyTargets::framedCertificate),
                new FuzzTarget("private-key", KeyTargets::privateKey),
                new FuzzTarget("public-key", KeyTargets::publicKey),
                new FuzzTarget("gate-keys", input -> gateKeys(folder, input)),
                new FuzzTarget("rules-keys", input -> rulesKeys(folder, input)));
    }

    static List<FuzzTarget> signing() {
        Path folder = Examples.folder("signing");
        return List.of(
                new FuzzTarget("log-key", input -> logKey(folder, input)),
                new FuzzTarget("signing-key", input -> signingKey(folder, input)));
    }

    private static void certificates(byte[] input) {
        try {
            hold(!Pem.certificates(text(input)).isEmpty(), "no certificate, and no fault");
        } catch (GeneralSecurityException e) {
            // So it is declared.
        }
    }

    /// Any bytes where those of a certificate belong.
    private static void framedCertificate(byte[] input) {
        certificates(Pem.block("CERTIFICATE", input).getBytes(StandardCharsets.US_ASCII));
    }

    private static void privateKey(byte[] input) {
        tryPrivateKey(text(input));
        tryPrivateKey(Pem.block("PRIVATE KEY", input));
    }

    private static void tryPrivateKey(String pem) {
        try {
            Pem.write(Pem.privateKey(pem));
        } catch (GeneralSecurityException e) {
            // So it is declared.
        }
    }

    /// As text, and as the 32 bytes themselves.
    private static void publicKey(byte[] input) {
        VerifyingKey.read(text(input));
        VerifyingKey.read(Arrays.copyOf(input, VerifyingKey.RAW_BYTES))
                .ifPresent(key ->
                        hold(
                                VerifyingKey.read(key.text()).equals(java.util.Optional.of(key)),
                                "another key"));
    }

    private static void gateKeys(Path folder, byte[] input) throws IOException {
        Files.write(folder.resolve(GateKeys.FILE_NAME), input);
        try {
            GateKeys.read(folder).ifPresent(GateKeys::context);
        } catch (IOException e) {
            // So it is declared.
        }
    }

    private static void rulesKeys(Path folder, byte[] input) throws IOException {
        Files.write(folder.resolve(RulesKeys.FILE_NAME), input);
        try {
            RulesKeys.read(folder);
        } catch (IOException e) {
            // So it is declared.
        }
    }

    private static void logKey(Path folder, byte[] input) throws IOException {
        Files.write(folder.resolve(LogKey.FILE_NAME), input);
        LogKey.load(folder);
    }

    private static void signingKey(Path folder, byte[] input) throws IOException {
        Path file = folder.resolve("signing-key");
        Files.write(file, input);
        try {
            SigningKeyFile.open(file);
        } catch (IOException e) {
            // So it is declared.
        }
    }

    /// What a person typed; and a code of the fuzzer's own, which has to come back.
    static void code(byte[] input) {
        OneTimeCode.read(text(input))
                .ifPresent(code ->
                        hold(
                                OneTimeCode.read(code.text())
                                        .orElseThrow()
                                        .hash()
                                        .equals(code.hash()),
                                "another code"));
        Sha256 fingerprint = Sha256.of(input);
        OneTimeCode made = OneTimeCode.make(new Chosen(input), fingerprint);
        OneTimeCode read = OneTimeCode.read(made.text()).orElseThrow();
        hold(read.hash().equals(made.hash()) && read.names(fingerprint), "another code");
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /// Chance that the fuzzer chose.
    private static final class Chosen extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] chosen;

        Chosen(byte[] chosen) {
            this.chosen = chosen;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = i < chosen.length ? chosen[i] : 0;
            }
        }
    }
}
