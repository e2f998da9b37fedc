package org.menfang.gate.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Sha256;

/// Writes one rule set into its tables, within a transaction of the caller.
final class RuleWriter {
    private static final int SECONDS_A_MINUTE = 60;

    /// What refers to another table stands before it.
    private static final List<String> TABLES =
            List.of(
                    "credential",
                    "holder_profile",
                    "holder",
                    "household",
                    "policy",
                    "profile",
                    "period",
                    "schedule",
                    "rule_set");

    private final GateDatabase database;

    RuleWriter(GateDatabase database) {
        this.database = database;
    }

    void write(RuleSet rules, Sha256 digest) throws SQLException {
        for (String table : TABLES) {
            database.execute("DELETE FROM " + table);
        }
        insert(
                "INSERT INTO rule_set(id, compound, version, digest) VALUES (1, ?, ?, ?)",
                rules.compound().value(),
                rules.version(),
                digest.value());
        for (WeeklySchedule schedule : rules.schedules()) {
            write(schedule);
        }
        for (AccessProfile profile : rules.profiles()) {
            write(profile);
        }
        writeHouseholds(rules.holders());
        for (Holder holder : rules.holders()) {
            write(holder);
        }
        for (Credential credential : rules.credentials()) {
            write(credential);
        }
    }

    private void write(WeeklySchedule schedule) throws SQLException {
        insert("INSERT INTO schedule(id) VALUES (?)", schedule.id().value());
        int position = 0;
        for (WeeklySchedule.Period period : schedule.periods()) {
            insert(
                    "INSERT INTO period(schedule, position, days, from_minute, until_minute)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    schedule.id().value(),
                    position++,
                    RuleOrder.bits(period.days()),
                    period.fromMinute(),
                    period.untilMinute());
        }
    }

    private void write(AccessProfile profile) throws SQLException {
        insert("INSERT INTO profile(id) VALUES (?)", profile.id().value());
        int position = 0;
        for (AccessProfile.Policy policy : profile.policies()) {
            insert(
                    "INSERT INTO policy(profile, position, access_point, schedule)"
                            + " VALUES (?, ?, ?, ?)",
                    profile.id().value(),
                    position++,
                    policy.accessPoint().value(),
                    policy.schedule().value());
        }
    }

    private void writeHouseholds(List<Holder> holders) throws SQLException {
        TreeSet<HouseholdId> households = new TreeSet<>();
        for (Holder holder : holders) {
            HouseholdId household = holder.household();
            if (household != null) {
                households.add(household);
            }
        }
        for (HouseholdId household : households) {
            insert("INSERT INTO household(id) VALUES (?)", household.value());
        }
    }

    private void write(Holder holder) throws SQLException {
        HouseholdId household = holder.household();
        insert(
                "INSERT INTO holder(id, kind, household, suspended, extended_times)"
                        + " VALUES (?, ?, ?, ?, ?)",
                holder.id().value(),
                holder.kind().name(),
                household == null ? null : household.value(),
                holder.suspended() ? 1 : 0,
                holder.extendedTimes() ? 1 : 0);
        int position = 0;
        for (AccessProfileId profile : holder.profiles()) {
            insert(
                    "INSERT INTO holder_profile(holder, position, profile) VALUES (?, ?, ?)",
                    holder.id().value(),
                    position++,
                    profile.value());
        }
    }

    private void write(Credential credential) throws SQLException {
        insert(
                "INSERT INTO credential(identifier, holder, status, valid_from, valid_until)"
                        + " VALUES (?, ?, ?, ?, ?)",
                credential.identifier().value(),
                credential.holder().value(),
                credential.status().name(),
                minute(credential.validFrom()),
                minute(credential.validUntil()));
    }

    private static @Nullable Long minute(@Nullable Instant instant) {
        return instant == null
                ? null
                : Math.floorDiv(instant.getEpochSecond(), (long) SECONDS_A_MINUTE);
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement insert = database.statement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                insert.setNull(i + 1, Types.NULL);
            } else {
                insert.setObject(i + 1, value);
            }
        }
        insert.executeUpdate();
    }
}
