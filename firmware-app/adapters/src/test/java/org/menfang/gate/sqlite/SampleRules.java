package org.menfang.gate.sqlite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.menfang.json.Json;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.Sha256;

/// Rule sets for tests, each as it came.
///
/// @param rules what it says
record SampleRules(RuleSet rules, RuleParcel parcel, Sha256 textDigest) {
    /// A set of one holder with so many cards.
    static SampleRules of(long version, int cards) {
        HolderId holder = new HolderId("h1");
        List<Credential> credentials = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            credentials.add(
                    Credential.card(
                            new CredentialIdentifier(String.format("wiegand-34:%08X", i)),
                            holder,
                            CredentialStatus.ACTIVE,
                            null,
                            null));
        }
        return of(
                RuleSet.ofRights(
                        Samples.COMPOUND,
                        version,
                        List.of(),
                        List.of(),
                        List.of(
                                new Holder(
                                        holder,
                                        HolderKind.RESIDENT,
                                        null,
                                        List.of(),
                                        false,
                                        false)),
                        credentials));
    }

    static SampleRules of(RuleSet rules) {
        byte[] text = text(rules);
        return new SampleRules(rules, packed(text), Sha256.of(text));
    }

    /// The parts of the file that say who may pass where and when.
    private record Rights(
            CompoundId compound,
            long version,
            List<WeeklySchedule> schedules,
            List<AccessProfile> profiles,
            List<Holder> holders,
            List<Credential> credentials) {}

    static byte[] text(RuleSet rules) {
        return Json.write(
                new Rights(
                        rules.compound(),
                        rules.version(),
                        rules.schedules(),
                        rules.profiles(),
                        rules.holders(),
                        rules.credentials()));
    }

    static RuleParcel packed(byte[] text) {
        try {
            return RuleParcel.plain(PackedRules.pack(new ByteArrayInputStream(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a gate finds that starts with this set in force.
    RulesFound.Loaded loaded() {
        return new RulesFound.Loaded(rules, parcel.digest(), textDigest);
    }

    long version() {
        return rules.version();
    }
}
