package org.menfang.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.menfang.cose.SigningKey;
import org.menfang.hub.trust.Trust;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;

/// The example compound of this house, and things with which to frame an input.
final class Examples {
    /// The folder of the whole house, for programs that are started elsewhere.
    static final String HOME = "menfang.home";

    private static final Path HOUSE = Path.of(System.getProperty(HOME, ".."));

    private Examples() {}

    static Path house() {
        return HOUSE.toAbsolutePath().normalize();
    }

    static Site site() {
        return switch (SiteFiles.check(house().resolve("edge-config/sites/clinic.yaml"))) {
            case SiteCheck.Good(Site site) -> site;
            case SiteCheck.Bad bad -> throw new IllegalStateException(bad.faults().toString());
        };
    }

    /// The example rules, with the issuer of passes whose key is here.
    static RuleSet rules() {
        String text =
                read("edge-config/rules/clinic.json")
                        .replaceAll(
                                "\"publicKey\": \"[0-9A-F]{64}\"",
                                "\"publicKey\": \"" + issuerKey() + "\"");
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return switch (RuleSetFiles.check(new ByteArrayInputStream(utf8))) {
            case RuleSetCheck.Good(RuleSet rules) -> rules;
            case RuleSetCheck.Bad bad -> throw new IllegalStateException(bad.faults().toString());
        };
    }

    /// The public half of {@link #signingKey()} as it stands in rules.
    static String issuerKey() {
        return HexFormat.of().withUpperCase().formatHex(signingKey().verifying().raw());
    }

    private static String read(String file) {
        try {
            return Files.readString(house().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same key at each call, so that what the fuzzer keeps stays signed by it.
    static SigningKey signingKey() {
        return SigningKey.of(keys("Ed25519"));
    }

    /// The same keys at each call.
    static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            SecureRandom sameAgain = SecureRandom.getInstance("SHA1PRNG");
            sameAgain.setSeed(algorithm.getBytes(StandardCharsets.UTF_8));
            generator.initialize(algorithm.equals("EC") ? 256 : 255, sameAgain);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /// The keys of a hub of its own.
    static Trust trust(Path folder) {
        try {
            return Trust.open(
                    folder,
                    List.of("localhost"),
                    InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder for the files of one reader, for as long as this process lives.
    static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("fuzz-" + name);
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
