package org.menfang.hub.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.rules.RulesOffice.Change;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleLimits;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;

/// Changes of holders and cards in a rule set.
final class HolderEdits {
    private HolderEdits() {}

    static Optional<Holder> find(RuleSet rules, HolderId id) {
        return rules.holders().stream().filter(holder -> holder.id().equals(id)).findFirst();
    }

    static Optional<Credential> find(RuleSet rules, CredentialIdentifier card) {
        return rules.credentials().stream()
                .filter(credential -> credential.identifier().equals(card))
                .findFirst();
    }

    static List<Credential> cardsOf(RuleSet rules, HolderId id) {
        return rules.credentials().stream()
                .filter(credential -> credential.holder().equals(id))
                .toList();
    }

    static Change add(RuleSet rules, List<Holder> more) {
        if (rules.holders().size() + more.size() > RuleLimits.HOLDERS_MAX) {
            return new Change.Refuse("refused.people.full");
        }
        List<Holder> all = new ArrayList<>(rules.holders());
        all.addAll(more);
        return new Change.To(rules.withPeople(all, rules.credentials()));
    }

    static Change change(RuleSet rules, HolderId id, UnaryOperator<Holder> change) {
        if (find(rules, id).isEmpty()) {
            return new Change.Refuse("refused.people.unknown");
        }
        List<Holder> all =
                rules.holders().stream()
                        .map(holder -> holder.id().equals(id) ? change.apply(holder) : holder)
                        .toList();
        return new Change.To(rules.withPeople(all, rules.credentials()));
    }

    /// Whether a change takes something of somebody's rights.
    static boolean lessens(Holder before, Holder after) {
        return (after.suspended() && !before.suspended())
                || !after.profiles().containsAll(before.profiles());
    }

    /// Puts all cards of some people out of use, or in use again; whoever has left is not looked
    /// for.
    static Change suspend(RuleSet rules, Set<HolderId> holders, boolean suspended) {
        List<Holder> all =
                rules.holders().stream()
                        .map(each ->
                                holders.contains(each.id())
                                        ? new Holder(
                                                each.id(),
                                                each.kind(),
                                                each.household(),
                                                each.profiles(),
                                                suspended,
                                                each.extendedTimes())
                                        : each)
                        .toList();
        return new Change.To(rules.withPeople(all, rules.credentials()));
    }

    /// Takes a holder out, with all cards. Somebody in quarantine stays until it is over.
    static Change end(RuleSet rules, HolderId id) {
        if (find(rules, id).isEmpty()) {
            return new Change.Refuse("refused.people.unknown");
        }
        if (rules.households().quarantines().stream()
                .anyMatch(quarantine -> id.equals(quarantine.holder()))) {
            return new Change.Refuse("refused.people.quarantined");
        }
        return new Change.To(
                rules.withPeople(
                        rules.holders().stream().filter(each -> !each.id().equals(id)).toList(),
                        rules.credentials().stream()
                                .filter(each -> !each.holder().equals(id))
                                .toList()));
    }

    /// Gives a card that nobody has.
    static Change give(RuleSet rules, Credential card) {
        if (find(rules, card.holder()).isEmpty()) {
            return new Change.Refuse("refused.people.unknown");
        }
        if (find(rules, card.identifier()).isPresent()) {
            return new Change.Refuse("refused.people.card-known");
        }
        if (rules.credentials().size() >= RuleLimits.CREDENTIALS_MAX) {
            return new Change.Refuse("refused.people.full");
        }
        List<Credential> all = new ArrayList<>(rules.credentials());
        all.add(card);
        return new Change.To(rules.withPeople(rules.holders(), all));
    }

    static Change status(RuleSet rules, CredentialIdentifier card, CredentialStatus status) {
        return changeCard(rules, card, each -> with(each, status, each.validUntil()));
    }

    static Change takeBack(RuleSet rules, CredentialIdentifier card) {
        if (find(rules, card).isEmpty()) {
            return new Change.Refuse("refused.people.no-card");
        }
        return new Change.To(
                rules.withPeople(
                        rules.holders(),
                        rules.credentials().stream()
                                .filter(each -> !each.identifier().equals(card))
                                .toList()));
    }

    /// All cards of a holder end at a moment.
    ///
    /// @param until a whole minute; none: they do not end
    static Change until(RuleSet rules, HolderId id, @Nullable Instant until) {
        if (find(rules, id).isEmpty()) {
            return new Change.Refuse("refused.people.unknown");
        }
        for (Credential card : cardsOf(rules, id)) {
            if (until != null && card.validFrom() != null && !card.validFrom().isBefore(until)) {
                return new Change.Refuse("refused.people.until");
            }
        }
        List<Credential> all =
                rules.credentials().stream()
                        .map(each ->
                                each.holder().equals(id) ? with(each, each.status(), until) : each)
                        .toList();
        return new Change.To(rules.withPeople(rules.holders(), all));
    }

    private static Change changeCard(
            RuleSet rules, CredentialIdentifier card, UnaryOperator<Credential> change) {
        if (find(rules, card).isEmpty()) {
            return new Change.Refuse("refused.people.no-card");
        }
        List<Credential> all =
                rules.credentials().stream()
                        .map(each -> each.identifier().equals(card) ? change.apply(each) : each)
                        .toList();
        return new Change.To(rules.withPeople(rules.holders(), all));
    }

    private static Credential with(
            Credential card, CredentialStatus status, @Nullable Instant until) {
        return new Credential(
                card.identifier(),
                card.holder(),
                card.type(),
                status,
                card.validFrom(),
                until,
                card.pin(),
                card.duressPin(),
                card.tagKey());
    }
}
