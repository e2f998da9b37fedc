package org.menfang.hub.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Visit;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.Name;

/// The form for a person, as it is shown and as it came back.
///
/// @param kind the name of a {@link HolderKind}
/// @param profiles the names of profiles
public record PersonForm(
        String name,
        String household,
        String address,
        String kind,
        List<String> profiles,
        boolean suspended,
        boolean extendedTimes) {
    public PersonForm {
        profiles = List.copyOf(profiles);
    }

    static PersonForm empty() {
        return new PersonForm("", "", "", HolderKind.RESIDENT.name(), List.of(), false, false);
    }

    static PersonForm of(Holder holder, @Nullable Person person) {
        return new PersonForm(
                person == null ? "" : person.name(),
                holder.household() == null ? "" : holder.household().value(),
                person == null ? "" : person.address(),
                holder.kind().name(),
                holder.profiles().stream().map(AccessProfileId::value).toList(),
                holder.suspended(),
                holder.extendedTimes());
    }

    static PersonForm sent(Visit visit) {
        return new PersonForm(
                visit.field("name"),
                visit.field("household"),
                visit.field("address"),
                visit.field("kind"),
                visit.fields("profile"),
                !visit.field("suspended").isEmpty(),
                !visit.field("extended").isEmpty());
    }

    public boolean has(String profile) {
        return profiles.contains(profile);
    }

    /// What is wrong with it: the key of a text; empty for nothing.
    Optional<String> fault(RuleSet rules) {
        if (name.isBlank() || isUnfit(name) || isUnfit(address)) {
            return Optional.of("refused.people.name");
        }
        if (!household.isEmpty() && !Name.isValid(household)) {
            return Optional.of("refused.people.household");
        }
        if (Arrays.stream(HolderKind.values()).noneMatch(each -> each.name().equals(kind))) {
            return Optional.of("refused.people.kind");
        }
        boolean known =
                profiles.stream()
                        .allMatch(profile ->
                                rules.profiles().stream()
                                        .anyMatch(each -> each.id().value().equals(profile)));
        return known ? Optional.empty() : Optional.of("refused.people.profile");
    }

    /// @throws IllegalArgumentException if something is wrong with it
    Holder holder(HolderId number) {
        return new Holder(
                number,
                HolderKind.valueOf(kind),
                household.isEmpty() ? null : new HouseholdId(household),
                profiles.stream().map(AccessProfileId::new).toList(),
                suspended,
                extendedTimes);
    }

    PeopleOffice.Called called() {
        return new PeopleOffice.Called(name, address);
    }

    private static boolean isUnfit(String text) {
        return text.length() > Person.TEXT_CHARS_MAX
                || text.chars().anyMatch(Character::isISOControl);
    }
}
