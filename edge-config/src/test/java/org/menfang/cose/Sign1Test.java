package org.menfang.cose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;

class Sign1Test {
    private static final int BYTES_MAX = 10_000;
    private static final byte[] PAYLOAD = "This is the content.".getBytes(StandardCharsets.UTF_8);
    private static final SigningKey KEY = SigningKey.make();
    private static final SigningKey OTHER = SigningKey.make();
    private static final Keyring RING = Keyring.of(List.of(KEY.verifying(), OTHER.verifying()));

    private static final CborValue ALGORITHM = new CborValue.Whole(-8);
    private static final CborValue KEY_ID = new CborValue.Bytes(KEY.id().bytes());

    @Test
    void what_is_signed_is_opened_by_the_keys_that_signed_it() {
        for (String type : List.of("", "application/vnd.menfang.rules+gzip")) {
            byte[] signed = Sign1.sign(PAYLOAD, type, OTHER);
            assertEquals("opened " + OTHER.id(), told(Sign1.open(signed, type, RING, BYTES_MAX)));
        }
    }

    /// The bytes of the examples of the COSE working group (`eddsa-sig-02`) over which a signature
    /// is made, and a message that another program made with the key of RFC 8032, section 7.1.
    @Test
    void other_programs_sign_the_same_bytes() {
        assertArrayEquals(
                bytes(
                        "846A5369676E61747572653143A101274054546869732069732074686520636F6E74656E742E"),
                Sign1.signedBytes(bytes("a10127"), PAYLOAD));
        VerifyingKey key =
                VerifyingKey.read(
                                bytes(
                                        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
                        .orElseThrow();
        assertEquals(new KeyId("21fe31dfa154a261"), key.id());
        byte[] signed =
                bytes(
                        """
                        d2844da20127044821fe31dfa154a261a054546869732069732074686520636f6e74656e742e
                        5840bb8d45b282828fc45d48f68ee660621e7d2fb2dab6aa8aef10e5f676e30304633afc4014
                        4bf54e7e4a955a3dc473eaf1bed27277e803716b147867a5c1e19f0e
                        """);
        Keyring ring = Keyring.of(List.of(key));
        assertEquals("opened " + key.id(), told(Sign1.open(signed, "", ring, BYTES_MAX)));
    }

    @Test
    void each_change_of_the_shape_has_its_reason() {
        byte[] signed = Sign1.sign(PAYLOAD, "", KEY);
        assertEquals("NOT_CBOR (TRUNCATED)", told(Arrays.copyOf(signed, signed.length - 1)));
        assertEquals("NOT_CBOR (TRAILING_BYTES)", told(Arrays.copyOf(signed, signed.length + 1)));
        assertEquals("NOT_CBOR (TOO_LONG)", told(Sign1.sign(new byte[BYTES_MAX], "", KEY)));
        assertEquals("WRONG_TAG", told(Arrays.copyOfRange(signed, 1, signed.length)));
        assertEquals("WRONG_TAG", told(with(signed, 0, 0xD1)));
        assertEquals("WRONG_TAG", told(bytes("a0")));
        assertEquals("WRONG_SHAPE", told(bytes("d2a0")));
        assertEquals("WRONG_SHAPE", told(bytes("d28340a040")));
        assertEquals("WRONG_SHAPE", told(bytes("d28440a04040")));
        assertEquals("WRONG_SHAPE", told(bytes("d28440a0f65840" + "00".repeat(64))));
        assertEquals("WRONG_SHAPE", told(bytes("d284a0a0405840" + "00".repeat(64))));
        assertEquals("UNPROTECTED_HEADER", told(bytes("d28440a10100405840" + "00".repeat(64))));
        assertEquals("NOT_CBOR (TRUNCATED)", told(bytes("d28440a0405840" + "00".repeat(64))));
    }

    @Test
    void each_change_of_the_protected_header_has_its_reason_though_it_is_signed() {
        assertEquals("opened " + KEY.id(), told(header(alg(ALGORITHM), kid(KEY_ID))));
        assertEquals("ALGORITHM_CHANGED", told(header(kid(KEY_ID))));
        assertEquals("ALGORITHM_CHANGED", told(header(alg(new CborValue.Whole(-7)), kid(KEY_ID))));
        assertEquals(
                "ALGORITHM_CHANGED", told(header(alg(new CborValue.Text("EdDSA")), kid(KEY_ID))));
        assertEquals("UNKNOWN_CRITICAL_HEADER", told(critical(CborValue.Array.of(number(99)))));
        assertEquals(
                "UNKNOWN_CRITICAL_HEADER",
                told(critical(CborValue.Array.of(number(1), number(5)))));
        assertEquals("UNKNOWN_CRITICAL_HEADER", told(critical(number(1))));
        assertEquals("UNEXPECTED_HEADER", told(critical(CborValue.Array.of(number(1)))));
        assertEquals("UNKNOWN_KEY", told(header(alg(ALGORITHM))));
        assertEquals(
                "UNKNOWN_KEY",
                told(header(alg(ALGORITHM), kid(new CborValue.Bytes(new byte[KeyId.BYTES])))));
        assertEquals(
                "UNEXPECTED_HEADER",
                told(header(alg(ALGORITHM), kid(new CborValue.Bytes(new byte[7])))));
        assertEquals("UNEXPECTED_HEADER", told(header(alg(ALGORITHM), kid(number(4)))));
        assertEquals(
                "UNEXPECTED_HEADER",
                told(header(alg(ALGORITHM), kid(KEY_ID), CborValue.Entry.of(5, number(0)))));
        assertEquals(
                "UNEXPECTED_HEADER",
                told(header(alg(ALGORITHM), kid(KEY_ID), CborValue.Entry.of(3, number(61)))));
        assertEquals(
                "WRONG_CONTENT_TYPE",
                told(
                        header(
                                alg(ALGORITHM),
                                kid(KEY_ID),
                                CborValue.Entry.of(3, new CborValue.Text("text/plain")))));
        assertEquals("UNEXPECTED_HEADER", told(signed(bytes("01"))));
        assertEquals("NOT_CBOR (DUPLICATE_KEY)", told(signed(bytes("a201270127"))));
        assertEquals("NOT_CBOR (INDEFINITE_LENGTH)", told(signed(bytes("bf0127ff"))));
        assertEquals("NOT_CBOR (TRUNCATED)", told(signed(new byte[0])));
        assertEquals("NOT_CBOR (TOO_DEEP)", told(signed(bytes("8181818100"))));
        assertEquals("NOT_CBOR (TOO_LONG)", told(signed(new byte[257])));
    }

    @Test
    void a_signature_for_one_purpose_is_none_for_another() {
        byte[] rules = Sign1.sign(PAYLOAD, "rules", KEY);
        assertEquals("WRONG_CONTENT_TYPE", told(rules));
        assertEquals("WRONG_CONTENT_TYPE", told(Sign1.open(rules, "pass", RING, BYTES_MAX)));
        byte[] plain = Sign1.sign(PAYLOAD, "", KEY);
        assertEquals("WRONG_CONTENT_TYPE", told(Sign1.open(plain, "rules", RING, BYTES_MAX)));
    }

    @Test
    void nobody_else_s_key_will_do() {
        byte[] signed = Sign1.sign(PAYLOAD, "", KEY);
        Keyring none = Keyring.of(List.of());
        Keyring others = Keyring.of(List.of(OTHER.verifying()));
        assertEquals("UNKNOWN_KEY", told(Sign1.open(signed, "", none, BYTES_MAX)));
        assertEquals("UNKNOWN_KEY", told(Sign1.open(signed, "", others, BYTES_MAX)));
        byte[] header = new ProtectedHeader(OTHER.id(), "").write();
        assertEquals("WRONG_SIGNATURE", told(signed(header)));
    }

    @Test
    void no_changed_bit_goes_unseen() {
        byte[] signed = Sign1.sign(PAYLOAD, "", KEY);
        for (int bit = 0; bit < signed.length * Byte.SIZE; bit++) {
            byte[] changed = signed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            int at = bit;
            assertTrue(
                    Sign1.open(changed, "", RING, BYTES_MAX) instanceof Sign1.Opening.Refused,
                    () -> "bit " + at);
        }
    }

    @Test
    void a_signature_that_no_key_could_have_made_is_refused() {
        byte[] header = new ProtectedHeader(KEY.id(), "").write();
        for (int filling : new int[] {0x00, 0x01, 0x7F, 0xFF}) {
            byte[] signature = new byte[64];
            Arrays.fill(signature, (byte) filling);
            assertEquals("WRONG_SIGNATURE", told(message(header, signature)));
        }
    }

    @Test
    void a_large_payload_is_signed_as_well() {
        byte[] large = new byte[4_000_000];
        new Random(1).nextBytes(large);
        byte[] signed = Sign1.sign(large, "rules", KEY);
        Sign1.Opening opening = Sign1.open(signed, "rules", RING, 5_000_000);
        assertArrayEquals(large, ((Sign1.Opening.Opened) opening).payload());
    }

    @Test
    void a_key_comes_back_from_its_text_and_other_bytes_are_none() throws Exception {
        assertEquals(Optional.of(KEY.verifying()), VerifyingKey.read(KEY.verifying().text()));
        assertEquals(Optional.empty(), VerifyingKey.read("no Base64"));
        assertEquals(Optional.empty(), VerifyingKey.read(new byte[31]));
        // 2 is the y of no point of the curve.
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;
        assertEquals(Optional.empty(), VerifyingKey.read(noPoint));
        assertThrows(
                IllegalArgumentException.class,
                () -> new VerifyingKey(KEY.id(), OTHER.verifying().key()));
        KeyPairGenerator curve = KeyPairGenerator.getInstance("X25519");
        assertThrows(
                IllegalArgumentException.class,
                () -> VerifyingKey.of(curve.generateKeyPair().getPublic()));
    }

    private static CborValue.Entry alg(CborValue value) {
        return CborValue.Entry.of(1, value);
    }

    private static CborValue.Entry kid(CborValue value) {
        return CborValue.Entry.of(4, value);
    }

    private static CborValue number(long value) {
        return new CborValue.Whole(value);
    }

    private static byte[] critical(CborValue labels) {
        return header(alg(ALGORITHM), CborValue.Entry.of(2, labels), kid(KEY_ID));
    }

    /// A message with this protected header, rightly signed with it.
    private static byte[] header(CborValue.Entry... entries) {
        return signed(CborWriter.write(CborValue.Map.of(entries)));
    }

    private static byte[] signed(byte[] header) {
        return message(header, Sign1.signature(KEY, header, PAYLOAD));
    }

    private static byte[] message(byte[] header, byte[] signature) {
        return CborWriter.write(
                new CborValue.Tagged(
                        18,
                        CborValue.Array.of(
                                new CborValue.Bytes(header),
                                CborValue.Map.of(),
                                new CborValue.Bytes(PAYLOAD),
                                new CborValue.Bytes(signature))));
    }

    private static byte[] with(byte[] bytes, int index, int value) {
        byte[] changed = bytes.clone();
        changed[index] = (byte) value;
        return changed;
    }

    private static String told(byte[] signed) {
        return told(Sign1.open(signed, "", RING, BYTES_MAX));
    }

    private static String told(Sign1.Opening opening) {
        return switch (opening) {
            case Sign1.Opening.Opened(byte[] payload, KeyId signer) -> {
                assertArrayEquals(PAYLOAD, payload);
                yield "opened " + signer;
            }
            case Sign1.Opening.Refused refused -> refused.why();
        };
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
}
