package org.menfang.pass;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.pass.SamplePasses.HUB;
import static org.menfang.pass.SamplePasses.READER;
import static org.menfang.pass.SamplePasses.signed;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.base45.Base45;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;
import org.menfang.cbor.RandomCbor;
import org.menfang.cose.Sign1;

/// Whatever a camera sees, a pass is read or refused: nothing is thrown, and nothing takes long.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PassNoiseTest {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a门\0";

    @Test
    void random_texts_are_refused() {
        Random chance = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder(chance.nextBoolean() ? "MF1:" : "MF1+");
            for (int length = chance.nextInt(60); length > 0; length--) {
                text.append(CHARACTERS.charAt(chance.nextInt(CHARACTERS.length())));
            }
            assertRefused(READER.read(text.toString()));
            assertRefused(READER.read(text.substring(4)));
        }
    }

    @Test
    void random_bytes_in_sound_base45_are_refused() {
        Random chance = new Random(2);
        for (int i = 0; i < 30_000; i++) {
            byte[] bytes = new byte[chance.nextInt(600)];
            chance.nextBytes(bytes);
            if (bytes.length > 1 && chance.nextBoolean()) {
                bytes[0] = (byte) 0xD2;
                bytes[1] = (byte) 0x84;
            }
            assertRefused(READER.read("MF1:" + Base45.encode(bytes)));
        }
    }

    @Test
    void a_pass_with_several_changes_is_refused() {
        Random chance = new Random(3);
        byte[] genuine = signed(PassClass.PAPER).signed();
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = genuine.clone();
            for (int changes = chance.nextInt(1, 4); changes > 0; changes--) {
                changed[chance.nextInt(changed.length)] = (byte) chance.nextInt();
            }
            if (!Arrays.equals(genuine, changed)) {
                assertRefused(READER.read(changed));
            }
        }
    }

    @Test
    void random_cbor_under_a_genuine_signature_is_refused() {
        Random chance = new Random(4);
        for (int i = 0; i < 600; i++) {
            byte[] payload = CborWriter.write(RandomCbor.value(chance, 5));
            assertRefused(READER.read(Sign1.sign(payload, "", HUB)));
        }
    }

    @Test
    void random_claims_under_a_genuine_signature_are_read_or_refused() {
        Random chance = new Random(5);
        String[] keys = {"4", "5", "7", "our 1", "our 2", "our 3", "our 4", "our 5", "our 6"};
        for (int i = 0; i < 600; i++) {
            CborValue odd = RandomCbor.value(chance, 3);
            byte[] payload = ClaimTable.claims(keys[chance.nextInt(keys.length)], odd);
            PassReading reading = READER.read(Sign1.sign(payload, "", HUB));
            if (reading instanceof PassReading.Read read) {
                // What was read can be written, and says the same.
                assertTrue(read.pass().notBefore().isBefore(read.pass().expires()));
                assertTrue(SignedPass.sign(read.pass(), HUB).signed().length > 0);
            }
        }
    }

    private static void assertRefused(PassReading reading) {
        assertTrue(reading instanceof PassReading.Refused, reading::toString);
    }
}
