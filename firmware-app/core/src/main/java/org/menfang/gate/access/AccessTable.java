package org.menfang.gate.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.access.Decision.Denied;
import org.menfang.gate.access.Decision.Granted;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.ScheduleId;

/// The rights in force, ready to be asked. Immutable: a change makes a new table.
///
/// Its hash tables are looked up and never walked, so that their order cannot show.
public final class AccessTable {
    private static final AccessTable EMPTY = new AccessTable(0, new HashMap<>());

    private final long version;
    private final Map<CredentialIdentifier, Right> rights;

    private AccessTable(long version, Map<CredentialIdentifier, Right> rights) {
        this.version = version;
        this.rights = rights;
    }

    /// @param permissions what all profiles of the holder together permit
    private record Right(Credential credential, Holder holder, Permissions permissions) {}

    /// The table of a gate that has no rules yet: it denies everybody.
    public static AccessTable empty() {
        return EMPTY;
    }

    /// @throws IllegalArgumentException if the set names something that it does not contain, or
    ///   contains something twice
    public static AccessTable of(RuleSet rules) {
        Map<ScheduleId, Timetable> timetables = new HashMap<>();
        for (WeeklySchedule schedule : rules.schedules()) {
            putNew(timetables, schedule.id(), new Timetable(schedule), "schedule");
        }
        Map<AccessProfileId, AccessProfile> profiles = new HashMap<>();
        for (AccessProfile profile : rules.profiles()) {
            putNew(profiles, profile.id(), profile, "access profile");
        }
        Map<HolderId, Holder> holders = new HashMap<>();
        for (Holder holder : rules.holders()) {
            putNew(holders, holder.id(), holder, "holder");
        }
        Map<List<AccessProfileId>, Permissions> permissions = new HashMap<>();
        Map<CredentialIdentifier, Right> rights = HashMap.newHashMap(rules.credentials().size());
        for (Credential credential : rules.credentials()) {
            Holder holder = named(holders, credential.holder(), "holder");
            Permissions permitted =
                    permissions.computeIfAbsent(
                            holder.profiles(), ids -> permissionsOf(ids, profiles, timetables));
            Right right = new Right(credential, holder, permitted);
            putNew(rights, credential.identifier(), right, "credential");
        }
        return new AccessTable(rules.version(), rights);
    }

    /// The version of the rule set; 0 for none.
    public long version() {
        return version;
    }

    /// How many credentials it knows.
    public int credentials() {
        return rights.size();
    }

    /// Whether a card may pass here and now, the door itself apart.
    ///
    /// The reasons are given in this order: what is wrong with the card, with its time, with the
    /// place, with the hour. A clock that is not trusted denies whatever needs it, but for the
    /// cards of residents and volunteers without an end: whoever lives here gets home.
    public Decision decide(
            CredentialIdentifier identifier, AccessPointId accessPoint, KnownTime time) {
        Right right = rights.get(identifier);
        if (right == null) {
            return new Denied(DenyReason.UNKNOWN_CREDENTIAL, null);
        }
        DenyReason reason = reasonAgainst(right, accessPoint, time);
        return reason == null
                ? new Granted(right.credential(), right.holder())
                : new Denied(reason, right.holder().id());
    }

    @Override
    public String toString() {
        return "AccessTable[version=" + version + ", credentials=" + rights.size() + "]";
    }

    private static @Nullable DenyReason reasonAgainst(
            Right right, AccessPointId accessPoint, KnownTime time) {
        DenyReason ofCard = reasonOfCard(right, time);
        if (ofCard != null) {
            return ofCard;
        }
        List<Timetable> timetables = right.permissions().at(accessPoint);
        if (timetables.isEmpty()) {
            return DenyReason.NOT_PERMITTED_HERE;
        }
        if (!time.trusted()) {
            return UntrustedTime.admits(right.credential(), right.holder(), time)
                    ? null
                    : DenyReason.TIME_NOT_TRUSTED;
        }
        for (Timetable timetable : timetables) {
            if (timetable.holdsAt(time.wall(), time.zone())) {
                return null;
            }
        }
        return DenyReason.NOT_PERMITTED_NOW;
    }

    private static @Nullable DenyReason reasonOfCard(Right right, KnownTime time) {
        Credential credential = right.credential();
        if (credential.status() == CredentialStatus.LOST) {
            return DenyReason.LOST;
        }
        if (credential.status() == CredentialStatus.SUSPENDED || right.holder().suspended()) {
            return DenyReason.SUSPENDED;
        }
        if (credential.validUntil() != null && time.hasReached(credential.validUntil())) {
            return DenyReason.EXPIRED;
        }
        boolean early =
                time.trusted()
                        && credential.validFrom() != null
                        && time.wall().isBefore(credential.validFrom());
        return early ? DenyReason.NOT_YET_VALID : null;
    }

    private static Permissions permissionsOf(
            List<AccessProfileId> ids,
            Map<AccessProfileId, AccessProfile> profiles,
            Map<ScheduleId, Timetable> timetables) {
        Permissions permissions = new Permissions();
        for (AccessProfileId id : ids) {
            for (AccessProfile.Policy policy : named(profiles, id, "access profile").policies()) {
                permissions.add(
                        policy.accessPoint(), named(timetables, policy.schedule(), "schedule"));
            }
        }
        return permissions;
    }

    private static <K, V> void putNew(Map<K, V> table, K key, V value, String kind) {
        if (table.put(key, value) != null) {
            throw new IllegalArgumentException("the rule set has two of " + kind + " " + key);
        }
    }

    private static <K, V> V named(Map<K, V> table, K key, String kind) {
        V found = table.get(key);
        if (found == null) {
            throw new IllegalArgumentException("the rule set names no " + kind + " " + key);
        }
        return found;
    }
}
