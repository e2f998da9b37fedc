package org.menfang.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DiversifiedKeysTest {
    private static final TagKey MASTER =
            TagKey.read("00112233445566778899AABBCCDDEEFF").orElseThrow();

    /// AN10922, section 2.2.1: number, application and "NXP Abu".
    @Test
    void the_published_example() {
        byte[] input = HexFormat.of().parseHex("04782E21801D803042F54E585020416275");
        assertEquals("A8DD63A3B89D54B37CA802473FDA9175", DiversifiedKeys.of(MASTER, input).text());
    }

    /// A whole input is taken as it is, as RFC 4493 takes whole blocks.
    @Test
    void an_input_of_two_whole_blocks_is_a_plain_cmac() {
        byte[] input = new byte[31];
        byte[] message = new byte[32];
        message[0] = 1;
        assertEquals(new TagKey(AesCmac.of(MASTER, message)), DiversifiedKeys.of(MASTER, input));
    }

    @Test
    void every_card_and_every_master_has_keys_of_its_own() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            TagUid uid = new TagUid(String.format(Locale.ROOT, "04%012X", i));
            keys.add(DiversifiedKeys.of(MASTER, uid).text());
        }
        assertEquals(1_000, keys.size());
        TagUid uid = new TagUid("04DE5F1EACC040");
        assertEquals(DiversifiedKeys.of(MASTER, uid), DiversifiedKeys.of(MASTER, uid));
        assertNotEquals(
                DiversifiedKeys.of(MASTER, uid), DiversifiedKeys.of(new TagKey(new byte[16]), uid));
    }

    @Test
    void an_input_has_1_to_31_bytes() {
        assertThrows(IllegalArgumentException.class, () -> DiversifiedKeys.of(MASTER, new byte[0]));
        assertThrows(
                IllegalArgumentException.class, () -> DiversifiedKeys.of(MASTER, new byte[32]));
    }
}
