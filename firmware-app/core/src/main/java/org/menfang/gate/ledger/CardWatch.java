package org.menfang.gate.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.site.AccessPointPlan;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.HolderId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds;

/// Watches for cards of which there are two. What it finds is an alarm and never a denial: the
/// holder of the real card is nobody to be locked out.
final class CardWatch {
    private final Ledger ledger;
    private final Alarms alarms;
    private final Afterwards afterwards;
    private final Sightings sightings = new Sightings();

    CardWatch(Ledger ledger, Alarms alarms, Afterwards afterwards) {
        this.ledger = ledger;
        this.alarms = alarms;
        this.afterwards = afterwards;
    }

    /// A signed tag was shown at another gate: an older message of it is worth nothing here.
    void counted(Turn turn, @Nullable CredentialIdentifier tag, Grounds.@Nullable TagProof proof) {
        if (tag == null || proof == null || !proof.genuine()) {
            return;
        }
        Entry.TagCounter known = ledger.find(Entry.TagCounter.class, tag.value());
        if (known == null || known.counter() < proof.counter()) {
            ledger.keep(turn, new Entry.TagCounter(tag, proof.counter()));
        }
    }

    /// A card was granted here.
    void granted(Turn turn, Case asked) {
        CredentialIdentifier card = asked.inquiry().credential();
        AccessPointPlan point = asked.point();
        if (asked.isPassback()) {
            raise(AlarmKind.PASSBACK_VIOLATED, sourceOf(point), shown(asked));
        }
        if (card == null) {
            return;
        }
        Instant wall = turn.now().isTrusted() ? turn.now().wall() : null;
        Sightings.Sighting sighting =
                new Sightings.Sighting(
                        point.id(), wall, turn.time(), counter(asked.grounds().tag()));
        see(asked.table(), card, asked.grounds().type(), sighting, sourceOf(point), shown(asked));
    }

    /// A card was granted at another gate.
    void grantedThere(AccessTable table, Event event, EventBody.AccessGranted granted) {
        CredentialIdentifier card = granted.credential();
        if (card == null) {
            return;
        }
        Instant wall =
                switch (event.trust()) {
                    case TRUSTED -> event.time();
                    case UNTRUSTED -> null;
                };
        Grounds grounds = granted.grounds();
        Sightings.Sighting sighting =
                new Sightings.Sighting(granted.accessPoint(), wall, null, counter(grounds.tag()));
        HolderId holder = granted.holder();
        see(
                table,
                card,
                grounds.type(),
                sighting,
                alarms.gate(),
                holder == null ? card.value() : holder.value());
    }

    private void see(
            AccessTable table,
            CredentialIdentifier card,
            @Nullable CredentialClass type,
            Sightings.Sighting sighting,
            AlarmSource source,
            String whose) {
        if (!isCard(type) || (!table.places().knowsWays() && sighting.counter() == null)) {
            return;
        }
        Sightings.Sighting conflict = sightings.add(table.places(), card, sighting);
        if (conflict != null) {
            raise(
                    AlarmKind.CARD_CLONED,
                    source,
                    whose + ": " + conflict.accessPoint() + ", " + sighting.accessPoint());
        }
    }

    private void raise(AlarmKind kind, AlarmSource source, String detail) {
        afterwards.add(turn -> alarms.raiseForMoment(turn, kind, source, detail));
    }

    private AlarmSource sourceOf(AccessPointPlan point) {
        return point.reader() == null ? alarms.gate() : AlarmSource.of(point.reader());
    }

    private static String shown(Case asked) {
        return asked.holder() == null ? "" : asked.holder().id().value();
    }

    private static @Nullable Long counter(Grounds.@Nullable TagProof tag) {
        return tag == null || !tag.genuine() ? null : Long.valueOf(tag.counter());
    }

    /// Whether it is a thing that can be copied. A PIN and a pass may be shown by two at once.
    private static boolean isCard(@Nullable CredentialClass type) {
        return type == CredentialClass.PLAIN_NUMBER
                || type == CredentialClass.SECTOR_NUMBER
                || type == CredentialClass.SIGNED_TAG;
    }
}
