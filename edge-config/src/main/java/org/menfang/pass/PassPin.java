package org.menfang.pass;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.menfang.rules.PinPassRule;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

/// The PIN form of a pass, for gates without a camera: ten digits that a gate verifies by itself,
/// with the compound's key and no list of passes. Three digits say in which hour the pass begins,
/// three which of the passes of that hour it is, and four prove the first six. All the rest -
/// where, how long, how often - is what the compound's {@link PinPassRule} says, so that only a
/// pass that says the same has a PIN form.
///
/// Of the 10^10 codes, those whose hour has begun and not ended could be valid: at most 72 hours
/// (the rule's longest) times 1000 passes, that is one code of 138,888. Whoever knows how the
/// digits are made and chooses a living hour still finds one right code among 10,000. IEC
/// 60839-11-1 asks for 1000.
///
/// The pass id comes from key, hour and number, so that the pass counts as one in all its forms.
/// The proof covers the hour since 1970 and the compound, so that digits do not come to life again
/// after the 1000 hours that three digits can tell apart.
public final class PassPin {
    public static final int DIGITS = 10;

    /// How many passes may begin in the same hour.
    public static final int SERIALS = 1_000;

    static final int SLOT_SECONDS = 3_600;
    private static final int SLOTS = 1_000;

    /// A clock that is wrong by a century makes no pass valid.
    private static final long SLOT_MAX =
            Pass.TIME_MAX.getEpochSecond() / SLOT_SECONDS - PinPassRule.HOURS_VALID_MAX;

    private static final int PROOFS = 10_000;
    private static final int ID_BYTES = 8;

    private final CompoundId compound;
    private final PinPassRule rule;

    public PassPin(CompoundId compound, PinPassRule rule) {
        this.compound = compound;
        this.rule = rule;
    }

    /// The first whole hour at or after a moment. A pass with a PIN form begins with one.
    public static Instant wholeHour(Instant moment) {
        Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
        return hour.isBefore(moment) ? hour.plusSeconds(SLOT_SECONDS) : hour;
    }

    /// The pass that has a PIN form.
    ///
    /// @param from a whole hour
    /// @param serial which of the passes that begin then, 0 to 999
    /// @param type the form of its QR code
    public Pass pass(Instant from, int serial, PassClass type) {
        if (!from.equals(wholeHour(from)) || serial < 0 || serial >= SERIALS) {
            throw new IllegalArgumentException("no such PIN: " + from + ", number " + serial);
        }
        long slot = from.getEpochSecond() / SLOT_SECONDS;
        return new Pass(
                id(slot, serial),
                compound,
                PassScope.of(rule.accessPoints()),
                HolderKind.VISITOR,
                from,
                Instant.ofEpochSecond((slot + rule.hoursValid()) * SLOT_SECONDS),
                rule.usesMax(),
                type);
    }

    /// What became of a pass whose PIN form was asked for.
    public sealed interface Form {
        record Digits(String digits) implements Form {}

        record None(Why why) implements Form {}
    }

    /// Why a pass has no PIN form.
    public enum Why {
        OTHER_PLACES,
        OTHER_HOLDER,
        OTHER_BEGINNING,
        OTHER_HOURS,
        OTHER_USES,
        /// Its id was not made for it.
        OTHER_ID
    }

    /// The digits of a pass.
    public Form form(Pass pass) {
        Instant from = pass.notBefore();
        if (!from.equals(wholeHour(from))) {
            return new Form.None(Why.OTHER_BEGINNING);
        }
        Pass expected = pass(from, 0, pass.type());
        if (!pass.scope().equals(expected.scope()) || !pass.compound().equals(compound)) {
            return new Form.None(Why.OTHER_PLACES);
        }
        if (pass.holder() != expected.holder()) {
            return new Form.None(Why.OTHER_HOLDER);
        }
        if (!pass.expires().equals(expected.expires())) {
            return new Form.None(Why.OTHER_HOURS);
        }
        if (pass.usesMax() == null || pass.usesMax() != rule.usesMax()) {
            return new Form.None(Why.OTHER_USES);
        }
        long slot = from.getEpochSecond() / SLOT_SECONDS;
        for (int serial = 0; serial < SERIALS; serial++) {
            if (id(slot, serial).equals(pass.id())) {
                return new Form.Digits(digits(slot, serial));
            }
        }
        return new Form.None(Why.OTHER_ID);
    }

    /// What became of digits that somebody entered.
    public sealed interface Reading {
        /// @param pass what the digits stand for; whether it is valid now is another question. Its
        ///   class is the lower one
        record Read(Pass pass) implements Reading {}

        record Refused(PassFault fault) implements Reading {}
    }

    /// Reads digits. The hour is the nearest one that has their first three.
    public Reading read(String digits, Instant now) {
        if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Reading.Refused(PassFault.PIN_FORM);
        }
        int told = Integer.parseInt(digits, 0, 3, 10);
        int serial = Integer.parseInt(digits, 3, 6, 10);
        long here = Math.floorDiv(now.getEpochSecond(), SLOT_SECONDS);
        long oldest = here - SLOTS / 2 + 1;
        long slot = oldest + Math.floorMod(told - oldest, (long) SLOTS);
        if (slot < 0 || slot >= SLOT_MAX || !digits(slot, serial).equals(digits)) {
            return new Reading.Refused(PassFault.PIN_WRONG);
        }
        return new Reading.Read(
                pass(Instant.ofEpochSecond(slot * SLOT_SECONDS), serial, PassClass.PAPER));
    }

    private String digits(long slot, int serial) {
        long proof =
                Long.remainderUnsigned(ByteBuffer.wrap(mac('P', slot, serial)).getLong(), PROOFS);
        return String.format("%03d%03d%04d", slot % SLOTS, serial, proof);
    }

    private PassId id(long slot, int serial) {
        byte[] id = Arrays.copyOf(mac('I', slot, serial), ID_BYTES);
        return new PassId(HexFormat.of().withUpperCase().formatHex(id));
    }

    private byte[] mac(char purpose, long slot, int serial) {
        byte[] name = compound.value().getBytes(StandardCharsets.UTF_8);
        return Hmac.of(
                rule.key(),
                ByteBuffer.allocate(1 + Long.BYTES + Integer.BYTES + name.length)
                        .put((byte) purpose)
                        .putLong(slot)
                        .putInt(serial)
                        .put(name)
                        .array());
    }
}
