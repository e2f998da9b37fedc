package org.menfang.hub.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Hashes and checks passwords with Argon2id.
///
/// The cost is the smallest that OWASP's cheat sheet names (19 MiB, two passes, one lane): about a
/// tenth of a second on a small board. Few are worked out at once, so that a crowd at the door
/// cannot use the memory up.
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE_MAX = 2;

    private final Argon2Function argon2;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);

    /// A hash that no password has; checking against it takes as long as against any other.
    private final String nobodys;

    private Passwords(int memoryKib, int passes) {
        argon2 = Argon2Function.getInstance(memoryKib, passes, LANES, HASH_BYTES, Argon2.ID);
        nobodys = hash("\0nobody's password");
    }

    static Passwords strong() {
        return new Passwords(MEMORY_KIB, PASSES);
    }

    /// As cheap as Argon2 goes, for tests that make hundreds of them.
    static Passwords cheap() {
        return new Passwords(8, 1);
    }

    String hash(String password) {
        return inTurn(() ->
                Password.hash(prepared(password))
                        .addRandomSalt(SALT_BYTES)
                        .with(argon2)
                        .getResult());
    }

    boolean matches(String password, String hash) {
        return inTurn(() ->
                Password.check(prepared(password), hash)
                        .with(Argon2Function.getInstanceFromHash(hash)));
    }

    /// Takes as long as a check, for a name that has no password.
    void matchNobody(String password) {
        boolean matched = matches(password, nobodys);
        if (matched) {
            throw new IllegalStateException("a typed password cannot hold a NUL");
        }
    }

    /// Two keyboards may make the same letter from different code points.
    private static String prepared(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
