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
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.Case;
import org.menfang.gate.rule.Decision;
import org.menfang.gate.rule.Inquiry;
import org.menfang.gate.rule.Judge;
import org.menfang.gate.rule.KnownTime;
import org.menfang.rules.Holder;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;

/// Answers whoever asks to come in: from the bits of a card, or a volunteer's word, to a grant or a
/// denial.
public final class Admission {
    private final Doors doors;
    private final Grants grants;
    private final Alarms alarms;
    private final Pictures pictures;
    private final Circumstances circumstances;
    private AccessTable table;

    public Admission(
            Doors doors, Grants grants, Alarms alarms, Pictures pictures, AccessTable table) {
        this.doors = doors;
        this.grants = grants;
        this.alarms = alarms;
        this.pictures = pictures;
        circumstances = new Circumstances(doors);
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
            Inquiry unreadable = inquiry(desk, null, time);
            deny(turn, desk, unreadable, null, DenyReason.UNREADABLE_CREDENTIAL);
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
        Inquiry inquiry = inquiry(desk, identifier, time);
        switch (Judge.decide(table, inquiry)) {
            case Decision.Granted(Case asked) -> grant(turn, desk, asked);
            case Decision.Denied(Case asked, DenyReason reason, _) ->
                    deny(turn, desk, inquiry, asked.holder(), reason);
            case Decision.Wanted wanted ->
                    throw new IllegalStateException("nothing is wanted yet: " + wanted);
        }
    }

    private Inquiry inquiry(
            ReaderDesk desk, @Nullable CredentialIdentifier identifier, KnownTime time) {
        return new Inquiry(
                desk.accessPoint().id(),
                identifier,
                null,
                time.wall(),
                time.trusted(),
                circumstances.of(table, desk.accessPoint(), identifier, time));
    }

    private void grant(Turn turn, ReaderDesk desk, Case asked) {
        DoorId door = desk.accessPoint().door();
        CredentialIdentifier identifier = asked.inquiry().credential();
        Holder holder = asked.holder();
        if (identifier != null) {
            desk.answered(identifier, turn.time());
        }
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
                                        holder == null ? null : holder.id(),
                                        identifier,
                                        asked.grounds(),
                                        picture)));
        boolean extended = holder != null && holder.extendedTimes();
        grants.give(turn, seq, new Grants.Grant(door, extended, desk));
    }

    private void deny(
            Turn turn,
            ReaderDesk desk,
            Inquiry inquiry,
            @Nullable Holder holder,
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
                                        inquiry.credential(),
                                        holder == null ? null : holder.id(),
                                        inquiry.grounds(),
                                        picture)));
        if (reason == DenyReason.LOST) {
            alarms.raiseForMoment(
                    turn, AlarmKind.LOST_CARD_SHOWN, AlarmSource.of(desk.plan().id()), "");
        }
    }
}
