package org.menfang.hub.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

/// When renters have to leave: what somebody wrote down, or else when the last of their cards ends.
/// It ends by itself, with the validity of the cards.
final class Tenancies {
    /// How many days before its end somebody is told, the longer time first.
    private static final List<Integer> WARN_DAYS = List.of(14, 3);

    private Tenancies() {}

    /// One tenancy that ends.
    record Tenancy(Register.Key who, Instant until) {}

    /// Those of a compound that end, the next one first.
    static List<Tenancy> of(RuleSet rules, Register register) {
        Map<HolderId, Instant> lastCard = new HashMap<>();
        Map<HolderId, Boolean> endless = new HashMap<>();
        for (Credential card : rules.credentials()) {
            if (card.validUntil() == null) {
                endless.put(card.holder(), true);
            } else {
                lastCard.merge(card.holder(), card.validUntil(), Tenancies::later);
            }
        }
        return rules.holders().stream()
                .filter(holder -> holder.kind() == HolderKind.RENTER)
                .map(holder -> tenancy(rules, holder, register, lastCard, endless))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparing(Tenancy::until))
                .toList();
    }

    private static @Nullable Tenancy tenancy(
            RuleSet rules,
            Holder holder,
            Register register,
            Map<HolderId, Instant> lastCard,
            Map<HolderId, Boolean> endless) {
        Register.Key who = new Register.Key(rules.compound(), holder.id());
        Instant byCards = endless.containsKey(holder.id()) ? null : lastCard.get(holder.id());
        Instant until = register.tenancyOf(who).orElse(byCards);
        return until == null ? null : new Tenancy(who, until);
    }

    /// Which warning is due: the shortest time that has come. Nothing for a tenancy that is over.
    static OptionalInt warningDue(Instant until, Instant now) {
        if (!now.isBefore(until)) {
            return OptionalInt.empty();
        }
        return WARN_DAYS.stream()
                .mapToInt(Integer::intValue)
                .filter(days -> !now.isBefore(until.minus(Duration.ofDays(days))))
                .min();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
