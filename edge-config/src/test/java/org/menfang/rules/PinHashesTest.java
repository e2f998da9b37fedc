package org.menfang.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PinCheck;

class PinHashesTest {
    private final PinHashes hashes = new PinHashes(new SecretKey("0B".repeat(16)));

    @Test
    void the_hash_of_a_pin_is_its_hmac_under_the_pin_key() {
        // printf 2468 | openssl dgst -sha256 -mac HMAC -macopt
        // hexkey:0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b
        assertEquals(new PinHash("029B4ADA77C8C3034A097517C5D1C563"), hashes.of("2468"));
        assertNotEquals(
                hashes.of("2468"), new PinHashes(new SecretKey("0C".repeat(16))).of("2468"));
        assertNotEquals(hashes.of("2468"), hashes.of("02468"));
    }

    @Test
    void a_pin_alone_is_a_credential_of_its_own() {
        assertEquals(
                new CredentialIdentifier("pin:029B4ADA77C8C303"),
                PinHashes.identifier(hashes.of("2468")));
    }

    @Test
    void what_was_entered_is_the_pin_the_duress_pin_or_neither() {
        Credential both = card(hashes.of("2468"), hashes.of("2469"));
        assertEquals(PinCheck.RIGHT, hashes.check(both, "2468"));
        assertEquals(PinCheck.DURESS, hashes.check(both, "2469"));
        assertEquals(PinCheck.WRONG, hashes.check(both, "2470"));
        assertEquals(PinCheck.WRONG, hashes.check(card(hashes.of("2468"), null), "2469"));
        assertEquals(PinCheck.WRONG, hashes.check(card(null, null), "2468"));
    }

    @Test
    void what_is_no_pin_has_no_hash() {
        for (String text : List.of("", "12a4", "１２３４", "1".repeat(PinHashes.DIGITS_MAX + 1))) {
            assertThrows(IllegalArgumentException.class, () -> hashes.of(text), text);
        }
    }

    @Test
    void many_threads_may_ask_at_once() throws Exception {
        PinHash expected = hashes.of("2468");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                all.add(
                        threads.submit(() ->
                                IntStream.range(0, 2_000)
                                        .allMatch(_ -> hashes.of("2468").equals(expected))));
            }
            for (Future<Boolean> one : all) {
                assertEquals(true, one.get());
            }
        }
    }

    private static Credential card(@Nullable PinHash pin, @Nullable PinHash duress) {
        return new Credential(
                new CredentialIdentifier("wiegand-26:01:0001"),
                new HolderId("h-1"),
                CredentialClass.PLAIN_NUMBER,
                CredentialStatus.ACTIVE,
                null,
                null,
                pin,
                duress,
                null);
    }
}
