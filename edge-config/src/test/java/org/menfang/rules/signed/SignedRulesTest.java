package org.menfang.rules.signed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.Keyring;
import org.menfang.cose.Sign1;
import org.menfang.cose.SigningKey;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleFaultCode;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Protocol;

@Timeout(60)
class SignedRulesTest {
    private static final SigningKey KEY = SigningKey.make();
    private static final Keyring KEYS = Keyring.of(List.of(KEY.verifying()));
    private static final RuleSet RULES =
            RuleSet.ofRights(new CompoundId("lane"), 7, List.of(), List.of(), List.of(), List.of());
    private static final byte[] TEXT =
            """
            {"compound":"lane","version":7,"schedules":[],"profiles":[],"holders":[],\
            "credentials":[]}\
            """
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;

    @Test
    void what_was_signed_is_opened_and_read() {
        assertEquals(
                new RuleParcel.Opening.Opened(RULES, Sha256.of(TEXT)),
                RuleParcel.signed(envelope()).open(KEYS));
    }

    @Test
    void the_same_text_has_the_same_digest_signed_or_not() {
        RuleParcel plain = RuleParcel.plain(packed(TEXT));
        assertEquals(plain.open(KEYS), RuleParcel.signed(envelope()).open(KEYS));
    }

    @Test
    void a_change_anywhere_is_refused() {
        byte[] envelope = envelope();
        for (int at = 0; at < envelope.length; at++) {
            byte[] changed = envelope.clone();
            changed[at] ^= 1;
            assertInstanceOf(
                    RuleParcel.Opening.Refused.class, RuleParcel.signed(changed).open(KEYS));
        }
        byte[] cut = Arrays.copyOf(envelope, envelope.length - 1);
        check(RuleFaultCode.NOT_SIGNED, RuleParcel.signed(cut).open(KEYS));
        byte[] longer = Arrays.copyOf(envelope, envelope.length + 1);
        check(RuleFaultCode.NOT_SIGNED, RuleParcel.signed(longer).open(KEYS));
    }

    @Test
    void a_changed_payload_is_told_apart_from_an_unknown_key() {
        byte[] envelope = envelope();
        envelope[envelope.length - 70] ^= 1;
        check(RuleFaultCode.WRONG_SIGNATURE, RuleParcel.signed(envelope).open(KEYS));
        Keyring others = Keyring.of(List.of(SigningKey.make().verifying()));
        check(RuleFaultCode.UNKNOWN_KEY, RuleParcel.signed(envelope()).open(others));
        Keyring none = Keyring.of(List.of());
        check(RuleFaultCode.UNKNOWN_KEY, RuleParcel.signed(envelope()).open(none));
    }

    @Test
    void a_signature_over_something_else_makes_no_rules() {
        byte[] pass = Sign1.sign(packed(TEXT).bytes(), "application/cwt", KEY);
        check(RuleFaultCode.NOT_SIGNED, RuleParcel.signed(pass).open(KEYS));
    }

    @Test
    void a_signed_text_that_is_bad_is_refused_with_the_place_of_its_fault() {
        byte[] text = "{\n \"compound\": 7}".getBytes(StandardCharsets.UTF_8);
        var refused =
                assertInstanceOf(
                        RuleParcel.Opening.Refused.class,
                        RuleParcel.signed(SignedRules.sign(packed(text), KEY)).open(KEYS));
        assertEquals(2, refused.faults().getFirst().line());
    }

    @Test
    void what_does_not_unpack_is_refused() {
        check(RuleFaultCode.NOT_PACKED, new RuleParcel(RuleParcel.Form.PLAIN, TEXT).open(KEYS));
        byte[] packed = packed(TEXT).bytes();
        packed[packed.length - 5] ^= 1;
        var refused =
                assertInstanceOf(
                        RuleParcel.Opening.Refused.class,
                        new RuleParcel(RuleParcel.Form.PLAIN, packed).open(KEYS));
        assertEquals(RuleFaultCode.SYNTAX, refused.faults().getFirst().code());
    }

    @Test
    void a_bomb_is_put_out_before_it_fills_the_memory() throws IOException {
        PackedRules bomb = PackedRules.pack(new Blanks(RuleSetFiles.BYTES_MAX + 1));
        assertTrue(bomb.bytes().length < 1 << 20, "it looks harmless");
        assertInstanceOf(RuleParcel.Opening.Refused.class, RuleParcel.plain(bomb).open(KEYS));
    }

    @Test
    void what_is_too_long_is_refused_unread() {
        byte[] tooLong = new byte[SignedRules.BYTES_MAX + 1];
        check(RuleFaultCode.TOO_LONG, RuleParcel.signed(tooLong).open(KEYS));
        check(RuleFaultCode.TOO_LONG, new RuleParcel(RuleParcel.Form.PLAIN, tooLong).open(KEYS));
    }

    @Test
    void the_longest_envelope_fits_into_a_packet() {
        byte[] longest = SignedRules.sign(new PackedRules(new byte[PackedRules.BYTES_MAX]), KEY);
        assertTrue(longest.length <= SignedRules.BYTES_MAX);
        assertTrue(SignedRules.BYTES_MAX + 64 * 1024 < Protocol.RULES_PACKET_BYTES_MAX);
    }

    @Test
    void a_file_is_read_signed_or_not() throws IOException {
        Path plain = Files.write(folder.resolve("plain"), TEXT);
        Path signed = Files.write(folder.resolve("signed"), envelope());
        assertEquals(RuleParcel.Form.PLAIN, read(plain).form());
        assertEquals(RuleParcel.Form.SIGNED, read(signed).form());
        assertArrayEquals(envelope(), read(signed).bytes());
        assertEquals(read(plain).open(KEYS), read(signed).open(KEYS));
        var missing =
                assertInstanceOf(
                        RuleParcel.Reading.Unreadable.class,
                        RuleParcel.read(folder.resolve("missing")));
        assertEquals(RuleFaultCode.FILE_UNREADABLE, missing.fault().code());
    }

    private static RuleParcel read(Path file) {
        return assertInstanceOf(RuleParcel.Reading.Read.class, RuleParcel.read(file)).parcel();
    }

    private static byte[] envelope() {
        return SignedRules.sign(packed(TEXT), KEY);
    }

    private static PackedRules packed(byte[] text) {
        try {
            return PackedRules.pack(new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(RuleFaultCode expected, RuleParcel.Opening opening) {
        RuleFault fault =
                assertInstanceOf(RuleParcel.Opening.Refused.class, opening).faults().getFirst();
        assertEquals(expected, fault.code());
        assertTrue(!fault.message(Locale.CHINESE).contains("{"), fault.message(Locale.CHINESE));
    }

    /// So many blanks.
    private static final class Blanks extends InputStream {
        private long left;

        Blanks(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, from, from + count, (byte) ' ');
            left -= count;
            return count;
        }
    }
}
