package org.menfang.sim.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.LevelRule;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleSet;
import org.menfang.sim.device.Card;
import org.menfang.sim.people.Deed;
import org.menfang.sim.people.ShownPass;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.SiteLevel;

/// What the rules say, read anew and slowly for each question, as a person would who has the paper
/// in hand and has written down who went where.
public final class Rights {
    /// For so long after a passage another, interlocked door may still be closed to everybody.
    private static final Duration INTERLOCKED = Duration.ofSeconds(30);

    private final Site site;
    private final RuleSet rules;
    private final Calendar calendar;
    private final PassageBook book = new PassageBook();

    public Rights(Site site, RuleSet rules) {
        this.site = site;
        this.rules = rules;
        calendar = new Calendar(site.zone(), rules);
    }

    /// Writes down what happened.
    void hear(Instant now, Deed deed) {
        switch (deed) {
            case Deed.Passed passed -> went(now, passed.card(), passed.point());
            case Deed.PassedUnderDuress forced -> went(now, forced.who().card(), forced.point());
            case Deed.TwoPassed two -> {
                went(now, two.first().card(), two.point());
                went(now, two.second().card(), two.point());
            }
            case Deed.PassOpened opened -> {
                book.used(opened.pass().pass().id());
                book.went(now, null, opened.point());
            }
            case Deed.LockdownCalled _ -> book.lockedDown(now, LockdownsEnd.lasts(rules));
            case Deed.TurnedAway _,
                    Deed.KeptOut _,
                    Deed.KeptIn _,
                    Deed.PassRefused _,
                    Deed.PinsGuessed _,
                    Deed.CopyShown _,
                    Deed.BrokeIn _,
                    Deed.HeldOpen _,
                    Deed.LampLineCut _,
                    Deed.LampLineMended _,
                    Deed.LampDied _,
                    Deed.LampReplaced _ -> {}
        }
    }

    /// A button asks nobody who they are.
    private void went(Instant now, Card card, AccessPointPlan point) {
        Holder holder = point.isRex() ? null : holder(card, point).orElse(null);
        book.went(now, holder, point);
    }

    private Optional<Holder> holder(Card card, AccessPointPlan point) {
        return credential(card, point)
                .flatMap(credential ->
                        rules.holders().stream()
                                .filter(holder -> holder.id().equals(credential.holder()))
                                .findFirst());
    }

    private Optional<Credential> credential(Card card, AccessPointPlan point) {
        Optional<CredentialIdentifier> identifier =
                site.readers().stream()
                        .filter(reader -> reader.id().equals(point.reader()))
                        .map(ReaderPlan::format)
                        .map(card::identifier)
                        .findFirst();
        return rules.credentials().stream()
                .filter(credential ->
                        identifier.filter(credential.identifier()::equals).isPresent())
                .findFirst();
    }

    /// Whether somebody alone may pass.
    boolean mayPass(Card card, AccessPointPlan point, Instant at) {
        return !needsTwo(point, at) && mayPassWithAnother(card, point, at);
    }

    /// Whether somebody may pass beside whoever else is needed.
    boolean mayPassWithAnother(Card card, AccessPointPlan point, Instant at) {
        Optional<Credential> credential = credential(card, point);
        Optional<Holder> holder = holder(card, point);
        return credential.isPresent()
                && holder.isPresent()
                && isValid(credential.get(), at)
                && isClassEnough(credential.get(), point, at)
                && isObeyed(holder.get().kind(), point, at)
                && holderMay(holder.get(), point, at)
                && isWithinLimits(holder.get(), point, at);
    }

    /// Whether a pass opens.
    boolean mayPass(ShownPass shown, AccessPointPlan point, Instant at) {
        Pass pass = shown.pass();
        Integer most = pass.usesMax();
        return pass.scope().covers(point.id(), point.to(), site.gate())
                && !at.isBefore(pass.notBefore())
                && at.isBefore(pass.expires())
                && (most == null || book.uses(pass.id()) < most)
                && (shown.fresh() || pass.type() == PassClass.PAPER)
                && isObeyed(pass.holder(), point, at);
    }

    private boolean needsTwo(AccessPointPlan point, Instant at) {
        AccessPointRule rule = ruleOf(point);
        return rule != null
                && rule.twoPersons() != null
                && calendar.isWithin(rule.twoPersons(), at);
    }

    /// Whether somebody with a right may be turned away all the same: another door, of which never
    /// two may be open, was just open.
    boolean mayHaveToWait(AccessPointPlan point, Instant at) {
        List<DoorId> others =
                rules.places().interlocks().stream()
                        .filter(lock -> lock.doors().contains(point.door()))
                        .flatMap(lock -> lock.doors().stream())
                        .filter(door -> !door.equals(point.door()))
                        .toList();
        return book.anyThrough(others, at.minus(INTERLOCKED));
    }

    private @Nullable AccessPointRule ruleOf(AccessPointPlan point) {
        return rules.places().accessPoints().stream()
                .filter(rule -> rule.accessPoint().equals(point.id()))
                .findFirst()
                .orElse(null);
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

    private boolean isObeyed(HolderKind kind, AccessPointPlan point, Instant at) {
        return !book.isLockedDown(at)
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
                && rules.profiles().stream()
                        .filter(profile -> holder.profiles().contains(profile.id()))
                        .map(AccessProfile::policies)
                        .flatMap(List::stream)
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

    /// What hangs on earlier passages: a quota, and not again too soon.
    private boolean isWithinLimits(Holder holder, AccessPointPlan point, Instant at) {
        AccessPointRule rule = ruleOf(point);
        Integer again = rule == null ? null : rule.notAgainSeconds();
        boolean tooSoon =
                again != null
                        && book.lastPassage(holder.id(), point.id())
                                .filter(last -> last.plusSeconds(again).isAfter(at))
                                .isPresent();
        return !tooSoon
                && (isFromOutside(point)
                        || rules.households().quotas().stream()
                                .filter(quota -> counts(quota, holder, point, at))
                                .allMatch(quota -> isLeft(quota, holder, at)));
    }

    private static boolean counts(Quota quota, Holder holder, AccessPointPlan point, Instant at) {
        return holder.household() != null
                && quota.accessPoints().contains(point.id())
                && !quota.exempt().contains(holder.kind())
                && (quota.households().isEmpty() || quota.households().contains(holder.household()))
                && !at.isBefore(quota.from())
                && at.isBefore(quota.until());
    }

    private boolean isLeft(Quota quota, Holder holder, Instant at) {
        return holder.household() == null
                || book.uses(quota, holder.household(), at) < quota.usesMax();
    }

    private boolean isFromOutside(AccessPointPlan point) {
        return isOutside(point.from());
    }

    private boolean isOutside(AreaId area) {
        return site.areas().stream()
                .filter(plan -> plan.id().equals(area))
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
