package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.menfang.gate.CardBits;
import org.menfang.gate.reader.Wiegand;
import org.menfang.json.Json;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ScheduleId;

/// Rules of one resident at the gate of the lane, and how they come into a data folder.
///
/// @param folder for files of its own
/// @param data of the gate
record LaneRules(Path folder, Path data) {
    static final CardBits RESIDENT = bits("wiegand-26:03:1A2B");
    static final CardBits STRANGER = bits("wiegand-26:03:1A2C");

    private static final HolderId HOLDER = new HolderId("resident-7");

    /// Imports rules by which the resident may pass.
    void importVersion(long version) throws Exception {
        importRules(rules(version, List.of(card())));
    }

    /// Imports rules that do not know the resident's card any more.
    void importWithoutResident(long version) throws Exception {
        importRules(rules(version, List.of()));
    }

    static Credential card() {
        return Credential.card(
                new CredentialIdentifier("wiegand-26:03:1A2B"),
                HOLDER,
                CredentialStatus.ACTIVE,
                null,
                null);
    }

    static RuleSet rules(long version, List<Credential> cards) {
        ScheduleId always = new ScheduleId("always");
        AccessProfileId home = new AccessProfileId("home");
        return RuleSet.ofRights(
                new CompoundId("heping-nong"),
                version,
                List.of(
                        new WeeklySchedule(
                                always,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()), 0, 1440)))),
                List.of(
                        new AccessProfile(
                                home,
                                List.of(
                                        new AccessProfile.Policy(
                                                new AccessPointId("lane-in"), always)))),
                List.of(new Holder(HOLDER, HolderKind.RESIDENT, null, List.of(home), false, false)),
                cards);
    }

    private void importRules(RuleSet rules) throws Exception {
        Path file = Files.write(folder.resolve("rules.json"), Json.write(rules));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String[] arguments = {"import", "--rules", file.toString(), "--data", data.toString()};
        assertEquals(0, Main.run(arguments, out, out), said::toString);
    }

    private static CardBits bits(String identifier) {
        return Wiegand.encode(new CredentialIdentifier(identifier)).orElseThrow();
    }
}
