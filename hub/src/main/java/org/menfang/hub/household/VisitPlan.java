package org.menfang.hub.household;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.PassWish;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.PassScope;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.HolderKind;

/// For how long and how often a visitor comes.
public enum VisitPlan {
    /// As the compound's rule for digits says: the pass has a short PIN, too.
    WITH_PIN(0, null),
    ONCE(24, 1),
    /// In and out again, and once more.
    ONE_DAY(24, 4),
    THREE_DAYS(72, 20),
    /// Shown on a phone, where its code changes every 30 s, so that a picture of it is worth
    /// nothing.
    ON_PHONE(24, 4);

    /// How far ahead a pass may begin.
    static final Duration AHEAD_MAX = Duration.ofDays(14);

    /// How far back a pass may begin, since the clock of a gate may be behind.
    static final Duration BEHIND_MAX = Duration.ofDays(1);

    private static final int PLACES_MAX = 12;

    private final int hours;
    private final @Nullable Integer usesMax;

    VisitPlan(int hours, @Nullable Integer usesMax) {
        this.hours = hours;
        this.usesMax = usesMax;
    }

    /// What can be made of a plan.
    sealed interface Planned {
        /// @param pins makes its digits; none for a pass without
        record Wish(PassWish wish, @Nullable PassPin pins) implements Planned {}

        /// @param key of the text that says why not
        record Refused(String key) implements Planned {}
    }

    /// The plans that a compound's rules allow.
    static List<VisitPlan> of(RuleSet rules) {
        return Arrays.stream(values())
                .filter(plan -> plan != WITH_PIN || rules.passes().pinPass() != null)
                .filter(plan -> plan != ON_PHONE || rules.passes().rotationKey() != null)
                .toList();
    }

    /// How many hours a pass is valid.
    int hours(RuleSet rules) {
        PinPassRule rule = rules.passes().pinPass();
        return this == WITH_PIN && rule != null ? rule.hoursValid() : hours;
    }

    /// How often a pass opens.
    int uses(RuleSet rules) {
        PinPassRule rule = rules.passes().pinPass();
        if (this == WITH_PIN && rule != null) {
            return rule.usesMax();
        }
        return usesMax == null ? 1 : usesMax;
    }

    /// @param key the hub's key for passes, as rules write it
    /// @param from when it begins; only its hour counts
    Planned plan(RuleSet rules, String key, Instant from, Instant now) {
        Instant hour = from.truncatedTo(ChronoUnit.HOURS);
        if (hour.isBefore(now.minus(BEHIND_MAX)) || hour.isAfter(now.plus(AHEAD_MAX))) {
            return new Planned.Refused("refused.household.when");
        }
        List<AccessPointId> mayOpen =
                rules.passes().issuers().stream()
                        .filter(issuer -> issuer.publicKey().equals(key) && !issuer.revoked())
                        .map(PassIssuer::mayOpen)
                        .findFirst()
                        .orElse(List.of());
        if (mayOpen.isEmpty()) {
            return new Planned.Refused("refused.household.no-issuer");
        }
        PinPassRule rule = rules.passes().pinPass();
        if (this == WITH_PIN && rule == null) {
            return new Planned.Refused("refused.household.no-pin");
        }
        if (this == ON_PHONE && rules.passes().rotationKey() == null) {
            return new Planned.Refused("refused.household.no-rotation");
        }
        List<AccessPointId> places =
                this == WITH_PIN && rule != null
                        ? rule.accessPoints()
                        : mayOpen.stream().sorted().limit(PLACES_MAX).toList();
        PassWish wish =
                new PassWish(
                        rules.compound(),
                        PassScope.of(places),
                        HolderKind.VISITOR,
                        hour,
                        hour.plus(Duration.ofHours(hours(rules))),
                        uses(rules),
                        List.of(this == ON_PHONE ? PassClass.ROTATING : PassClass.PAPER));
        PassPin pins =
                this == WITH_PIN && rule != null ? new PassPin(rules.compound(), rule) : null;
        return new Planned.Wish(wish, pins);
    }
}
