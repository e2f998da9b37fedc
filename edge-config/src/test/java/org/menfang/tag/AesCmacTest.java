package org.menfang.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The examples of RFC 4493, section 4.
final class AesCmacTest {
    private static final TagKey KEY = TagKey.read("2B7E151628AED2A6ABF7158809CF4F3C").orElseThrow();
    private static final byte[] MESSAGE =
            HexFormat.of()
                    .parseHex(
                            "6bc1bee22e409f96e93d7e117393172a"
                                    + "ae2d8a571e03ac9c9eb76fac45af8e51"
                                    + "30c81c46a35ce411e5fbc1191a0a52ef"
                                    + "f69f2445df4f9b17ad2b417be66c3710");

    @Test
    void an_empty_message() {
        check(0, "bb1d6929e95937287fa37d129b756746");
    }

    @Test
    void one_whole_block() {
        check(16, "070a16b46b4d4144f79bdd9dd04a287c");
    }

    @Test
    void two_blocks_and_a_half() {
        check(40, "dfa66747de9ae63030ca32611497c827");
    }

    @Test
    void four_whole_blocks() {
        check(64, "51f0bebf7e3b9d92fc49741779363cfe");
    }

    private static void check(int length, String mac) {
        byte[] message = Arrays.copyOf(MESSAGE, length);
        assertEquals(mac, HexFormat.of().formatHex(AesCmac.of(KEY, message)));
    }
}
