package org.menfang.rules.signed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleFaultCode;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.vocabulary.Sha256;

/// A rule set just as it came: the bytes, and how they are wrapped.
public final class RuleParcel {
    private final Form form;
    private final byte[] bytes;

    /// How the bytes of a parcel are wrapped.
    public enum Form {
        /// A packed text that somebody with access to the machine brought.
        PLAIN
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

    public static RuleParcel plain(PackedRules packed) {
        return new RuleParcel(Form.PLAIN, packed.bytes());
    }

    /// Reads a file with the text of a rule set, without a look at what the text says.
    public static Reading read(Path file) {
        try {
            if (Files.size(file) > RuleSetFiles.BYTES_MAX) {
                return unreadable(RuleFaultCode.TOO_LONG, Long.toString(RuleSetFiles.BYTES_MAX));
            }
            try (InputStream text = Files.newInputStream(file)) {
                return new Reading.Read(plain(PackedRules.pack(text)));
            }
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
    public Opening open() {
        return switch (form) {
            case PLAIN -> opened(new PackedRules(bytes).unpack());
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
