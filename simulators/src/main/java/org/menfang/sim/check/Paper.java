package org.menfang.sim.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.LevelRule;
import org.menfang.rules.Quarantine;
import org.menfang.rules.RuleSet;
import org.menfang.sim.device.Card;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.SiteLevel;

/// One rule set as a person would read it who has the paper in hand: what it says of a card at a
/// door at a time, whatever happened before.
final class Paper {
    private final Site site;
    private final RuleSet rules;
    private final Calendar calendar;
    private final Map<CredentialIdentifier, Credential> credentials = new HashMap<>();
    private final Map<HolderId, Holder> holders = new HashMap<>();
    private final Map<AccessProfileId, AccessProfile> profiles = new HashMap<>();
    private final Map<ReaderId, ReaderPlan> readers = new HashMap<>();
    private final Map<AccessPointId, AccessPointRule> pointRules = new HashMap<>();

    Paper(Site site, RuleSet rules) {
        this.site = site;
        this.rules = rules;
        calendar = new Calendar(site.zone(), rules);
        rules.credentials().forEach(each -> credentials.putIfAbsent(each.identifier(), each));
        rules.holders().forEach(each -> holders.putIfAbsent(each.id(), each));
        rules.profiles().forEach(each -> profiles.putIfAbsent(each.id(), each));
        site.readers().forEach(each -> readers.putIfAbsent(each.id(), each));
        rules.places()
                .accessPoints()
                .forEach(each -> pointRules.putIfAbsent(each.accessPoint(), each));
    }

    RuleSet rules() {
        return rules;
    }

    Optional<Holder> holder(Card card, AccessPointPlan point) {
        return credential(card, point).map(credential -> holders.get(credential.holder()));
    }

    private Optional<Credential> credential(Card card, AccessPointPlan point) {
        return Optional.ofNullable(readers.get(point.reader()))
                .map(reader -> credentials.get(card.identifier(reader.format())));
    }

    /// Whether it lets somebody with this card through, beside whoever else is needed.
    ///
    /// @param lockedDown whether the compound is locked down there
    boolean admits(Card card, AccessPointPlan point, Instant at, boolean lockedDown) {
        Optional<Credential> credential = credential(card, point);
        Optional<Holder> holder = holder(card, point);
        return credential.isPresent()
                && holder.isPresent()
                && isValid(credential.get(), at)
                && isClassEnough(credential.get(), point, at)
                && isObeyed(holder.get().kind(), point, lockedDown)
                && holderMay(holder.get(), point, at);
    }

    /// Whether it lets somebody with this card through at some hour, whether or not it is this one.
    boolean admitsSometime(Card card, AccessPointPlan point, boolean lockedDown) {
        Optional<Credential> credential = credential(card, point);
        Optional<Holder> holder = holder(card, point);
        return credential.isPresent()
                && holder.isPresent()
                && credential.get().status() == CredentialStatus.ACTIVE
                && isObeyed(holder.get().kind(), point, lockedDown)
                && !holder.get().suspended()
                && holder.get().profiles().stream()
                        .map(profiles::get)
                        .flatMap(profile -> profile.policies().stream())
                        .anyMatch(policy -> policy.accessPoint().equals(point.id()));
    }

    boolean needsTwo(AccessPointPlan point, Instant at) {
        AccessPointRule rule = ruleOf(point);
        return rule != null
                && rule.twoPersons() != null
                && calendar.isWithin(rule.twoPersons(), at);
    }

    @Nullable AccessPointRule ruleOf(AccessPointPlan point) {
        return pointRules.get(point.id());
    }

    /// The doors of which none may be open when this one opens.
    List<DoorId> interlockedWith(DoorId door) {
        return rules.places().interlocks().stream()
                .filter(lock -> lock.doors().contains(door))
                .flatMap(lock -> lock.doors().stream())
                .filter(other -> !other.equals(door))
                .toList();
    }

    private static boolean isValid(Credential credential, Instant at) {
        Instant from = credential.validFrom();
        Instant until = credential.validUntil();
        return credential.status() == CredentialStatus.ACTIVE
                && (from == null || !at.isBefore(from))
                && (until == null || at.isBefore(until));
    }

    private boolean isClassEnough(Credential credential, AccessPointPlan point, Instant at) {
        return rules.recognition().classLimits().stream()
                .filter(limit -> limit.type() == credential.type())
                .filter(limit -> limit.accessPoint().equals(point.id()))
                .allMatch(limit ->
                        limit.schedule() != null && calendar.isWithin(limit.schedule(), at));
    }

    boolean isObeyed(HolderKind kind, AccessPointPlan point, boolean lockedDown) {
        return !lockedDown
                || rules.levels().levels().stream()
                        .filter(rule -> rule.level() == SiteLevel.LOCKDOWN)
                        .allMatch(rule -> admits(rule, kind) && !closes(rule, point.door()));
    }

    private static boolean admits(LevelRule rule, HolderKind kind) {
        return rule.admits().isEmpty() || rule.admits().contains(kind);
    }

    private static boolean closes(LevelRule rule, DoorId door) {
        return rule.doors().stream()
                .anyMatch(effect ->
                        effect.door().equals(door) && effect.mode() == DoorMode.LOCKED_DOWN);
    }

    private boolean holderMay(Holder holder, AccessPointPlan point, Instant at) {
        return !holder.suspended()
                && (leadsInward(point) || !isQuarantined(holder, at))
                && holder.profiles().stream()
                        .map(profiles::get)
                        .flatMap(profile -> profile.policies().stream())
                        .filter(policy -> policy.accessPoint().equals(point.id()))
                        .anyMatch(policy -> calendar.isWithin(policy.schedule(), at));
    }

    private boolean isQuarantined(Holder holder, Instant at) {
        return rules.households().quarantines().stream()
                .filter(quarantine -> isFor(quarantine, holder))
                .anyMatch(quarantine ->
                        !at.isBefore(quarantine.from()) && at.isBefore(quarantine.until()));
    }

    private static boolean isFor(Quarantine quarantine, Holder holder) {
        return holder.id().equals(quarantine.holder())
                || (holder.household() != null
                        && holder.household().equals(quarantine.household()));
    }

    boolean isFromOutside(AccessPointPlan point) {
        return site.areas().stream()
                .filter(plan -> plan.id().equals(point.from()))
                .anyMatch(AreaPlan::outside);
    }

    /// Whether somebody's home may lie behind it: it leads further away from the street.
    private boolean leadsInward(AccessPointPlan point) {
        return doorsFromStreet(point.to()) > doorsFromStreet(point.from());
    }

    private int doorsFromStreet(AreaId area) {
        Set<AreaId> reached = new HashSet<>();
        site.areas().stream().filter(AreaPlan::outside).map(AreaPlan::id).forEach(reached::add);
        int doors = 0;
        while (!reached.contains(area) && doors <= site.areas().size()) {
            Set<AreaId> behind = new HashSet<>();
            for (AccessPointPlan point : site.accessPoints()) {
                if (reached.contains(point.from())) {
                    behind.add(point.to());
                }
            }
            reached.addAll(behind);
            doors++;
        }
        return doors;
    }
}
