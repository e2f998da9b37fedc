package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.menfang.base45.Base45;
import org.menfang.cbor.CborLimits;
import org.menfang.cbor.CborRead;
import org.menfang.cbor.CborReader;
import org.menfang.cbor.CborValue;
import org.menfang.cbor.CborWriter;
import org.menfang.cose.Keyring;
import org.menfang.cose.Sign1;
import org.menfang.cose.SigningKey;
import org.menfang.cose.VerifyingKey;
import org.menfang.pass.Pass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassReader;
import org.menfang.pass.PassReading;
import org.menfang.pass.RotatingCode;
import org.menfang.pass.SignedPass;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.SecretKey;
import org.menfang.tag.SunMessage;
import org.menfang.tag.SunMessages;
import org.menfang.tag.SunOutcome;
import org.menfang.tag.TagKey;
import org.menfang.tag.TagUid;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.PassId;

/// What people hold up: passes and tags, down to their bytes.
final class PassTargets {
    private static final CborLimits LIMITS = new CborLimits(4_096, 8, 512);
    private static final int CBOR_BYTES_MAX = 4_096;
    private static final Hidden CLAIMS =
            Hidden.method("org.menfang.pass.Claims", "read", byte[].class);
    private static final CompoundId COMPOUND = new CompoundId("xingfu-li");
    private static final SigningKey KEY = Examples.signingKey();
    private static final Keyring KEYS = Keyring.of(List.of(KEY.verifying()));
    private static final List<AccessPointId> PLACES = List.of(new AccessPointId("north-in"));
    private static final PassReader READER =
            new PassReader(
                    COMPOUND, List.of(new PassIssuer("hub", Examples.issuerKey(), PLACES, false)));
    private static final SecretKey SECRET = new SecretKey("00112233445566778899AABBCCDDEEFF");
    private static final PassPin PINS =
            new PassPin(COMPOUND, new PinPassRule(SECRET, PLACES, 24, 2));
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final TagKey PICC_KEY = new TagKey(new byte[TagKey.BYTES]);
    private static final TagKey FILE_KEY =
            new TagKey("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    /// The number of a tag, its counter, and the padding.
    private static final int CHOSEN_BYTES = 15;

    private PassTargets() {}

    static List<FuzzTarget> passes() {
        return List.of(
                new FuzzTarget("base45", PassTargets::base45),
                new FuzzTarget("cbor", PassTargets::cbor),
                new FuzzTarget("cose", PassTargets::cose),
                new FuzzTarget("pass", input -> read(text(input))),
                new FuzzTarget("pass-framed", PassTargets::framed));
    }

    static List<FuzzTarget> tags() {
        return List.of(
                new FuzzTarget("pass-pin", PassTargets::pin),
                new FuzzTarget("rotating-code", PassTargets::rotating),
                new FuzzTarget("tag", PassTargets::tag),
                new FuzzTarget("tag-framed", PassTargets::framedTag),
                new FuzzTarget("one-time-code", KeyTargets::code));
    }

    private static void base45(byte[] input) {
        String text = text(input);
        if (Base45.decode(text) instanceof Base45.Decoded.Bytes(byte[] bytes)) {
            hold(Base45.encode(bytes).equals(text), "two texts for the same bytes");
        }
        hold(
                Base45.decode(Base45.encode(input)) instanceof Base45.Decoded.Bytes(byte[] again)
                        && Arrays.equals(again, input),
                "bytes that do not come back");
    }

    private static void cbor(byte[] input) {
        if (CborReader.read(input, LIMITS) instanceof CborRead.Read(CborValue value)) {
            hold(Arrays.equals(CborWriter.write(value), input), "two texts of bytes for one item");
        }
    }

    private static void cose(byte[] input) {
        hold(
                !(Sign1.open(input, "", KEYS, CBOR_BYTES_MAX) instanceof Sign1.Opening.Opened)
                        || isOurs(input),
                "bytes that nobody signed");
    }

    /// What the fuzzer was given to begin with is signed, and nothing that it changes may be.
    private static boolean isOurs(byte[] signed) {
        return Sign1.open(signed, "", KEYS, CBOR_BYTES_MAX)
                        instanceof Sign1.Opening.Opened(byte[] payload, var _)
                && Arrays.equals(Sign1.sign(payload, "", KEY), signed);
    }

    private static void read(String text) {
        if (READER.read(text) instanceof PassReading.Read(Pass pass, var _, var _)) {
            SignedPass.check(pass);
        }
    }

    /// Claims of any kind. Signing them takes a thousand times the time of reading them, so that
    /// only those are signed that say something.
    private static void framed(byte[] input) throws Exception {
        Object claims = CLAIMS.on((Object) input);
        if (claims == null || claims.toString().startsWith("Refused")) {
            return;
        }
        PassReading reading = READER.read(Sign1.sign(input, "", KEY));
        if (reading instanceof PassReading.Read(Pass pass, var _, var _)) {
            SignedPass.check(pass);
            PINS.form(pass);
        } else {
            hold(
                    reading.toString().contains("FOREIGN_COMPOUND"),
                    "a pass that is signed and refused: " + reading);
        }
    }

    /// The first four bytes are the second, the rest digits.
    private static void pin(byte[] input) {
        long seconds = 0;
        int hourBytes = Math.min(4, input.length);
        for (int i = 0; i < hourBytes; i++) {
            seconds = (seconds << Byte.SIZE) | Byte.toUnsignedInt(input[i]);
        }
        String digits = text(Arrays.copyOfRange(input, hourBytes, input.length));
        Instant now = Instant.ofEpochSecond(seconds);
        if (PINS.read(digits, now) instanceof PassPin.Reading.Read(Pass pass)) {
            hold(PINS.form(pass).equals(new PassPin.Form.Digits(digits)), "digits of another pass");
        }
    }

    private static void rotating(byte[] input) {
        RotatingCode.step(SECRET, new PassId("00112233445566AA"), text(input), NOW);
    }

    private static void tag(byte[] input) {
        SunMessages.open(text(input), PICC_KEY, _ -> Optional.of(FILE_KEY));
    }

    /// A tag whose number, counter and padding the fuzzer chooses, in both forms, with an address
    /// of its choice.
    private static void framedTag(byte[] input) {
        byte[] chosen = Arrays.copyOf(input, CHOSEN_BYTES);
        SunMessage message =
                new SunMessage(
                        new TagUid(HexFormat.of().withUpperCase().formatHex(chosen, 0, 7)),
                        (chosen[7] & 0xFF) << 16 | (chosen[8] & 0xFF) << 8 | (chosen[9] & 0xFF));
        String address =
                "https://m"
                        + text(Arrays.copyOfRange(
                                        input, Math.min(CHOSEN_BYTES, input.length), input.length))
                                .replaceAll("[^!-~]|\\?", "");
        if (address.length() < 100) {
            genuine(SunMessages.plain(address, message, FILE_KEY), message);
            genuine(
                    SunMessages.encrypted(
                            address,
                            message,
                            PICC_KEY,
                            FILE_KEY,
                            Arrays.copyOfRange(chosen, 10, CHOSEN_BYTES)),
                    message);
        }
    }

    private static void genuine(String text, SunMessage message) {
        hold(
                SunMessages.open(text, PICC_KEY, _ -> Optional.of(FILE_KEY))
                        .equals(new SunOutcome.Genuine(message)),
                "a genuine tag is refused");
        VerifyingKey.read(text);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
