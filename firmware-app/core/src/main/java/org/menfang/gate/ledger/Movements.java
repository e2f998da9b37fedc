package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.door.Passage;
import org.menfang.gate.door.PassageWatch;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.gate.rule.KnownTime;
import org.menfang.rules.AreaRule;
import org.menfang.rules.Holder;
import org.menfang.rules.Quota;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateState;
import org.menfang.wire.Grounds;
import org.menfang.wire.PeerEvents;

/// Who has passed where, and what it used up: keeps the ledger as grants are given, taken and not
/// taken, here and at the other gates of the compound.
///
/// A grant uses up at once what it uses, so that two at the same time do not use it twice; one that
/// nobody takes gives it back. Where somebody is changes only when the door has opened.
public final class Movements implements PassageWatch, Timed {
    private final Site site;
    private final Ledger ledger;
    private final Afterwards afterwards = new Afterwards();
    private final Areas areas;
    private final Quotas quotas;
    private final Stays stays;
    private final CardWatch cards;
    private final Register register;
    private final Peers peers;
    private final Sweep sweep;
    private AccessTable table;
    private boolean trusted = true;

    public Movements(Site site, Ledger ledger, Alarms alarms, AccessTable table) {
        this.site = site;
        this.ledger = ledger;
        this.table = table;
        areas = new Areas(site.zone(), ledger);
        quotas = new Quotas(site.gate(), ledger);
        stays = new Stays(alarms);
        cards = new CardWatch(ledger, alarms, afterwards);
        register = new Register(site, ledger, alarms, areas, stays, quotas, afterwards);
        peers = new Peers(site, ledger, register, cards);
        sweep = new Sweep(ledger, areas, stays, table);
    }

    /// What is known of somebody who asks to pass.
    ///
    /// @param pass what is shown; none for a holder
    public PlaceFacts facts(
            AccessTable rules,
            AccessPointPlan point,
            @Nullable Holder holder,
            Grounds.@Nullable PassFacts pass,
            KnownTime time) {
        Bearer who = Bearer.of(holder == null ? null : holder.id(), pass);
        Instant now = time.certain();
        return new PlaceFacts(
                who == null ? null : areas.place(rules, who, now),
                holder == null ? null : lastPassage(holder, point),
                occupants(rules, point, who, now),
                quotaUses(rules, point, holder, time));
    }

    /// Whether somebody was granted a door and has not opened it yet. It counts from the decision
    /// on: the lock may still be waiting for the journal.
    public boolean isGranted(DoorId door) {
        return register.isGranted(door);
    }

    /// Somebody may pass. Called before the event is written, so that what is kept is durable no
    /// later.
    ///
    /// @param seq the `events` sequence that the grant will have
    public void granted(Turn turn, long seq, Case asked) {
        register.granted(turn, ref(seq), grantOf(turn, asked));
        cards.granted(turn, asked);
    }

    /// What is so if somebody passes as well: of two who pass together, one uses what the other
    /// leaves.
    ///
    /// @param other who has not been granted yet
    public <T> T besides(Turn turn, Case other, Supplier<T> asked) {
        Turn aside = turn.aside();
        register.granted(aside, ref(0), grantOf(aside, other));
        T answer = asked.get();
        register.notTaken(aside, ref(0));
        return answer;
    }

    @Override
    public void taken(Turn turn, DoorId door, Passage passage) {
        Instant at = turn.known().certain();
        passage.grants().forEach(seq -> register.taken(turn, table, ref(seq), at));
        if (passage.exit()) {
            leftUnseen(turn, door, at);
        }
    }

    @Override
    public void notTaken(Turn turn, DoorId door, Passage passage) {
        notTaken(turn, passage.grants());
    }

    /// The door was not opened after these grants: what they used up is given back.
    public void notTaken(Turn turn, List<Long> grants) {
        grants.forEach(seq -> register.notTaken(turn, ref(seq)));
    }

    @Override
    public void openedFreely(Turn turn, DoorId door) {
        for (AccessPointPlan point : site.accessPoints()) {
            if (point.door().equals(door)) {
                areas.doubt(point.from());
                areas.doubt(point.to());
            }
        }
    }

    public void replaceTable(Turn turn, AccessTable next) {
        table = next;
        sweep.begin(turn, next);
    }

    /// A volunteer lets a holder pass whom anti-passback believes to be elsewhere.
    public CommandOutcome forgive(Turn turn, HolderId holder, OperatorName by) {
        if (table.holder(holder) == null) {
            return CommandOutcome.REFUSED_UNKNOWN_TARGET;
        }
        register.forget(turn, holder, null);
        turn.write(new EventBody.PlaceForgiven(holder, by));
        return CommandOutcome.DONE;
    }

    /// The hub passes on what another gate did.
    public void peersTold(Turn turn, PeerEvents told) {
        peers.told(turn, table, told);
    }

    /// How far the other gates have been heard.
    public List<GateState.PeerPosition> peers() {
        return peers.positions();
    }

    /// The hub is there, or is gone: without it this gate does not hear the others.
    public void hubSeen(boolean online) {
        peers.heard(online);
    }

    /// The way to the hub is lost, or new: the hub has to be seen again.
    public void linkChanged() {
        peers.heard(false);
    }

    /// Tells what the step has shown: alarms come after the event that shows them.
    public void settle(Turn turn) {
        boolean now = turn.now().isTrusted();
        if (now && !trusted) {
            sweep.begin(turn, table);
        }
        trusted = now;
        afterwards.tell(turn);
    }

    @Override
    public MonotonicTime wakeAt() {
        return MonotonicTime.earliest(stays.wakeAt(), sweep.wakeAt());
    }

    @Override
    public Instant wakeAtWall() {
        return trusted ? sweep.wakeAtWall() : Instant.MAX;
    }

    @Override
    public void timeIsDue(Turn turn) {
        sweep.timeIsDue(turn);
        stays.timeIsDue(turn);
    }

    private static OpenGrant grantOf(Turn turn, Case asked) {
        AccessPointPlan point = asked.point();
        Grounds grounds = asked.grounds();
        return new OpenGrant(
                point.door(),
                point.id(),
                Bearer.of(asked),
                point.from(),
                point.to(),
                OpenGrant.accounts(asked.household(), grounds),
                grounds.pass(),
                turn.known().certain());
    }

    private Register.GrantRef ref(long seq) {
        return new Register.GrantRef(site.gate(), seq);
    }

    private @Nullable Instant lastPassage(Holder holder, AccessPointPlan point) {
        Entry.LastPassage found =
                ledger.find(Entry.LastPassage.class, holder.id() + "@" + point.id());
        return found == null ? null : found.at();
    }

    /// Counted only where there is a limit.
    private @Nullable Integer occupants(
            AccessTable rules, AccessPointPlan point, @Nullable Bearer who, Instant now) {
        AreaRule rule = rules.areaRule(point.to());
        return rule == null || rule.occupantsMax() == null
                ? null
                : Integer.valueOf(
                        areas.others(rules, point.to(), who, now)
                                + register.comingTo(point.to(), who));
    }

    private @Nullable List<Grounds.QuotaUse> quotaUses(
            AccessTable rules, AccessPointPlan point, @Nullable Holder holder, KnownTime time) {
        boolean home = rules.isOutside(point.from());
        List<Quota> counting = rules.places().quotasFor(holder, point.id(), home, time);
        if (counting.isEmpty() || holder == null || holder.household() == null) {
            return null;
        }
        return counting.stream()
                .map(quota -> quotas.used(holder.household(), quota, peers.apart(), time.certain()))
                .toList();
    }

    /// Somebody left by REX: see {@link Areas}.
    private void leftUnseen(Turn turn, DoorId door, Instant at) {
        site.accessPoints().stream()
                .filter(point -> point.door().equals(door) && point.isRex())
                .findFirst()
                .filter(point -> table.places().watchesAreas())
                .ifPresent(point -> areas.leftUnseen(turn, table, point.from(), at));
    }
}
