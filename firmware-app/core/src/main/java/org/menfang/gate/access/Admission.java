package org.menfang.gate.access;

import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.Timed;
import org.menfang.gate.Turn;
import org.menfang.gate.access.Circumstances.Asker;
import org.menfang.gate.alarm.Alarms;
import org.menfang.gate.camera.Pictures;
import org.menfang.gate.door.Doors;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.ledger.Movements;
import org.menfang.gate.level.FirstCards;
import org.menfang.gate.level.Levels;
import org.menfang.gate.reader.ReaderDesk;
import org.menfang.gate.reader.ReaderDesks;
import org.menfang.gate.reader.Wiegand;
import org.menfang.gate.rule.AccessTable;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;

/// Answers whoever asks to come in: from what a reader delivered, or a volunteer's word, to a grant
/// or a denial.
///
/// What was shown becomes a {@link Proof}, about which a {@link Dialogue} asks the rules.
public final class Admission implements Timed {
    private final Site site;
    private final Doors doors;
    private final Grants grants;
    private final Pictures pictures;
    private final ReaderDesks readers;
    private final Codes codes;
    private final Dialogue dialogue;

    /// @param hearer told when somebody says more than that he wants to pass
    public Admission(
            Site site,
            Doors doors,
            Levels levels,
            FirstCards firstCards,
            Grants grants,
            Alarms alarms,
            Pictures pictures,
            ReaderDesks readers,
            Ledger ledger,
            Movements movements,
            ThriceShown hearer,
            AccessTable table) {
        this.site = site;
        this.doors = doors;
        this.grants = grants;
        this.pictures = pictures;
        this.readers = readers;
        codes = new Codes(site, ledger);
        Tries tries = new Tries(ledger);
        Companions companions = new Companions();
        dialogue =
                new Dialogue(
                        alarms,
                        codes,
                        tries,
                        companions,
                        new ShownAgain(hearer),
                        new Circumstances(doors, levels, tries, companions, movements),
                        new Answers(grants, alarms, pictures, movements, firstCards),
                        movements,
                        table);
    }

    public AccessTable table() {
        return dialogue.table();
    }

    public void replaceTable(Turn turn, AccessTable next) {
        dialogue.replaceTable(next);
        turn.write(new EventBody.RulesApplied(next.version(), next.credentials()));
    }

    /// A reader delivered the bits of a card.
    public void cardRead(Turn turn, ReaderDesk desk, CardBits bits) {
        Proof proof =
                Wiegand.decode(desk.plan().format(), bits)
                        .map(number -> Proof.ofNumber(table(), number))
                        .orElse(Proof.UNREADABLE);
        dialogue.shown(turn, desk, proof);
    }

    /// A reader delivered a text: of a code, or of a signed tag.
    public void codeRead(Turn turn, ReaderDesk desk, String text) {
        if (!desk.isRepeated(text, turn.time())) {
            dialogue.shown(turn, desk, codes.read(turn, table(), text, turn.known()));
        }
    }

    /// Somebody pressed a key.
    public void keyPressed(Turn turn, ReaderDesk desk, Key key) {
        desk.pressed(turn, key).ifPresent(digits -> dialogue.entered(turn, desk, digits));
    }

    /// A volunteer lets in a holder who has neither card nor phone. Every rule holds but those
    /// about what is shown.
    public CommandOutcome assist(Turn turn, AccessPointId at, HolderId who, OperatorName by) {
        AccessPointPlan point = site.accessPoint(at).orElse(null);
        if (point == null || table().holder(who) == null) {
            return CommandOutcome.REFUSED_UNKNOWN_TARGET;
        }
        Asker asker = new Asker(point, Proof.UNREADABLE, who, by, null);
        return dialogue.assisted(turn, readers.at(at).orElse(null), asker);
    }

    /// A volunteer releases a door for one passage.
    public CommandOutcome release(Turn turn, DoorId id, OperatorName by, CommandId command) {
        if (!doors.door(id).obeysRelease()) {
            return CommandOutcome.REFUSED_BY_STATE;
        }
        long seq = turn.nextSeq(EventStream.EVENTS);
        pictures.witness(
                turn,
                id,
                picture ->
                        turn.write(
                                new EventBody.AccessGrantedByOperator(id, by, command, picture)));
        grants.give(turn, seq, Grants.Grant.fromAfar(id));
        return CommandOutcome.DONE;
    }

    @Override
    public MonotonicTime wakeAt() {
        return dialogue.wakeAt();
    }

    @Override
    public void timeIsDue(Turn turn) {
        dialogue.timeIsDue(turn);
    }
}
