package org.menfang.gate;

import org.menfang.gate.ledger.Entry;
import org.menfang.gate.ledger.EntryKey;
import org.menfang.site.PointName;
import org.menfang.vocabulary.CameraId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.ReaderId;
import org.menfang.wire.Acknowledgement;
import org.menfang.wire.CommandResult;
import org.menfang.wire.Event;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// A request of the controller to the outside. What became of it comes back as an {@link Input}.
public sealed interface Effect {
    /// Drive an output.
    record Energise(PointName output, boolean energised) implements Effect {}

    /// Write an event. Answered by {@link Input.JournalCommitted} or {@link Input.JournalFailed}.
    record Append(Event event) implements Effect {}

    /// Write what must survive a restart, together with the events appended before it.
    record Remember(Memory memory) implements Effect {}

    /// Write a line of the ledger: asked before the event that goes with it, and durable no later.
    record Keep(Entry entry) implements Effect {}

    /// Strike a line of the ledger.
    record Forget(EntryKey key) implements Effect {}

    record ShowAtReader(ReaderId reader, ReaderFeedback feedback) implements Effect {}

    /// Send durable events to the hub, in order.
    record Publish(EventStream stream, long fromSeq, long toSeq) implements Effect {}

    record PublishState(GateState state) implements Effect {}

    record AnnounceLife(GateLife life) implements Effect {}

    record ReportResult(CommandResult result) implements Effect {}

    /// Compare what the hub says it holds with the journal, and remember it if it is the same.
    /// Answered by {@link Input.AcknowledgementMatched} or {@link Input.AcknowledgementDiverged}.
    record CheckAcknowledgement(Acknowledgement acknowledgement) implements Effect {}

    /// Sign the head of a stream. Answered by {@link Input.HeadSignatureMade}.
    record SignHead(EventStream stream, long seq) implements Effect {}

    /// Take a picture. Answered by {@link Input.PictureArrived} or {@link Input.PictureFailed}.
    record TakePicture(PictureId picture, CameraId camera) implements Effect {}
}
