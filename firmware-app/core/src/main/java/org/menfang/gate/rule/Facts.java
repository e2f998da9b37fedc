package org.menfang.gate.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.LevelRule;
import org.menfang.rules.Quarantine;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds;
import org.menfang.wire.Grounds.PassFacts;

/// Gathers what a rule looked at, for whoever asks why. No decision hangs on it.
final class Facts {
    private final Case asked;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Case asked) {
        this.asked = asked;
    }

    static List<Fact> lookedAt(RuleName rule, Case asked) {
        Facts facts = new Facts(asked);
        facts.gather(rule);
        return facts.facts;
    }

    private void gather(RuleName rule) {
        switch (rule) {
            case READABLE -> add(Fact.Name.CREDENTIAL, asked.inquiry().credential());
            case KNOWN -> who();
            case TAG_GENUINE -> tag();
            case PASS_GENUINE, PASS_NOT_REVOKED -> pass();
            case ROTATING_CODE -> code();
            case NOT_LOCKED_OUT -> add(Fact.Name.LOCKED_OUT, asked.grounds().lockedOut());
            case IN_USE -> use();
            case VALIDITY -> validity();
            case QUARANTINE -> quarantine();
            case PERMISSION -> permission();
            case SCHEDULE -> schedule();
            case CREDENTIAL_CLASS -> credentialClass();
            case DOOR_MODE -> door();
            case SITE_LEVEL -> level();
            case PASS_USES -> uses();
            case QUOTA -> quotas();
            case PASSBACK -> passback();
            case OCCUPANCY -> occupancy();
            case INTERLOCK -> add(Fact.Name.INTERLOCKED_DOORS, asked.grounds().interlocked());
            case SECURITY_LEVEL -> security();
            case TWO_PERSON -> twoPersons();
            case ESCORT -> escort();
            case DURABLE -> {}
        }
    }

    private void who() {
        add(Fact.Name.CREDENTIAL, asked.inquiry().credential());
        Holder holder = asked.holder();
        if (holder != null) {
            add(Fact.Name.HOLDER, holder.id());
            add(Fact.Name.HOLDER_KIND, holder.kind());
            add(Fact.Name.HOUSEHOLD, holder.household());
        }
        add(Fact.Name.ASSISTED_BY, asked.grounds().assistedBy());
    }

    private void tag() {
        add(Fact.Name.CREDENTIAL_CLASS, asked.type());
        Grounds.TagProof proof = asked.grounds().tag();
        if (proof != null) {
            add(Fact.Name.TAG_GENUINE, proof.genuine());
            add(Fact.Name.TAG_COUNTER, proof.counter());
            add(Fact.Name.TAG_COUNTER_BEFORE, proof.lastCounter());
        }
    }

    private void pass() {
        PassFacts pass = asked.grounds().pass();
        if (pass != null) {
            add(Fact.Name.PASS, pass.pass());
            add(Fact.Name.PASS_FAULT, pass.fault());
            add(
                    Fact.Name.PASS_REVOKED,
                    pass.pass() == null ? null : asked.table().isRevoked(pass.pass()));
        }
    }

    private void code() {
        PassFacts pass = asked.grounds().pass();
        if (pass != null) {
            add(Fact.Name.CREDENTIAL_CLASS, asked.type());
            add(Fact.Name.CODE, pass.code());
            clock();
        }
    }

    private void use() {
        Credential credential = asked.credential();
        Holder holder = asked.holder();
        add(Fact.Name.CREDENTIAL_STATUS, credential == null ? null : credential.status());
        add(Fact.Name.HOLDER_SUSPENDED, holder == null ? null : holder.suspended());
    }

    private void validity() {
        clock();
        PassFacts pass = asked.grounds().pass();
        Credential credential = asked.credential();
        if (pass != null) {
            validity(pass.notBefore(), pass.expires());
        } else if (credential != null) {
            validity(credential.validFrom(), credential.validUntil());
        }
    }

    private void validity(@Nullable Instant from, @Nullable Instant until) {
        add(Fact.Name.VALID_FROM, from);
        add(Fact.Name.VALID_UNTIL, until);
    }

    private void clock() {
        KnownTime time = asked.time();
        add(Fact.Name.WALL_CLOCK, time.wall());
        add(Fact.Name.CLOCK_TRUSTED, time.trusted());
        add(Fact.Name.LOCAL_TIME, time.local());
        add(Fact.Name.PASSED_FOR_CERTAIN, time.passed());
    }

    private void quarantine() {
        Holder holder = asked.holder();
        for (Quarantine each :
                holder == null ? List.<Quarantine>of() : asked.table().quarantines(holder)) {
            add(Fact.Name.QUARANTINE_FROM, each.from());
            add(Fact.Name.QUARANTINE_UNTIL, each.until());
            add(Fact.Name.QUARANTINE_DECIDED_BY, each.decided().by());
        }
        areas();
        clock();
    }

    private void areas() {
        add(Fact.Name.AREA_FROM, asked.point().from());
        add(Fact.Name.AREA_TO, asked.point().to());
    }

    private void permission() {
        add(Fact.Name.ACCESS_POINT, asked.point().id());
        PassFacts pass = asked.grounds().pass();
        Holder holder = asked.holder();
        add(Fact.Name.PASS_ACCESS_POINTS, pass == null ? null : pass.accessPoints());
        add(Fact.Name.PROFILES, holder == null ? null : holder.profiles());
    }

    private void schedule() {
        Holder holder = asked.holder();
        if (holder != null) {
            add(Fact.Name.SCHEDULES, asked.table().timetables(holder, asked.point().id()).size());
        }
        clock();
    }

    private void credentialClass() {
        CredentialClass type = asked.type();
        add(Fact.Name.CREDENTIAL_CLASS, type);
        List<ClassLimit> limits =
                type == null ? List.of() : asked.table().classLimits(type, asked.point().id());
        if (!limits.isEmpty()) {
            add(
                    Fact.Name.CLASS_SCHEDULES,
                    limits.stream()
                            .filter(limit -> limit.schedule() != null)
                            .map(ClassLimit::schedule)
                            .toList());
            clock();
        }
    }

    private void door() {
        add(Fact.Name.DOOR, asked.point().door());
        add(Fact.Name.DOOR_MODE, asked.grounds().doorMode());
    }

    private void level() {
        add(Fact.Name.LEVEL, asked.grounds().level());
        LevelRule rule = asked.table().levelRule(asked.grounds().level());
        if (rule != null && !rule.admits().isEmpty()) {
            add(Fact.Name.LEVEL_ADMITS, rule.admits());
            add(Fact.Name.HOLDER_KIND, asked.kind());
            areas();
        }
    }

    private void uses() {
        PassFacts pass = asked.grounds().pass();
        if (pass != null) {
            add(Fact.Name.USES, pass.uses());
            add(Fact.Name.USES_MAX, pass.usesMax());
        }
    }

    private void quotas() {
        List<Grounds.QuotaUse> uses = asked.grounds().quotaUses();
        for (Grounds.QuotaUse use : uses == null ? List.<Grounds.QuotaUse>of() : uses) {
            add(Fact.Name.QUOTA, use.quota());
            add(Fact.Name.QUOTA_USES_KNOWN, use.known());
            add(Fact.Name.QUOTA_USES_OWN, use.own());
            add(Fact.Name.QUOTA_APART, use.apart());
            quota(use);
        }
    }

    private void quota(Grounds.QuotaUse use) {
        RuleSet rules = asked.table().rules();
        List<Quota> quotas = rules == null ? List.of() : rules.households().quotas();
        for (Quota quota : quotas) {
            if (quota.id().equals(use.quota())) {
                add(Fact.Name.QUOTA_USES_MAX, quota.usesMax());
                add(Fact.Name.QUOTA_DECIDED_BY, quota.decided().by());
            }
        }
    }

    private void passback() {
        Grounds.Place place = asked.grounds().place();
        if (place != null) {
            add(Fact.Name.PLACE, place.area());
            add(Fact.Name.PLACE_SINCE, place.since());
            add(Fact.Name.PLACE_DOUBTFUL, place.doubtful());
        }
        areas();
        AreaRule area = asked.table().areaRule(asked.point().to());
        add(Fact.Name.PASSBACK, area == null ? null : area.passback());
        AccessPointRule point = asked.table().accessPointRule(asked.point().id());
        add(Fact.Name.NOT_AGAIN_SECONDS, point == null ? null : point.notAgainSeconds());
        add(Fact.Name.LAST_PASSAGE, asked.grounds().lastPassage());
    }

    private void occupancy() {
        add(Fact.Name.OCCUPANTS, asked.grounds().occupants());
        AreaRule area = asked.table().areaRule(asked.point().to());
        add(Fact.Name.OCCUPANTS_MAX, area == null ? null : area.occupantsMax());
    }

    private void security() {
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        if (rule != null && !rule.security().isEmpty()) {
            add(
                    Fact.Name.SECURITY,
                    rule.security().stream()
                            .map(each -> each.schedule() + " " + each.level())
                            .toList());
            add(Fact.Name.CREDENTIAL_CLASS, asked.type());
            Credential credential = asked.credential();
            add(Fact.Name.HAS_PIN, credential == null ? null : credential.pin() != null);
            add(Fact.Name.PIN, asked.grounds().pin());
            clock();
        }
    }

    private void twoPersons() {
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        if (rule != null && rule.twoPersons() != null) {
            add(Fact.Name.TWO_PERSONS_SCHEDULE, rule.twoPersons());
            companion();
            clock();
        }
    }

    private void escort() {
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        if (rule != null && !rule.escorted().isEmpty()) {
            add(Fact.Name.ESCORTED_KINDS, rule.escorted());
            add(Fact.Name.HOLDER_KIND, asked.kind());
            companion();
        }
    }

    private void companion() {
        HolderId companion = asked.grounds().companion();
        Holder holder = companion == null ? null : asked.table().holder(companion);
        add(Fact.Name.COMPANION, companion);
        add(Fact.Name.COMPANION_KIND, holder == null ? null : holder.kind());
    }

    private void add(Fact.Name name, @Nullable Object value) {
        if (value instanceof List<?> several) {
            String joined =
                    several.stream().map(Object::toString).collect(Collectors.joining(", "));
            facts.add(new Fact(name, joined));
        } else if (value != null) {
            facts.add(new Fact(name, value.toString()));
        }
    }
}
