package org.menfang.sim.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.sim.device.Card;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.ScheduleId;

/// What the rules say, read anew and slowly for each question, as a person with the paper would.
public final class Rights {
    private final Site site;
    private final RuleSet rules;

    public Rights(Site site, RuleSet rules) {
        this.site = site;
        this.rules = rules;
    }

    boolean mayPass(Card card, AccessPointPlan point, Instant at) {
        return site.readers().stream()
                .filter(reader -> reader.id().equals(point.reader()))
                .map(ReaderPlan::format)
                .map(card::identifier)
                .anyMatch(identifier -> mayPass(identifier, point, at));
    }

    private boolean mayPass(CredentialIdentifier identifier, AccessPointPlan point, Instant at) {
        return rules.credentials().stream()
                .filter(credential -> credential.identifier().equals(identifier))
                .anyMatch(
                        credential -> isValid(credential, at) && holderMay(credential, point, at));
    }

    private static boolean isValid(Credential credential, Instant at) {
        Instant from = credential.validFrom();
        Instant until = credential.validUntil();
        return credential.status() == CredentialStatus.ACTIVE
                && (from == null || !at.isBefore(from))
                && (until == null || at.isBefore(until));
    }

    private boolean holderMay(Credential credential, AccessPointPlan point, Instant at) {
        return rules.holders().stream()
                .filter(holder -> holder.id().equals(credential.holder()))
                .anyMatch(holder -> !holder.suspended() && profilesAllow(holder, point, at));
    }

    private boolean profilesAllow(Holder holder, AccessPointPlan point, Instant at) {
        return rules.profiles().stream()
                .filter(profile -> holder.profiles().contains(profile.id()))
                .map(AccessProfile::policies)
                .flatMap(List::stream)
                .filter(policy -> policy.accessPoint().equals(point.id()))
                .anyMatch(policy -> isWithin(policy.schedule(), at));
    }

    private boolean isWithin(ScheduleId id, Instant at) {
        ZoneId zone = site.zone();
        ZonedDateTime local = at.atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        return rules.schedules().stream()
                .filter(schedule -> schedule.id().equals(id))
                .map(WeeklySchedule::periods)
                .flatMap(List::stream)
                .anyMatch(period ->
                        period.days().contains(local.getDayOfWeek())
                                && minute >= period.fromMinute()
                                && minute < period.untilMinute());
    }
}
