package org.menfang.gate;

import java.util.List;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.ScheduleId;

/// People and their cards, for the schedules of doors.
final class ScheduleSamples {
    private ScheduleSamples() {}

    static AccessProfile profile(AccessProfileId id) {
        return new AccessProfile(
                id,
                List.of(
                        new AccessProfile.Policy(
                                new AccessPointId("north-in"), new ScheduleId("always")),
                        new AccessProfile.Policy(
                                new AccessPointId("south-in"), new ScheduleId("always"))));
    }

    static Holder holder(String id, HolderKind kind, AccessProfileId profile) {
        return new Holder(
                new HolderId(id), kind, new HouseholdId("1-101"), List.of(profile), false, false);
    }

    static Credential credential(String number, String holder) {
        return Credential.card(
                Samples.card(number), new HolderId(holder), CredentialStatus.ACTIVE, null, null);
    }
}
