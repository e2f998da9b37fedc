package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.AccessPointRule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds.PassFacts;
import org.menfang.wire.Grounds.UseRef;

/// Grants of this gate and of the others, until it is known what became of each, and what follows
/// then.
final class Register {
    private final Site site;
    private final GateId gate;
    private final Ledger ledger;
    private final Alarms alarms;
    private final Areas areas;
    private final Stays stays;
    private final Quotas quotas;
    private final PassLog passes;
    private final Afterwards afterwards;
    private final LinkedHashMap<GrantRef, OpenGrant> own = new LinkedHashMap<>();
    private final LinkedHashMap<GrantRef, OpenGrant> told = new LinkedHashMap<>();

    Register(
            Site site,
            Ledger ledger,
            Alarms alarms,
            Areas areas,
            Stays stays,
            Quotas quotas,
            Afterwards afterwards) {
        this.site = site;
        gate = site.gate();
        this.ledger = ledger;
        this.alarms = alarms;
        this.areas = areas;
        this.stays = stays;
        this.quotas = quotas;
        this.afterwards = afterwards;
        passes = new PassLog(ledger);
    }

    /// A grant, by the `events` sequence that it has at its gate.
    record GrantRef(GateId gate, long seq) {}

    /// Somebody may pass, here or elsewhere: uses up what it uses.
    void granted(Turn turn, GrantRef ref, OpenGrant grant) {
        UseRef use = new UseRef(ref.gate(), ref.seq(), grant.at());
        grant.used().forEach(account -> quotas.add(turn, account, use));
        if (grant.pass() != null) {
            passes.use(turn, grant.pass(), use);
        }
        boolean isOwn = ref.gate().equals(gate);
        LinkedHashMap<GrantRef, OpenGrant> open = isOwn ? own : told;
        open.put(ref, grant);
        if (open.size() > (isOwn ? Limits.OPEN_GRANTS_MAX : Limits.PEER_GRANTS_MAX)) {
            open.pollFirstEntry();
        }
    }

    /// The door was opened after a grant.
    ///
    /// @param time when; none where the clock was not trusted: then it counts from the grant
    void taken(Turn turn, AccessTable table, GrantRef ref, @Nullable Instant time) {
        OpenGrant grant = remove(ref);
        if (grant == null) {
            return;
        }
        Instant at = time == null ? grant.at() : time;
        Bearer who = grant.who();
        if (who != null && grant.to() != null && table.places().watchesAreas()) {
            move(turn, table, who, grant.from(), grant.to(), at);
        }
        if (who instanceof Bearer.OfHolder(HolderId holder) && ref.gate().equals(gate)) {
            keepPassage(turn, table, holder, grant, at);
        }
        grant.used().forEach(account -> checkQuota(table, account));
    }

    /// The door was not opened after a grant: gives back what it used, but for what was shown,
    /// which stays shown.
    void notTaken(Turn turn, GrantRef ref) {
        OpenGrant grant = remove(ref);
        if (grant == null) {
            return;
        }
        grant.used().forEach(account -> quotas.giveBack(turn, account, ref.gate(), ref.seq()));
        if (grant.pass() != null && grant.pass().pass() != null) {
            passes.giveBack(turn, grant.pass().pass(), ref.gate(), ref.seq());
        }
    }

    /// A volunteer lets a holder pass whom anti-passback believes to be elsewhere, or to have
    /// passed a moment ago.
    ///
    /// @param time when; what is known from later stays. None: everything is forgotten
    void forget(Turn turn, HolderId holder, @Nullable Instant time) {
        EntryKey key = new Bearer.OfHolder(holder).key();
        Entry.Whereabouts where = ledger.find(Entry.Whereabouts.class, holder.value());
        if (where != null && (time == null || !where.since().isAfter(time))) {
            areas.forget(turn, key);
            stays.left(turn, key);
        }
        for (AccessPointPlan point : site.accessPoints()) {
            String subject = holder + "@" + point.id();
            Entry.LastPassage last = ledger.find(Entry.LastPassage.class, subject);
            if (last != null && (time == null || !last.at().isAfter(time))) {
                ledger.forget(turn, last.key());
            }
        }
    }

    /// A code of a pass was shown at another gate.
    void shownThere(Turn turn, PassFacts pass, long step) {
        passes.shown(turn, pass, step);
    }

    /// Whether a door was granted and has not been opened yet.
    boolean isGranted(DoorId door) {
        return own.values().stream().anyMatch(grant -> door.equals(grant.door()));
    }

    /// How many besides somebody have been let into an area and are about to come.
    int comingTo(AreaId area, @Nullable Bearer who) {
        TreeSet<EntryKey> coming = new TreeSet<>();
        for (OpenGrant grant : own.values()) {
            Bearer other = grant.who();
            if (other != null && area.equals(grant.to()) && !areas.isCountedIn(other, area)) {
                coming.add(other.key());
            }
        }
        if (who != null) {
            coming.remove(who.key());
        }
        return coming.size();
    }

    private @Nullable OpenGrant remove(GrantRef ref) {
        return ref.gate().equals(gate) ? own.remove(ref) : told.remove(ref);
    }

    private void move(
            Turn turn,
            AccessTable table,
            Bearer who,
            @Nullable AreaId from,
            AreaId to,
            Instant at) {
        if (areas.move(turn, table, who, from, to, at)) {
            stays.isIn(turn, table, who, to, at);
        }
    }

    private void keepPassage(
            Turn turn, AccessTable table, HolderId holder, OpenGrant grant, Instant at) {
        AccessPointRule rule = table.accessPointRule(grant.accessPoint());
        if (rule != null && rule.notAgainSeconds() != null) {
            ledger.keep(turn, new Entry.LastPassage(holder, grant.accessPoint(), at));
        }
    }

    private void checkQuota(AccessTable table, Quotas.Account account) {
        List<UseRef> uses = quotas.exceeded(account, table.places().quota(account.quota()));
        if (!uses.isEmpty()) {
            afterwards.add(later -> {
                later.write(
                        new EventBody.QuotaExceeded(account.household(), account.quota(), uses));
                alarms.raiseForMoment(
                        later,
                        AlarmKind.QUOTA_CONFLICT,
                        alarms.gate(),
                        account.household() + ": " + account.quota());
            });
        }
    }
}
