package org.menfang.gate.access;

import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.camera.Pictures;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.level.FirstCards;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.gate.rule.Case;
import org.menfang.gate.rule.Inquiry;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PictureId;
import org.menfang.wire.EventBody;

/// Writes down what was decided, with a picture, and has it carried out: the last word of every
/// dialogue.
final class Answers {
    /// Denials that say that somebody may be guessing.
    private static final EnumSet<DenyReason> GUESSES =
            EnumSet.of(
                    DenyReason.UNKNOWN_CREDENTIAL,
                    DenyReason.PIN_WRONG,
                    DenyReason.TAG_FORGED,
                    DenyReason.PASS_FORGED,
                    DenyReason.PASS_ISSUER_UNKNOWN);

    private final Grants grants;
    private final Alarms alarms;
    private final Pictures pictures;
    private final Movements movements;
    private final FirstCards firstCards;

    Answers(
            Grants grants,
            Alarms alarms,
            Pictures pictures,
            Movements movements,
            FirstCards firstCards) {
        this.grants = grants;
        this.alarms = alarms;
        this.pictures = pictures;
        this.movements = movements;
        this.firstCards = firstCards;
    }

    /// Grants. What it uses up is kept first, so that whoever finds the grant on the disk finds
    /// that as well.
    ///
    /// @param desk where the answer is shown; none where nobody looks
    /// @param released told once the lock is released
    void granted(Turn turn, @Nullable ReaderDesk desk, Case asked, Consumer<Turn> released) {
        DoorId door = asked.point().door();
        if (desk != null) {
            desk.show(turn, ReaderFeedback.READ);
        }
        long seq = turn.nextSeq(EventStream.EVENTS);
        movements.granted(turn, seq, asked);
        firstCards.granted(seq, asked);
        pictures.witness(turn, door, picture -> turn.write(grantOf(asked, picture)));
        Holder holder = asked.holder();
        grants.give(
                turn,
                seq,
                new Grants.Grant(
                        door,
                        asked.point().id(),
                        holder != null && holder.extendedTimes(),
                        desk,
                        Usage.usesUp(asked.grounds()) ? grantOf(asked, null) : null,
                        released));
    }

    /// Denies.
    ///
    /// @param desk where the answer is shown; none where nobody looks
    /// @param holder none for a stranger
    void denied(
            Turn turn,
            @Nullable ReaderDesk desk,
            Inquiry inquiry,
            DoorId door,
            @Nullable Holder holder,
            DenyReason reason) {
        Duration heldBack =
                desk != null && GUESSES.contains(reason)
                        ? desk.guessed(inquiry.credential(), turn.time())
                        : Duration.ZERO;
        boolean stranger = holder == null && !isGenuinePass(inquiry);
        if (desk == null || desk.denied(turn, stranger, heldBack, reason)) {
            write(turn, inquiry, door, holder, reason);
            raise(turn, desk, reason);
        }
        if (desk != null && !heldBack.isZero()) {
            alarms.raiseForMoment(
                    turn, AlarmKind.READER_GUESSED, AlarmSource.of(desk.plan().id()), "");
        }
    }

    private void write(
            Turn turn, Inquiry inquiry, DoorId door, @Nullable Holder holder, DenyReason reason) {
        HolderId who = holder == null ? null : holder.id();
        pictures.witness(
                turn,
                door,
                picture ->
                        turn.write(
                                new EventBody.AccessDenied(
                                        inquiry.accessPoint(),
                                        door,
                                        reason,
                                        inquiry.credential(),
                                        who,
                                        inquiry.grounds(),
                                        picture)));
    }

    private static boolean isGenuinePass(Inquiry inquiry) {
        return inquiry.grounds().pass() != null && inquiry.grounds().pass().fault() == null;
    }

    private void raise(Turn turn, @Nullable ReaderDesk desk, DenyReason reason) {
        if (desk == null) {
            return;
        }
        AlarmSource reader = AlarmSource.of(desk.plan().id());
        if (reason == DenyReason.LOST) {
            alarms.raiseForMoment(turn, AlarmKind.LOST_CARD_SHOWN, reader, "");
        }
        if (reason == DenyReason.TAG_REPLAYED || reason == DenyReason.PASSBACK) {
            alarms.raiseForMoment(turn, AlarmKind.CARD_CLONED, reader, "");
        }
    }

    private static EventBody.AccessGranted grantOf(Case asked, @Nullable PictureId picture) {
        Holder holder = asked.holder();
        CredentialIdentifier credential = asked.inquiry().credential();
        return new EventBody.AccessGranted(
                asked.point().id(),
                asked.point().door(),
                holder == null ? null : holder.id(),
                credential,
                asked.grounds(),
                picture);
    }
}
