package org.menfang.hub.household;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.menfang.vocabulary.Sha256;

/// Addresses that nobody guesses: 160 random bits. Only their hash is kept, so that whoever reads
/// the log cannot open them. Tries need not be counted: at a million a second a right one is found
/// in some 10^34 years, since a compound has at most some thousand of them.
final class Secrets {
    private static final int BYTES = 20;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{27}");

    private final SecureRandom chance = new SecureRandom();

    String make() {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isSecret(String text) {
        return FORM.matcher(text).matches();
    }

    static Sha256 hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
