package org.menfang.gate.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.Turn;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.camera.Pictures;
import org.menfang.gate.door.Doors;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.gate.reader.Wiegand;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.DoorMode;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;

/// Answers whoever asks to come in: from the bits of a card, or a volunteer's word, to a grant or a
/// denial.
public final class Admission {
    private final Doors doors;
    private final Grants grants;
    private final Alarms alarms;
    private final Pictures pictures;
    private AccessTable table;

    public Admission(
            Doors doors, Grants grants, Alarms alarms, Pictures pictures, AccessTable table) {
        this.doors = doors;
        this.grants = grants;
        this.alarms = alarms;
        this.pictures = pictures;
        this.table = table;
    }

    public AccessTable table() {
        return table;
    }

    public void replaceTable(Turn turn, AccessTable next) {
        table = next;
        turn.write(new EventBody.RulesApplied(next.version(), next.credentials()));
    }

    /// A reader delivered the bits of a card.
    public void cardRead(Turn turn, ReaderDesk desk, CardBits bits, KnownTime time) {
        Optional<CredentialIdentifier> identifier = Wiegand.decode(desk.plan().format(), bits);
        if (identifier.isEmpty()) {
            deny(turn, desk, null, null, DenyReason.UNREADABLE_CREDENTIAL);
        } else if (!desk.isRepeated(identifier.get(), turn.time())) {
            answer(turn, desk, identifier.get(), time);
        }
    }

    /// A volunteer releases a door for one passage.
    public CommandOutcome release(Turn turn, DoorId id, OperatorName by, CommandId command) {
        if (doors.door(id).act(DoorAct.ACCESS, turn.time()).isEmpty()) {
            return CommandOutcome.REFUSED_BY_STATE;
        }
        long seq = turn.nextSeq(EventStream.EVENTS);
        pictures.witness(
                turn,
                id,
                picture ->
                        turn.write(
                                new EventBody.AccessGrantedByOperator(id, by, command, picture)));
        grants.give(turn, seq, new Grants.Grant(id, false, null));
        return CommandOutcome.DONE;
    }

    private void answer(
            Turn turn, ReaderDesk desk, CredentialIdentifier identifier, KnownTime time) {
        switch (table.decide(identifier, desk.accessPoint().id(), time)) {
            case Decision.Granted(Credential credential, Holder holder) -> {
                DenyReason reason = reasonOfDoor(desk.accessPoint().door());
                if (reason == null) {
                    grant(turn, desk, credential, holder);
                } else {
                    deny(turn, desk, identifier, holder.id(), reason);
                }
            }
            case Decision.Denied(DenyReason reason, var holder) ->
                    deny(turn, desk, identifier, holder, reason);
        }
    }

    private @Nullable DenyReason reasonOfDoor(DoorId id) {
        DoorMode mode = doors.door(id).intent().mode();
        return switch (mode) {
            case BLOCKED -> DenyReason.DOOR_BLOCKED;
            case LOCKED_DOWN -> DenyReason.DOOR_LOCKED_DOWN;
            case LOCKED, UNLOCKED, ACCESSED, LOCKED_OPEN -> null;
        };
    }

    private void grant(Turn turn, ReaderDesk desk, Credential credential, Holder holder) {
        DoorId door = desk.accessPoint().door();
        desk.answered(credential.identifier(), turn.time());
        desk.show(turn, ReaderFeedback.READ);
        long seq = turn.nextSeq(EventStream.EVENTS);
        pictures.witness(
                turn,
                door,
                picture ->
                        turn.write(
                                new EventBody.AccessGranted(
                                        desk.accessPoint().id(),
                                        door,
                                        holder.id(),
                                        credential.identifier(),
                                        picture)));
        grants.give(turn, seq, new Grants.Grant(door, holder.extendedTimes(), desk));
    }

    private void deny(
            Turn turn,
            ReaderDesk desk,
            @Nullable CredentialIdentifier identifier,
            @Nullable HolderId holder,
            DenyReason reason) {
        if (!desk.denied(turn, holder == null)) {
            return;
        }
        DoorId door = desk.accessPoint().door();
        pictures.witness(
                turn,
                door,
                picture ->
                        turn.write(
                                new EventBody.AccessDenied(
                                        desk.accessPoint().id(),
                                        door,
                                        reason,
                                        identifier,
                                        holder,
                                        picture)));
        if (reason == DenyReason.LOST) {
            alarms.raiseForMoment(
                    turn, AlarmKind.LOST_CARD_SHOWN, AlarmSource.of(desk.plan().id()), "");
        }
    }
}
