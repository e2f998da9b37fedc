package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleSetCheck;
import org.menfang.rules.file.RuleSetFiles;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.rules.signed.SignedRules;
import org.menfang.site.Site;

/// Rule sets: as text, packed, signed, and in a file of any of these kinds.
final class RuleTargets {
    private static final Site SITE = Examples.site();
    private static final SigningKey KEY = Examples.signingKey();
    private static final Keyring KEYS = Keyring.of(List.of(KEY.verifying()));

    private RuleTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("rules", RuleTargets::text),
                new FuzzTarget("rules-for-site", RuleTargets::forSite),
                new FuzzTarget("rules-packed", input -> unpack(new PackedRules(input))),
                new FuzzTarget("rules-packed-framed", input -> unpack(packed(input))),
                new FuzzTarget("rules-signed", input -> open(RuleParcel.signed(input))),
                new FuzzTarget("rules-signed-framed", RuleTargets::signed));
    }

    private static void text(byte[] input) {
        follow(RuleSetFiles.check(new ByteArrayInputStream(input)));
    }

    /// What fits the site makes a table, too.
    private static void forSite(byte[] input) {
        RuleSetCheck check = RuleSetFiles.check(new ByteArrayInputStream(input), SITE);
        follow(check);
        if (check instanceof RuleSetCheck.Good(RuleSet rules)) {
            AccessTable.of(SITE, rules);
        }
    }

    private static void unpack(PackedRules packed) {
        follow(packed.unpack(null).check());
    }

    private static PackedRules packed(byte[] text) throws IOException {
        return PackedRules.pack(new ByteArrayInputStream(text));
    }

    /// Good rules in a right envelope, or anything else in one.
    private static void signed(byte[] input) throws IOException {
        PackedRules packed = packed(input);
        boolean good = packed.unpack(SITE).check() instanceof RuleSetCheck.Good;
        open(RuleParcel.signed(SignedRules.sign(good ? packed : new PackedRules(input), KEY)));
    }

    /// A file that begins like any of these.
    static void file(Path folder, byte[] input) throws IOException {
        Path file = folder.resolve("rules");
        Files.write(file, input);
        switch (RuleParcel.read(file)) {
            case RuleParcel.Reading.Read(RuleParcel parcel) -> open(parcel);
            case RuleParcel.Reading.Unreadable(RuleFault fault) -> tell(fault);
        }
    }

    private static void open(RuleParcel parcel) {
        if (parcel.open(KEYS, SITE) instanceof RuleParcel.Opening.Refused(List<RuleFault> faults)) {
            tell(faults);
        }
    }

    private static void follow(RuleSetCheck check) {
        if (check instanceof RuleSetCheck.Bad(List<RuleFault> faults)) {
            tell(faults);
        }
    }

    private static void tell(List<RuleFault> faults) {
        hold(!faults.isEmpty(), "neither good nor bad");
        faults.forEach(RuleTargets::tell);
    }

    private static void tell(RuleFault fault) {
        fault.message(Locale.CHINESE);
        fault.message(Locale.ENGLISH);
    }
}
