package org.menfang.gate.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.ScheduleId;

/// Reads the rule set from its tables, each once and in order. A value that is not one of ours
/// throws `IllegalArgumentException`.
final class RuleReader {
    private static final int SECONDS_A_MINUTE = 60;

    private final GateDatabase database;
    private final Map<String, HolderId> holderIds = new HashMap<>();

    RuleReader(GateDatabase database) {
        this.database = database;
    }

    RuleSet read(CompoundId compound, long version) throws SQLException {
        List<WeeklySchedule> schedules = schedules();
        List<AccessProfile> profiles = profiles();
        List<Holder> holders = holders();
        return RuleSet.ofRights(compound, version, schedules, profiles, holders, credentials());
    }

    private List<WeeklySchedule> schedules() throws SQLException {
        Map<String, List<WeeklySchedule.Period>> periods =
                grouped(
                        "SELECT schedule, days, from_minute, until_minute FROM period"
                                + " ORDER BY schedule, position",
                        row ->
                                new WeeklySchedule.Period(
                                        RuleOrder.days(row.getInt(2)),
                                        row.getInt(3),
                                        row.getInt(4)));
        return list(
                "SELECT id FROM schedule ORDER BY id",
                row ->
                        new WeeklySchedule(
                                new ScheduleId(row.getString(1)),
                                periods.getOrDefault(row.getString(1), List.of())));
    }

    private List<AccessProfile> profiles() throws SQLException {
        Map<String, List<AccessProfile.Policy>> policies =
                grouped(
                        "SELECT profile, access_point, schedule FROM policy"
                                + " ORDER BY profile, position",
                        row ->
                                new AccessProfile.Policy(
                                        new AccessPointId(row.getString(2)),
                                        new ScheduleId(row.getString(3))));
        return list(
                "SELECT id FROM profile ORDER BY id",
                row ->
                        new AccessProfile(
                                new AccessProfileId(row.getString(1)),
                                policies.getOrDefault(row.getString(1), List.of())));
    }

    private List<Holder> holders() throws SQLException {
        Map<String, List<AccessProfileId>> profiles =
                grouped(
                        "SELECT holder, profile FROM holder_profile ORDER BY holder, position",
                        row -> new AccessProfileId(row.getString(2)));
        return list(
                "SELECT id, kind, household, suspended, extended_times FROM holder ORDER BY id",
                row -> {
                    HolderId id = new HolderId(row.getString(1));
                    holderIds.put(id.value(), id);
                    return new Holder(
                            id,
                            HolderKind.valueOf(row.getString(2)),
                            household(row.getString(3)),
                            profiles.getOrDefault(id.value(), List.of()),
                            row.getInt(4) == 1,
                            row.getInt(5) == 1);
                });
    }

    private static @Nullable HouseholdId household(@Nullable String id) {
        return id == null ? null : new HouseholdId(id);
    }

    private List<Credential> credentials() throws SQLException {
        return list(
                "SELECT identifier, holder, status, valid_from, valid_until FROM credential"
                        + " ORDER BY identifier",
                row ->
                        Credential.card(
                                new CredentialIdentifier(row.getString(1)),
                                holder(row.getString(2)),
                                CredentialStatus.valueOf(row.getString(3)),
                                instant(row, 4),
                                instant(row, 5)));
    }

    /// One object for each holder, however many credentials name it.
    private HolderId holder(String id) {
        HolderId known = holderIds.get(id);
        return known == null ? new HolderId(id) : known;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long minute = row.getLong(column);
        return row.wasNull()
                ? null
                : Instant.ofEpochSecond(Math.multiplyExact(minute, (long) SECONDS_A_MINUTE));
    }

    private <T> Map<String, List<T>> grouped(String sql, Reading<T> reading) throws SQLException {
        Map<String, List<T>> groups = new HashMap<>();
        try (ResultSet row = database.statement(sql).executeQuery()) {
            while (row.next()) {
                groups.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(reading.read(row));
            }
        }
        return groups;
    }

    private <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
        List<T> parts = new ArrayList<>();
        try (ResultSet row = database.statement(sql).executeQuery()) {
            while (row.next()) {
                parts.add(reading.read(row));
            }
        }
        return parts;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
