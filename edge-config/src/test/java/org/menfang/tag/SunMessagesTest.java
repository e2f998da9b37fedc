package org.menfang.tag;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The tables named here are those of NXP's application note AN12196 in its first revisions; later
/// ones count them otherwise.
final class SunMessagesTest {
    private static final String ADDRESS = "https://menfang.example/t";
    private static final TagKey ZEROS = new TagKey(new byte[TagKey.BYTES]);
    private static final TagKey PICC_KEY =
            TagKey.read("000102030405060708090A0B0C0D0E0F").orElseThrow();
    private static final TagKey FILE_KEY =
            TagKey.read("F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF").orElseThrow();
    private static final SunMessage MESSAGE =
            new SunMessage(new TagUid("04958CAA5C5E80"), 0x0102FE);
    private static final byte[] PADDING = {1, 2, 3, 4, 5};

    @Test
    void the_key_of_a_tap_is_that_of_table_1() {
        TagKey fileKey = TagKey.read("5ACE7E50AB65D5D51FD5BF5A16B8205B").orElseThrow();
        SunMessage message = new SunMessage(new TagUid("04C767F2066180"), 1);
        assertEquals("3A3E8110E05311F7A3FCF0D969BF2B48", TagMac.tapKey(message, fileKey).text());
    }

    @Test
    void number_and_counter_are_those_of_table_2() {
        assertEquals(
                Optional.of(new SunMessage(new TagUid("04DE5F1EACC040"), 61)),
                new PiccData("EF963FF7828658A599F3041510671E88").open(ZEROS));
    }

    @Test
    void the_link_of_table_4_is_genuine() {
        assertEquals(
                new SunOutcome.Genuine(new SunMessage(new TagUid("04DE5F1EACC040"), 61)),
                open(
                        "https://ntag.nxp.com/424?picc_data=EF963FF7828658A599F3041510671E88"
                                + "&cmac=94EED9EE65337086",
                        ZEROS,
                        ZEROS));
    }

    @Test
    void the_signature_over_a_text_of_two_blocks_is_that_of_table_5() {
        SunMessage message = new SunMessage(new TagUid("04958CAA5C5E80"), 8);
        byte[] text = "CEE9A53E3E463EF1F459635736738962&cmac=".getBytes(US_ASCII);
        assertEquals("3ED0920E5E6A0320D823D5987FEAFBB1", TagMac.tapKey(message, ZEROS).text());
        assertEquals("ECC1E7F6C6C73BF6", TagMac.over(text, message, ZEROS).value());
    }

    /// The example of a public service that shows such tags.
    @Test
    void a_plain_link_of_a_real_tag_with_keys_of_zeros_is_genuine() {
        assertEquals(
                new SunOutcome.Genuine(new SunMessage(new TagUid("041E3C8A2D6B80"), 6)),
                open(
                        "https://sdm.nfcdeveloper.com/tagpt"
                                + "?uid=041E3C8A2D6B80&ctr=000006&cmac=4B00064004B0B3D3",
                        ZEROS,
                        ZEROS));
    }

    @Test
    void what_we_write_in_either_form_we_read() {
        SunOutcome genuine = new SunOutcome.Genuine(MESSAGE);
        String plain = SunMessages.plain(ADDRESS, MESSAGE, FILE_KEY);
        String hidden = SunMessages.encrypted(ADDRESS, MESSAGE, PICC_KEY, FILE_KEY, PADDING);
        assertEquals(genuine, open(plain, PICC_KEY, FILE_KEY));
        assertEquals(genuine, open(hidden, PICC_KEY, FILE_KEY));
        assertEquals(genuine, SunMessages.open(plain, null, uid -> Optional.of(FILE_KEY)));
        assertFalse(hidden.contains(MESSAGE.uid().value()));
    }

    @Test
    void counters_go_to_the_highest() {
        for (int counter : new int[] {0, 1, 0xFF, 0x100, 0xFFFF, 0x10000, SunMessage.COUNTER_MAX}) {
            SunMessage message = new SunMessage(MESSAGE.uid(), counter);
            String hidden = SunMessages.encrypted(ADDRESS, message, PICC_KEY, FILE_KEY, PADDING);
            assertEquals(new SunOutcome.Genuine(message), open(hidden, PICC_KEY, FILE_KEY));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new SunMessage(MESSAGE.uid(), SunMessage.COUNTER_MAX + 1));
    }

    @Test
    void who_claims_to_be_here_is_known_without_a_key() {
        String plain = SunMessages.plain(ADDRESS, MESSAGE, FILE_KEY);
        SunReading.Plain reading = assertInstanceOf(SunReading.Plain.class, SunReader.read(plain));
        assertEquals("ntag-424:04958CAA5C5E80", reading.claimed().uid().identifier().value());
        assertFalse(reading.verify(PICC_KEY));
    }

    @Test
    void every_change_of_one_digit_is_noticed() {
        String plain = SunMessages.plain(ADDRESS, MESSAGE, FILE_KEY);
        String hidden = SunMessages.encrypted(ADDRESS, MESSAGE, PICC_KEY, FILE_KEY, PADDING);
        for (String link : new String[] {plain, hidden}) {
            for (int i = link.indexOf('=') + 1; i < link.length(); i++) {
                char digit = link.charAt(i) == '7' ? '8' : '7';
                String changed = link.substring(0, i) + digit + link.substring(i + 1);
                assertInstanceOf(
                        SunOutcome.Refused.class, open(changed, PICC_KEY, FILE_KEY), changed);
            }
        }
    }

    @Test
    void each_way_to_be_wrong_has_its_own_fault() {
        String uid = "uid=04958CAA5C5E80";
        String mac = "&cmac=94EED9EE65337086";
        String picc = "picc_data=EF963FF7828658A599F3041510671E88";
        EnumSet<SunFault> seen = EnumSet.noneOf(SunFault.class);
        check(seen, SunFault.TOO_LONG, "a".repeat(SunReader.TEXT_CHARS_MAX) + "?" + picc + mac);
        checkText(seen, SunFault.NOT_A_LINK, "");
        checkText(seen, SunFault.NOT_A_LINK, "MF1:6BF");
        checkText(seen, SunFault.NOT_A_LINK, "ftp://menfang.example/t?" + uid + mac);
        checkText(seen, SunFault.NOT_A_LINK, "M".repeat(SunReader.TEXT_CHARS_MAX + 1));
        checkText(seen, SunFault.NEITHER_FORM, "https://menfang.example/t");
        check(seen, SunFault.BROKEN_PARAMETER, "");
        check(seen, SunFault.FOREIGN_SIGN, uid + "&ctr=00000\n" + mac);
        check(seen, SunFault.FOREIGN_SIGN, uid + "&ctr=00000１" + mac);
        check(seen, SunFault.BROKEN_PARAMETER, uid + "&ctr" + mac);
        check(seen, SunFault.BROKEN_PARAMETER, uid + "&" + mac);
        check(seen, SunFault.BROKEN_PARAMETER, "=04&" + uid + mac);
        check(seen, SunFault.UNKNOWN_PARAMETER, picc + "&enc=CEE9A53E" + mac);
        check(seen, SunFault.UNKNOWN_PARAMETER, "UID=04958CAA5C5E80&ctr=000001" + mac);
        check(seen, SunFault.REPEATED_PARAMETER, uid + "&ctr=000001&ctr=000001" + mac);
        check(seen, SunFault.BOTH_FORMS, uid + "&" + picc + mac);
        check(seen, SunFault.BOTH_FORMS, picc + "&ctr=000001" + mac);
        check(seen, SunFault.NEITHER_FORM, mac.substring(1));
        check(seen, SunFault.UID_MISSING, "ctr=000001" + mac);
        check(seen, SunFault.UID_FORM, "uid=04958CAA5C5E8&ctr=000001" + mac);
        check(seen, SunFault.UID_FORM, "uid=04958caa5c5e80&ctr=000001" + mac);
        check(seen, SunFault.COUNTER_MISSING, uid + mac);
        check(seen, SunFault.COUNTER_FORM, uid + "&ctr=0000001" + mac);
        check(seen, SunFault.COUNTER_FORM, uid + "&ctr=-00001" + mac);
        check(seen, SunFault.PICC_DATA_FORM, picc + "00" + mac);
        check(seen, SunFault.PICC_DATA_FORM, "picc_data=" + mac);
        check(seen, SunFault.MAC_MISSING, picc);
        check(seen, SunFault.MAC_FORM, picc + mac + "0");
        check(seen, SunFault.MAC_FORM, picc + mac + "#top");
        check(seen, SunFault.PICC_DATA_FOREIGN, picc + mac);
        check(seen, SunFault.MAC_WRONG, uid + "&ctr=000001" + mac);
        String nobodys = SunMessages.plain(ADDRESS, MESSAGE, FILE_KEY);
        refused(seen, SunFault.UNKNOWN_TAG, SunMessages.open(nobodys, null, _ -> Optional.empty()));
        String hidden = ADDRESS + "?" + picc + mac;
        refused(
                seen,
                SunFault.NO_PICC_KEY,
                SunMessages.open(hidden, null, _ -> Optional.of(FILE_KEY)));
        assertEquals(EnumSet.allOf(SunFault.class), seen);
    }

    @Test
    void noise_is_refused_and_breaks_nothing() {
        Random chance = new Random(424);
        String signs = "https://?&=uid=ctr=cmac=picc_data=0123456789ABCDEFabcdef#%门 ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(chance.nextBoolean() ? ADDRESS + "?" : "");
            int length = chance.nextInt(120);
            for (int at = 0; at < length; at++) {
                text.append(signs.charAt(chance.nextInt(signs.length())));
            }
            SunOutcome outcome = open(text.toString(), PICC_KEY, FILE_KEY);
            assertInstanceOf(SunOutcome.Refused.class, outcome);
        }
    }

    @Test
    void well_formed_noise_is_refused_too() {
        Random chance = new Random(425);
        for (int i = 0; i < 20_000; i++) {
            String link =
                    String.format(
                            "%s?picc_data=%016X%016X&cmac=%016X",
                            ADDRESS, chance.nextLong(), chance.nextLong(), chance.nextLong());
            assertInstanceOf(SunOutcome.Refused.class, open(link, PICC_KEY, FILE_KEY));
        }
    }

    @Test
    void a_key_is_read_as_it_was_written_and_never_shown() {
        assertEquals(Optional.of(FILE_KEY), TagKey.read(FILE_KEY.text()));
        assertNotEquals(FILE_KEY, PICC_KEY);
        assertEquals("key of a tag", FILE_KEY.toString());
        for (String text : new String[] {"", "F0", FILE_KEY.text() + "00", "f".repeat(32)}) {
            assertEquals(Optional.empty(), TagKey.read(text));
        }
    }

    private static SunOutcome open(String link, TagKey piccKey, TagKey fileKey) {
        return SunMessages.open(link, piccKey, _ -> Optional.of(fileKey));
    }

    private static void check(EnumSet<SunFault> seen, SunFault fault, String query) {
        checkText(seen, fault, ADDRESS + "?" + query);
    }

    private static void checkText(EnumSet<SunFault> seen, SunFault fault, String text) {
        refused(seen, fault, open(text, PICC_KEY, FILE_KEY));
    }

    private static void refused(EnumSet<SunFault> seen, SunFault fault, SunOutcome outcome) {
        assertEquals(new SunOutcome.Refused(fault), outcome);
        seen.add(fault);
    }
}
