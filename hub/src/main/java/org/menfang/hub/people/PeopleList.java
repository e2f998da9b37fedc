package org.menfang.hub.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.HolderId;

/// Finds people by name, household or number.
final class PeopleList {
    /// Most lines that are shown; whoever looks for more has to say more.
    static final int ROWS_MAX = 60;

    /// Longest text that is looked for.
    static final int QUERY_CHARS_MAX = 40;

    private final RuleSet rules;
    private final People names;
    private final Map<HolderId, Integer> cards = new HashMap<>();

    PeopleList(RuleSet rules, People names) {
        this.rules = rules;
        this.names = names;
        for (Credential card : rules.credentials()) {
            if (card.status() == CredentialStatus.ACTIVE) {
                cards.merge(card.holder(), 1, Integer::sum);
            }
        }
    }

    /// Those that match, by household and number; one more than is shown says that there are more.
    List<Holder> find(String query) {
        String asked = query.toLowerCase(Locale.ROOT);
        return rules.holders().stream()
                .filter(holder -> asked.isEmpty() || matches(holder, asked))
                .sorted(
                        Comparator.comparing(PeopleList::householdOf)
                                .thenComparing(holder -> holder.id().value()))
                .limit(ROWS_MAX + 1L)
                .toList();
    }

    private boolean matches(Holder holder, String asked) {
        return holder.id().value().contains(asked)
                || householdOf(holder).contains(asked)
                || nameOf(holder.id()).toLowerCase(Locale.ROOT).contains(asked);
    }

    String nameOf(HolderId holder) {
        return names.find(rules.compound(), holder).map(Person::name).orElse("");
    }

    PersonRow row(Holder holder, Telling telling, Map<HolderId, Instant> tenancies) {
        Instant until = tenancies.get(holder.id());
        return new PersonRow(
                path(rules.compound(), holder.id()),
                holder.id().value(),
                nameOf(holder.id()),
                householdOf(holder),
                telling.text("people.kind." + holder.kind()),
                cards.getOrDefault(holder.id(), 0),
                until == null ? "" : telling.day(until),
                holder.suspended());
    }

    static String path(CompoundId compound, HolderId holder) {
        return "/people/at/" + compound + "/" + holder;
    }

    private static String householdOf(Holder holder) {
        return holder.household() == null ? "" : holder.household().value();
    }
}
