package org.menfang.hub.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.rules.RulesOffice.Change;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;

/// What a table would change.
///
/// @param people how many lines it has
/// @param added who is not in the rules yet, and would become a resident
/// @param moved who would belong to another household
/// @param renamed who would have another name or address
public record ImportPlan(int people, int added, int moved, int renamed) {
    static ImportPlan of(RuleSet rules, People names, List<org.menfang.people.Person> table) {
        Map<HolderId, Holder> holders = holders(rules);
        int added = 0;
        int moved = 0;
        int renamed = 0;
        for (org.menfang.people.Person line : table) {
            Holder holder = holders.get(line.holder());
            if (holder == null) {
                added++;
            } else if (line.household() != null && !line.household().equals(holder.household())) {
                moved++;
            }
            boolean same =
                    names.find(rules.compound(), line.holder())
                            .filter(known ->
                                    known.name().equals(line.name())
                                            && known.address().equals(line.address()))
                            .isPresent();
            renamed += same ? 0 : 1;
        }
        return new ImportPlan(table.size(), added, moved, renamed);
    }

    /// @param profile what those who are new may open
    static Change apply(
            RuleSet rules, List<org.menfang.people.Person> table, AccessProfileId profile) {
        if (rules.profiles().stream().noneMatch(each -> each.id().equals(profile))) {
            return new Change.Refuse("refused.people.profile");
        }
        Map<HolderId, org.menfang.people.Person> lines = new HashMap<>();
        table.forEach(line -> lines.put(line.holder(), line));
        List<Holder> before = new ArrayList<>();
        Set<HolderId> known = new HashSet<>();
        for (Holder holder : rules.holders()) {
            known.add(holder.id());
            before.add(moved(holder, lines.get(holder.id())));
        }
        List<Holder> added =
                table.stream()
                        .filter(line -> !known.contains(line.holder()))
                        .map(line ->
                                new Holder(
                                        line.holder(),
                                        HolderKind.RESIDENT,
                                        line.household(),
                                        List.of(profile),
                                        false,
                                        false))
                        .toList();
        return HolderEdits.add(rules.withPeople(before, rules.credentials()), added);
    }

    private static Holder moved(Holder holder, org.menfang.people.@Nullable Person line) {
        return line == null || line.household() == null
                ? holder
                : new Holder(
                        holder.id(),
                        holder.kind(),
                        line.household(),
                        holder.profiles(),
                        holder.suspended(),
                        holder.extendedTimes());
    }

    private static Map<HolderId, Holder> holders(RuleSet rules) {
        Map<HolderId, Holder> holders = new HashMap<>();
        rules.holders().forEach(holder -> holders.put(holder.id(), holder));
        return holders;
    }
}
