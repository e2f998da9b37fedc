package org.menfang.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.menfang.pass.SamplePasses.CLINIC;
import static org.menfang.pass.SamplePasses.ELM_LANE;
import static org.menfang.pass.SamplePasses.FORMER;
import static org.menfang.pass.SamplePasses.FROM;
import static org.menfang.pass.SamplePasses.HUB;
import static org.menfang.pass.SamplePasses.ID;
import static org.menfang.pass.SamplePasses.ISSUERS;
import static org.menfang.pass.SamplePasses.READER;
import static org.menfang.pass.SamplePasses.ROTATION_KEY;
import static org.menfang.pass.SamplePasses.STRANGER;
import static org.menfang.pass.SamplePasses.UNTIL;
import static org.menfang.pass.SamplePasses.pass;
import static org.menfang.pass.SamplePasses.signed;
import static org.menfang.pass.SamplePasses.told;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.menfang.base45.Base45;
import org.menfang.cose.Sign1;
import org.menfang.cose.SigningKey;
import org.menfang.cose.VerifyingKey;
import org.menfang.rules.RevokedPass;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderKind;

class PassReaderTest {
    @Test
    void a_pass_on_paper_says_what_was_signed() {
        assertEquals(
                new PassReading.Read(pass(PassClass.PAPER), ISSUERS.get(0), null),
                READER.read(signed(PassClass.PAPER).text()));
    }

    @Test
    void a_pass_that_rotates_comes_with_its_code() {
        String text = signed(PassClass.ROTATING).text(ROTATION_KEY, FROM);
        String code =
                RotatingCode.of(RotatingCode.secret(ROTATION_KEY, ID), FROM.getEpochSecond() / 30);
        assertEquals(
                new PassReading.Read(pass(PassClass.ROTATING), ISSUERS.get(0), code),
                READER.read(text));
    }

    @Test
    void a_pass_names_access_points_areas_and_gates() {
        PassScope scope =
                new PassScope(
                        List.of(new AccessPointId("b"), new AccessPointId("a")),
                        List.of(new AreaId("yard")),
                        List.of(new GateId("north")));
        for (HolderKind holder : HolderKind.values()) {
            Pass pass = new Pass(ID, ELM_LANE, scope, holder, FROM, UNTIL, null, PassClass.PAPER);
            assertEquals(
                    new PassReading.Read(pass, ISSUERS.get(1), null),
                    READER.read(SignedPass.sign(pass, CLINIC).text()));
        }
        AreaId street = new AreaId("street");
        GateId south = new GateId("south");
        AccessPointId other = new AccessPointId("c");
        assertTrue(scope.covers(new AccessPointId("a"), street, south));
        assertTrue(scope.covers(other, new AreaId("yard"), south));
        assertTrue(scope.covers(other, street, new GateId("north")));
        assertEquals(false, scope.covers(other, street, south));
    }

    /// The pass of the samples under the key of RFC 8032, section 7.1, as another program writes
    /// it.
    @Test
    void other_programs_write_the_same_pass() throws GeneralSecurityException {
        String theirs =
                "MF1:RRQT 9P60GO0HD4WD6ZHKYNK8CKA77FN0YND-KR1T0YND-FKJ-0L60$Y88IHO1Q/E7V50U30080:"
                        + " C4 DPVD1/DBE049D04EAWEFX5++DNB0RS0T70378AI6ZQ8MWIMN2K:VJ30+*FY.MH-KJBLL4K:BHZBW"
                        + "I0MDAEU8C MN$F9N-UD%3HN67-66GD7W6XASMSOAKE*OEM%3SRBJ*640";
        byte[] seed =
                HexFormat.of()
                        .parseHex(
                                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] raw =
                HexFormat.of()
                        .parseHex(
                                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        SigningKey key =
                new SigningKey(
                        VerifyingKey.read(raw).orElseThrow(),
                        KeyFactory.getInstance("Ed25519")
                                .generatePrivate(
                                        new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
        Pass pass = pass(PassClass.PAPER);
        assertEquals(theirs, SignedPass.sign(pass, key).text());
        PassReader reader =
                new PassReader(ELM_LANE, List.of(SamplePasses.issuer("hub", key, false)));
        assertEquals("read", told(reader.read(theirs)));
    }

    @Test
    void a_text_that_is_no_pass_has_its_reason() {
        checkTexts(
                """
                                    NOT_A_PASS
                MF2:                NOT_A_PASS
                mf1:                NOT_A_PASS
                MF1                 NOT_A_PASS
                MF1+                NOT_A_PASS
                MF1+12345           NOT_A_PASS
                https://a.example/  NOT_A_PASS
                MF1:                CBOR_TRUNCATED
                MF1+123456          CBOR_TRUNCATED
                MF1:GGW             BASE45_THREE_TOO_LARGE
                MF1::::             BASE45_THREE_TOO_LARGE
                MF1:BB8B            BASE45_CHARACTER_LEFT_OVER
                MF1:V5              BASE45_TWO_TOO_LARGE
                MF1:bb8             BASE45_UNKNOWN_CHARACTER
                MF1:门房             BASE45_UNKNOWN_CHARACTER
                """);
        assertEquals("TEXT_TOO_LONG", told(READER.read("MF1:" + "0".repeat(1_000))));
    }

    @Test
    void bytes_that_are_no_signed_pass_have_their_reason() {
        checkBytes(
                """
                5fff                CBOR_INDEFINITE_LENGTH
                d29fff              CBOR_INDEFINITE_LENGTH
                d2a201000100        CBOR_DUPLICATE_KEY
                d2a202000100        CBOR_KEYS_OUT_OF_ORDER
                d28181818100        CBOR_TOO_DEEP
                d28200              CBOR_TRUNCATED
                d21800              CBOR_NOT_SHORTEST
                d2f93c00            CBOR_FLOAT
                d2f7                CBOR_SIMPLE_VALUE
                d21c                CBOR_RESERVED
                d21bffffffffffffffff CBOR_NUMBER_TOO_LARGE
                d261ff              CBOR_NOT_UTF_8
                d28000              CBOR_TRAILING_BYTES
                80                  WRONG_TAG
                d180                WRONG_TAG
                d83d80              WRONG_TAG
                d280                WRONG_SHAPE
                """);
        assertEquals("CBOR_TOO_LONG", told(READER.read(new byte[641])));
        byte[] many = new byte[70];
        many[0] = (byte) 0xD2;
        many[1] = (byte) 0x98;
        many[2] = 67;
        assertEquals("CBOR_TOO_MANY_ITEMS", told(READER.read(many)));
    }

    @Test
    void a_change_of_the_header_has_its_reason() {
        byte[] genuine = signed(PassClass.PAPER).signed();
        String hex = HexFormat.of().formatHex(genuine);
        String header = hex.substring(6, 32);
        assertEquals("a201270448", header.substring(0, 10));
        assertEquals("read", told(READER.read(genuine)));
        assertHeader("ALGORITHM_CHANGED", hex, "a201260448" + header.substring(10));
        assertHeader("UNKNOWN_CRITICAL_HEADER", hex, "a30127028107" + header.substring(6));
        assertHeader("UNEXPECTED_HEADER", hex, "a3" + header.substring(2) + "0500");
        assertHeader("UNKNOWN_KEY", hex, "a2012704480000000000000000");
        assertHeader("WRONG_SIGNATURE", hex, "a201270448" + CLINIC.id());
        assertEquals(
                "UNPROTECTED_HEADER",
                told(READER.read(HexFormat.of().parseHex(hex.replaceFirst("a058", "a1010058")))));
        assertEquals(
                "WRONG_CONTENT_TYPE",
                told(READER.read(Sign1.sign(ClaimTable.claims("8=none"), "rules", HUB))));
    }

    @Test
    void only_the_issuers_of_the_compound_issue_passes() {
        Pass pass = pass(PassClass.PAPER);
        assertEquals("read", told(READER.read(SignedPass.sign(pass, CLINIC).text())));
        assertEquals("UNKNOWN_KEY", told(READER.read(SignedPass.sign(pass, STRANGER).text())));
        assertEquals(
                new PassReading.Refused(PassFault.ISSUER_REVOKED, ID),
                READER.read(SignedPass.sign(pass, FORMER).text()));
        assertEquals(
                new PassReading.Refused(PassFault.FOREIGN_COMPOUND, ID),
                READER.read(
                        SignedPass.sign(pass(new CompoundId("oak-court"), PassClass.PAPER, 1), HUB)
                                .text()));
    }

    @Test
    void claims_that_no_pass_has_have_their_reason_though_they_are_signed() {
        checkClaims(
                """
                8=none              read
                our 5=none          read
                our 5=1000          read
                our 2=["a","b"]     read
                4=none              CLAIM_MISSING
                5=none              CLAIM_MISSING
                7=none              CLAIM_MISSING
                -65537=none         CLAIM_MISSING
                our 1=none          CLAIM_MISSING
                our 2=none          CLAIM_OUT_OF_RANGE
                our 6=none          CLAIM_MISSING
                our 7=none          CLAIM_MISSING
                4="soon"            CLAIM_WRONG_TYPE
                4=h'6a'             CLAIM_WRONG_TYPE
                5=~                 CLAIM_WRONG_TYPE
                7="0123456789ABCDEF" CLAIM_WRONG_TYPE
                -65537=[]           CLAIM_WRONG_TYPE
                our 1=1             CLAIM_WRONG_TYPE
                our 2="north-in"    CLAIM_WRONG_TYPE
                our 2=[1]           CLAIM_WRONG_TYPE
                our 3={}            CLAIM_WRONG_TYPE
                our 4=t             CLAIM_WRONG_TYPE
                our 5="2"           CLAIM_WRONG_TYPE
                our 6="VISITOR"     CLAIM_WRONG_TYPE
                our 7=~             CLAIM_WRONG_TYPE
                4=-1                CLAIM_OUT_OF_RANGE
                4=4294967296        CLAIM_OUT_OF_RANGE
                4=9223372036854775807 CLAIM_OUT_OF_RANGE
                4=1795334400        CLAIM_OUT_OF_RANGE
                5=1795348801        CLAIM_OUT_OF_RANGE
                7=h'00'             CLAIM_OUT_OF_RANGE
                7=h'000000000000000000' CLAIM_OUT_OF_RANGE
                our 1=""            CLAIM_OUT_OF_RANGE
                our 1="Elm Lane"    CLAIM_OUT_OF_RANGE
                our 2=[]            CLAIM_OUT_OF_RANGE
                our 2=["北门"]       CLAIM_OUT_OF_RANGE
                our 2=["a","b","c","d","e","f","g","h","i","j","k","l","m"] CLAIM_OUT_OF_RANGE
                our 5=0             CLAIM_OUT_OF_RANGE
                our 5=1001          CLAIM_OUT_OF_RANGE
                our 5=-1            CLAIM_OUT_OF_RANGE
                our 6=0             CLAIM_OUT_OF_RANGE
                our 6=6             CLAIM_OUT_OF_RANGE
                our 7=3             CLAIM_OUT_OF_RANGE
                1="hub"             CLAIM_UNKNOWN
                8={}                CLAIM_UNKNOWN
                our 8=0             CLAIM_UNKNOWN
                our 1="oak-court"   FOREIGN_COMPOUND
                """);
        assertEquals("CLAIM_WRONG_TYPE", told(signedPayload("80")));
        assertEquals("CLAIM_WRONG_TYPE", told(signedPayload("01")));
        assertEquals("CBOR_TRUNCATED", told(signedPayload("")));
        assertEquals("CBOR_INDEFINITE_LENGTH", told(signedPayload("bfff")));
        assertEquals("CBOR_TOO_DEEP", told(signedPayload("8181818100")));
    }

    @Test
    void the_code_belongs_to_a_pass_that_rotates() {
        String rotating = signed(PassClass.ROTATING).text(ROTATION_KEY, FROM);
        String fixed = rotating.substring(10);
        assertEquals(
                new PassReading.Refused(PassFault.CODE_MISSING, ID), READER.read("MF1:" + fixed));
        String paper = signed(PassClass.PAPER).text().substring(4);
        assertEquals("CODE_NOT_EXPECTED", told(READER.read("MF1+123456" + paper)));
    }

    @Test
    void a_pass_lives_from_its_first_second_to_its_last() {
        Pass pass = pass(PassClass.PAPER);
        assertMoment("EARLY", pass, FROM.minusNanos(1), 0);
        assertMoment("", pass, FROM, 0);
        assertMoment("", pass, UNTIL.minusNanos(1), 1);
        assertMoment("EXPIRED", pass, UNTIL, 0);
        assertMoment("USED_UP", pass, FROM, 2);
        assertMoment("", pass(ELM_LANE, PassClass.PAPER, null), FROM, 5_000);
        assertEquals(
                Optional.of(PassFault.REVOKED),
                PassMoment.fault(pass, FROM, 0, List.of(new RevokedPass(ID, UNTIL))));
    }

    @Test
    void no_changed_bit_of_a_pass_goes_unseen() {
        byte[] genuine = signed(PassClass.PAPER).signed();
        for (int bit = 0; bit < genuine.length * Byte.SIZE; bit++) {
            byte[] changed = genuine.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertTrue(READER.read(changed) instanceof PassReading.Refused, "bit " + bit);
        }
        for (int length = 0; length < genuine.length; length++) {
            byte[] cut = Arrays.copyOf(genuine, length);
            assertTrue(READER.read(cut) instanceof PassReading.Refused, "length " + length);
        }
    }

    @Test
    void a_pass_that_nobody_could_read_is_not_signed() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        SignedPass.sign(
                                new Pass(
                                        ID,
                                        ELM_LANE,
                                        PassScope.of(List.of()),
                                        HolderKind.VISITOR,
                                        FROM,
                                        UNTIL,
                                        1,
                                        PassClass.PAPER),
                                HUB));
        assertThrows(IllegalArgumentException.class, () -> pass(ELM_LANE, PassClass.PAPER, 1_001));
        assertThrows(IllegalStateException.class, () -> signed(PassClass.ROTATING).text());
        assertThrows(
                IllegalStateException.class,
                () -> signed(PassClass.PAPER).text(ROTATION_KEY, FROM));
    }

    private static void assertMoment(String fault, Pass pass, Instant now, int uses) {
        assertEquals(
                fault,
                PassMoment.fault(pass, now, uses, List.of()).map(PassFault::name).orElse(""));
    }

    /// Puts another protected header before the same payload and signature.
    private static void assertHeader(String fault, String hex, String header) {
        String length = HexFormat.of().toHexDigits((byte) (0x40 + header.length() / 2));
        String changed = "d284" + length + header + hex.substring(32);
        assertEquals(fault, told(READER.read(HexFormat.of().parseHex(changed))), changed);
    }

    private static PassReading signedPayload(String hex) {
        return READER.read(Sign1.sign(HexFormat.of().parseHex(hex), "", HUB));
    }

    private static void checkTexts(String table) {
        rows(table).forEach(row -> assertEquals(row[1], told(READER.read(row[0])), row[0]));
    }

    private static void checkBytes(String table) {
        for (String[] row : rows(table)) {
            byte[] bytes = HexFormat.of().parseHex(row[0]);
            assertEquals(row[1], told(READER.read(bytes)), row[0]);
            assertEquals(row[1], told(READER.read("MF1:" + Base45.encode(bytes))), row[0]);
        }
    }

    private static void checkClaims(String table) {
        for (String[] row : rows(table)) {
            byte[] signed = Sign1.sign(ClaimTable.claims(row[0]), "", HUB);
            assertEquals(row[1], told(READER.read(signed)), row[0]);
        }
    }

    private static List<String[]> rows(String table) {
        return table.lines()
                .map(line -> {
                    int gap = line.lastIndexOf(' ');
                    return new String[] {line.substring(0, gap).strip(), line.substring(gap + 1)};
                })
                .toList();
    }
}
