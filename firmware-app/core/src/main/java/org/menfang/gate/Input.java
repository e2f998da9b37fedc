package org.menfang.gate;

import org.jspecify.annotations.Nullable;
import org.menfang.gate.rule.AccessTable;
import org.menfang.site.PointName;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmInputId;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.LampId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.Command;
import org.menfang.wire.EventPosition;
import org.menfang.wire.PeerEvents;

/// A fact that the outside tells the controller.
///
/// Contacts, sensors and the fire input are told once each after the start, whatever their state,
/// and from then on at every change: what was true before a power cut need not be true after it.
public sealed interface Input {
    /// Told by readers, contacts, sensors and outputs.
    sealed interface FromField extends Input {}

    /// Told of the gate's own equipment, and an alarm.
    sealed interface AlarmOfEquipment extends FromField {}

    sealed interface FromCamera extends Input {}

    sealed interface FromJournal extends Input {}

    /// Told by the hub, or by the way to it.
    sealed interface FromHub extends Input {}

    /// Told by the program that the controller runs in.
    sealed interface FromProgram extends Input {}

    /// Told by the program, and an alarm.
    sealed interface AlarmOfProgram extends FromProgram {}

    /// A reader delivered the bits of a card, good or bad.
    record CardRead(ReaderId reader, CardBits bits) implements FromField {}

    /// Somebody pressed a key of a keypad.
    record KeyPressed(ReaderId reader, Key key) implements FromField {}

    /// A reader delivered a text: of a QR code, or of a tag.
    ///
    /// @param text up to {@link #TEXT_CHARS_MAX} characters, as it came
    record CodeRead(ReaderId reader, String text) implements FromField {
        public static final int TEXT_CHARS_MAX = 2_000;

        public CodeRead {
            if (text.length() > TEXT_CHARS_MAX) {
                throw new IllegalArgumentException("a code of " + text.length() + " characters");
            }
        }
    }

    /// A door's leaf left its frame, or is back in it.
    record MonitorChanged(DoorId door, boolean open) implements FromField {}

    /// Something is under the arm of a barrier, or not any more. A loop that says nothing is told
    /// as if something were.
    record LoopChanged(DoorId barrier, boolean occupied) implements FromField {}

    /// Somebody asks to leave.
    record RexPressed(AccessPointId accessPoint) implements FromField {}

    record FireChanged(boolean active) implements FromField {}

    record AlarmInputChanged(AlarmInputId input, boolean active) implements FromField {}

    /// The photocell finds it dark, or light.
    record DarknessChanged(boolean dark) implements FromField {}

    record LampCurrentChanged(LampId lamp, boolean flows) implements FromField {}

    record LampLineChanged(LampId lamp, boolean whole) implements FromField {}

    /// The time has come that something is due: see {@link GateController#look}.
    record TimeIsDue() implements FromProgram {}

    /// All events of a stream up to this one are durable.
    record JournalCommitted(EventPosition upTo) implements FromJournal {}

    /// What was appended since the last commit is not durable; the journal goes on trying.
    record JournalFailed(String why) implements FromJournal {}

    /// The journal, having failed, is durable again up to all that was appended.
    record JournalRecovered() implements FromJournal {}

    /// The journal dropped events that the range names, on purpose or because it had no room. The
    /// controller writes an event of it.
    ///
    /// @param why in English: too many events, no room, damaged
    record EventsDropped(EventStream stream, long fromSeq, long toSeq, String why)
            implements FromJournal {}

    /// What the disk held of rules or of the journal is damaged or gone.
    ///
    /// @param mended whether all goes on without it; otherwise it goes on when new rules come
    record StorageDamaged(String why, boolean mended) implements FromJournal {}

    /// Little room is left where the journal and the pictures are kept.
    record StorageLow(long freeBytes) implements FromJournal {}

    /// There is room again.
    record StorageEnough(long freeBytes) implements FromJournal {}

    record LinkUp() implements FromHub {}

    record LinkLost(String why) implements FromHub {}

    /// The hub said that it is there, or the broker said that it is gone.
    record HubSeen(boolean online) implements FromHub {}

    /// The hub says what it holds. Its hash is still to be compared.
    record HubAcknowledged(Acknowledgement acknowledgement) implements FromHub {}

    /// What the hub says it holds is what the journal holds.
    record AcknowledgementMatched(EventStream stream, long seq) implements FromJournal {}

    /// What the hub says it holds is not what the journal holds.
    record AcknowledgementDiverged(EventStream stream, long seq) implements FromJournal {}

    /// The journal's key signed the head of a stream.
    record HeadSignatureMade(EventStream stream, long seq, Sha256 hash, String signature)
            implements FromJournal {}

    record CommandReceived(Command command) implements FromHub {}

    /// Something came on the command topic that is not a command.
    record CommandGarbled(@Nullable CommandId id, String why) implements FromHub {}

    /// A rule set is durable and ready: from now on it decides.
    record AccessTableReplaced(AccessTable table) implements FromJournal {}

    /// A rule set came that cannot be obeyed.
    ///
    /// @param version none where it could not be read
    record RulesRefused(@Nullable Long version, String why) implements FromJournal {}

    /// The hub passes on what another gate of the compound granted.
    record PeersTold(PeerEvents told) implements FromHub {}

    record PictureArrived(PictureId picture, CameraId camera, Sha256 digest, int sizeBytes)
            implements FromCamera {}

    record PictureFailed(PictureId picture, CameraId camera, String why) implements FromCamera {}

    record CameraFound(CameraId camera) implements FromCamera {}

    record CameraLost(CameraId camera, String why) implements FromCamera {}

    /// A reader is not heard any more, or what comes from it is broken.
    record ReaderFailed(ReaderId reader, String why) implements AlarmOfEquipment {}

    record ReaderRecovered(ReaderId reader) implements AlarmOfEquipment {}

    /// Somebody opened the case of a reader, or put it back.
    record ReaderTampered(ReaderId reader, boolean active) implements AlarmOfEquipment {}

    record OutputFailed(PointName output, String why) implements AlarmOfEquipment {}

    record OutputRecovered(PointName output) implements AlarmOfEquipment {}

    /// An input says nothing any more: its line is cut or short, or its chip does not answer. What
    /// it said last stays as it is.
    record InputFailed(PointName input, String why) implements AlarmOfEquipment {}

    /// An input that had failed says something again; if it says something else than before, that
    /// is told next.
    record InputRecovered(PointName input) implements AlarmOfEquipment {}

    /// The supply of the board gives too little voltage, or enough again.
    record SupplyChanged(boolean weak) implements AlarmOfEquipment {}

    /// The inbox was full; so many inputs of readers were dropped.
    record InputsDropped(long count) implements AlarmOfProgram {}

    /// The site file is bad; the gate runs with the last good one.
    ///
    /// @param firstFault file, line, column and what is wrong
    record SiteFileRejected(String firstFault) implements AlarmOfProgram {}

    /// The program started too often in a short time. Until {@link SafeModeLeft} it gives the
    /// controller only what is needed for leaving, and for the cards of residents.
    record SafeModeEntered(String why) implements AlarmOfProgram {}

    /// The program has stood for long enough.
    record SafeModeLeft() implements AlarmOfProgram {}

    /// The program is about to end.
    record StopRequested(String why) implements FromProgram {}
}
