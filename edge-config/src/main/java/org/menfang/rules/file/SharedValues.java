package org.menfang.rules.file;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;

/// What many holders and credentials of a set have in common, kept once: who belongs to the same
/// household, has the same profiles, whose card it is. Of 250,000 credentials and their holders it
/// saves nearly half of the room.
final class SharedValues {
    private final Map<HolderId, HolderId> holders = new HashMap<>();
    private final Map<HouseholdId, HouseholdId> households = new HashMap<>();
    private final Map<List<AccessProfileId>, List<AccessProfileId>> profiles = new HashMap<>();
    private final Map<Instant, Instant> times = new HashMap<>();

    Holder share(Holder holder) {
        return new Holder(
                one(holders, holder.id()),
                holder.kind(),
                holder.household() == null ? null : one(households, holder.household()),
                one(profiles, holder.profiles()),
                holder.suspended(),
                holder.extendedTimes());
    }

    Credential share(Credential credential) {
        return new Credential(
                credential.identifier(),
                one(holders, credential.holder()),
                credential.type(),
                credential.status(),
                time(credential.validFrom()),
                time(credential.validUntil()),
                credential.pin(),
                credential.duressPin(),
                credential.tagKey());
    }

    private @Nullable Instant time(@Nullable Instant time) {
        return time == null ? null : one(times, time);
    }

    private static <T> T one(Map<T, T> known, T value) {
        T before = known.putIfAbsent(value, value);
        return before == null ? value : before;
    }
}
