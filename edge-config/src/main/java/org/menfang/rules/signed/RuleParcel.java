package org.menfang.rules.signed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.Keyring;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleFaultCode;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.site.Site;
import org.menfang.vocabulary.Sha256;

/// A rule set just as it came: the bytes, and how they are wrapped.
public final class RuleParcel {
    /// Tag 18 in CBOR, with which no JSON text begins.
    private static final int FIRST_BYTE_OF_ENVELOPE = 0xD2;

    private final Form form;
    private final byte[] bytes;

    /// How the bytes of a parcel are wrapped.
    public enum Form {
        /// A packed text that somebody with access to the machine brought.
        PLAIN,
        /// A packed text in the envelope of {@link SignedRules}.
        SIGNED
    }

    /// What came of opening a parcel.
    public sealed interface Opening {
        /// @param textDigest what the text of the set hashes to, however it was wrapped
        record Opened(RuleSet rules, Sha256 textDigest) implements Opening {}

        /// @param faults at least one
        record Refused(List<RuleFault> faults) implements Opening {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// What came of reading a file.
    public sealed interface Reading {
        record Read(RuleParcel parcel) implements Reading {}

        record Unreadable(RuleFault fault) implements Reading {}
    }

    public RuleParcel(Form form, byte[] bytes) {
        this.form = form;
        this.bytes = bytes;
    }

    /// @param envelope see {@link SignedRules}
    public static RuleParcel signed(byte[] envelope) {
        return new RuleParcel(Form.SIGNED, envelope);
    }

    public static RuleParcel plain(PackedRules packed) {
        return new RuleParcel(Form.PLAIN, packed.bytes());
    }

    /// Reads a file with the text of a rule set, or with a signed one, without a look at what it
    /// says.
    public static Reading read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(1);
            boolean signed = in.read() == FIRST_BYTE_OF_ENVELOPE;
            in.reset();
            long bytesMax = signed ? SignedRules.BYTES_MAX : RuleSetFiles.BYTES_MAX;
            if (Files.size(file) > bytesMax) {
                return unreadable(RuleFaultCode.TOO_LONG, Long.toString(bytesMax));
            }
            return new Reading.Read(
                    signed
                            ? signed(in.readNBytes(SignedRules.BYTES_MAX))
                            : plain(PackedRules.pack(in)));
        } catch (IOException e) {
            return unreadable(RuleFaultCode.FILE_UNREADABLE, e.getClass().getSimpleName());
        }
    }

    public Form form() {
        return form;
    }

    /// The bytes, not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// What the bytes hash to.
    public Sha256 digest() {
        return Sha256.of(bytes);
    }

    /// Checks all of it, and reads the rule set.
    ///
    /// @param keys whose signed rules are accepted
    public Opening open(Keyring keys) {
        return open(keys, null);
    }

    /// Checks all of it as the gate of a site has to, and reads the rule set.
    ///
    /// @param keys whose signed rules are accepted
    /// @param site none where it is not known
    public Opening open(Keyring keys, @Nullable Site site) {
        return switch (form) {
            case PLAIN -> opened(new PackedRules(bytes).unpack(site));
            case SIGNED ->
                    switch (SignedRules.open(bytes, keys)) {
                        case SignedRules.Opening.Opened(PackedRules packed) ->
                                opened(packed.unpack(site));
                        case SignedRules.Opening.Refused(RuleFault fault) ->
                                new Opening.Refused(List.of(fault));
                    };
        };
    }

    private static Reading unreadable(RuleFaultCode code, String argument) {
        return new Reading.Unreadable(new RuleFault(0, 0, "", code, List.of(argument)));
    }

    private static Opening opened(PackedRules.Unpacked unpacked) {
        return switch (unpacked.check()) {
            case RuleSetCheck.Good(RuleSet rules) -> new Opening.Opened(rules, unpacked.digest());
            case RuleSetCheck.Bad(List<RuleFault> faults) -> new Opening.Refused(faults);
        };
    }
}
