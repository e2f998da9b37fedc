package org.menfang.gate.sqlite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.vocabulary.Sha256;

/// What a rule set hashes to: one line of text for each part, in the order of the set.
final class RuleDigest {
    private static final char FIELD_END = '\u001f';
    private static final char LINE_END = '\n';
    private static final int CHUNK_CHARS = 8192;

    private final MessageDigest digest;
    private final StringBuilder text = new StringBuilder(CHUNK_CHARS * 2);

    private RuleDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Sha256 of(RuleSet rules) {
        RuleDigest lines = new RuleDigest();
        lines.line("rules", rules.compound(), rules.version());
        rules.schedules().forEach(lines::add);
        rules.profiles().forEach(lines::add);
        rules.holders().forEach(lines::add);
        rules.credentials().forEach(lines::add);
        return lines.end();
    }

    private void add(WeeklySchedule schedule) {
        line("schedule", schedule.id());
        for (WeeklySchedule.Period period : schedule.periods()) {
            line("period", period.days(), period.fromMinute(), period.untilMinute());
        }
    }

    private void add(AccessProfile profile) {
        line("profile", profile.id());
        for (AccessProfile.Policy policy : profile.policies()) {
            line("policy", policy.accessPoint(), policy.schedule());
        }
    }

    private void add(Holder holder) {
        line(
                "holder",
                holder.id(),
                holder.kind(),
                holder.household(),
                holder.suspended(),
                holder.extendedTimes());
        holder.profiles().forEach(profile -> line("holds", profile));
    }

    private void add(Credential credential) {
        line(
                "credential",
                credential.identifier(),
                credential.holder(),
                credential.status(),
                second(credential.validFrom()),
                second(credential.validUntil()));
    }

    private static @Nullable Long second(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }

    private void line(@Nullable Object... fields) {
        for (Object field : fields) {
            text.append(field == null ? "" : field).append(FIELD_END);
        }
        text.append(LINE_END);
        if (text.length() > CHUNK_CHARS) {
            flush();
        }
    }

    private void flush() {
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    private Sha256 end() {
        flush();
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }
}
