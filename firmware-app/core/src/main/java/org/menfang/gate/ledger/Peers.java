package org.menfang.gate.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Limits;
import org.menfang.gate.Turn;
import org.menfang.gate.rule.AccessTable;
import org.menfang.pass.RotatingCode;
import org.menfang.rules.Holder;
import org.menfang.site.Site;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.GateState;
import org.menfang.wire.Grounds;
import org.menfang.wire.PeerEvents;

/// What the other gates of the compound did, as the hub passes it on: taken in exactly once and in
/// order, whatever the hub repeats or leaves out.
final class Peers {
    private final Site site;
    private final Ledger ledger;
    private final Register register;
    private final CardWatch cards;
    private boolean heard;
    private List<GateState.PeerPosition> positions;

    Peers(Site site, Ledger ledger, Register register, CardWatch cards) {
        this.site = site;
        this.ledger = ledger;
        this.register = register;
        this.cards = cards;
        positions = kept();
    }

    /// Whether this gate cannot hear the others.
    boolean apart() {
        return !heard;
    }

    void heard(boolean now) {
        heard = now;
    }

    /// How far each of the others was heard, by its name.
    List<GateState.PeerPosition> positions() {
        return positions;
    }

    private List<GateState.PeerPosition> kept() {
        return ledger.all(Entry.PeerHeard.class).stream()
                .map(each -> new GateState.PeerPosition(each.gate(), each.seq()))
                .sorted(Comparator.comparing(GateState.PeerPosition::gate))
                .toList();
    }

    /// Takes in what is new of another gate. What was taken in before is passed over; where
    /// something is missing in between, nothing is taken in until the hub tells it again.
    void told(Turn turn, AccessTable table, PeerEvents told) {
        Entry.PeerHeard heardOf = ledger.find(Entry.PeerHeard.class, told.gate().value());
        long upTo = heardOf == null ? 0 : heardOf.seq();
        boolean foreign =
                told.gate().equals(site.gate())
                        || (heardOf == null
                                && ledger.count(Entry.PeerHeard.class) >= Limits.PEERS_MAX);
        if (foreign || told.after() > upTo) {
            return;
        }
        for (Event event : told.events()) {
            if (event.position().seq() > upTo && event.compound().equals(site.compound())) {
                take(turn, table, event);
            }
        }
        long last = told.events().getLast().position().seq();
        if (last > upTo) {
            ledger.keep(turn, new Entry.PeerHeard(told.gate(), last));
            positions = kept();
        }
    }

    private void take(Turn turn, AccessTable table, Event event) {
        if (event.body() instanceof EventBody.AccessGranted granted) {
            granted(turn, table, event, granted);
        } else if (event.body() instanceof EventBody.AccessTaken taken) {
            Instant at = trustedTime(event);
            taken.grants().forEach(seq -> register.taken(turn, table, ref(event, seq), at));
        } else if (event.body() instanceof EventBody.AccessNotTaken notTaken) {
            notTaken.grants().forEach(seq -> register.notTaken(turn, ref(event, seq)));
        } else if (event.body() instanceof EventBody.PlaceForgiven forgiven) {
            register.forget(turn, forgiven.holder(), trustedTime(event));
        }
    }

    private void granted(
            Turn turn, AccessTable table, Event event, EventBody.AccessGranted granted) {
        Grounds grounds = granted.grounds();
        Instant time = trustedTime(event);
        Holder holder = granted.holder() == null ? null : table.holder(granted.holder());
        OpenGrant grant =
                new OpenGrant(
                        granted.door(),
                        granted.accessPoint(),
                        Bearer.of(granted.holder(), grounds.pass()),
                        null,
                        grounds.leadsTo(),
                        OpenGrant.accounts(holder == null ? null : holder.household(), grounds),
                        grounds.pass(),
                        time == null ? grounds.passed() : time);
        register.granted(turn, ref(event, event.position().seq()), grant);
        if (grounds.pass() != null && grounds.pass().code() == Grounds.CodeCheck.FRESH) {
            register.shownThere(turn, grounds.pass(), stepShown(grant.at()));
        }
        cards.counted(turn, granted.credential(), grounds.tag());
        cards.grantedThere(table, event, granted);
    }

    /// The last step whose code may have been shown there. That gate may have been one step behind
    /// the phone, so that the code after its own is spent as well.
    private static long stepShown(Instant at) {
        return RotatingCode.step(at) + RotatingCode.STEPS_AWAY_MAX;
    }

    private static Register.GrantRef ref(Event event, long seq) {
        return new Register.GrantRef(event.gate(), seq);
    }

    /// None where that gate did not trust its clock.
    private static @Nullable Instant trustedTime(Event event) {
        return event.trust() == TimeTrust.TRUSTED ? event.time() : null;
    }
}
