package org.menfang.hub.loop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.people.People;
import org.menfang.hub.people.Person;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.StoredEvent;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PictureId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateState;
import org.menfang.wire.json.EventJson;

/// Reads events for people: with the name of the holder, the place, and the picture.
final class EventLog {
    private final HubStore store;

    EventLog(HubStore store) {
        this.store = store;
    }

    List<LoggedEvent> newest(long beforeNumber, int count, People people, Board board) {
        return store.log(beforeNumber, count).stream()
                .map(stored -> log(stored, read(stored), people, board))
                .toList();
    }

    /// What matches, the newest first.
    List<LoggedEvent> search(EventSearch search, int count, People people, Board board) {
        return store.search(search.compound(), search.parts(), search.heardSince(), count).stream()
                .map(stored -> log(stored, read(stored), people, board))
                .filter(logged -> search.matches(logged.event()))
                .toList();
    }

    List<GateRecords.Kept> from(
            GateIdentity gate,
            EventStream stream,
            long fromSeq,
            int count,
            People people,
            Board board) {
        return store.eventsFrom(gate, stream, fromSeq, count).stream()
                .map(stored ->
                        new GateRecords.Kept(
                                log(stored, read(stored), people, board),
                                stored.hash(),
                                stored.text()))
                .toList();
    }

    /// The event that a picture was asked for.
    Optional<LoggedEvent> askedFor(
            GateIdentity gate, PictureId picture, People people, Board board) {
        return store.find(gate, new EventPosition(EventStream.EVENTS, picture.value()))
                .map(stored -> log(stored, read(stored), people, board));
    }

    LoggedEvent log(StoredEvent stored, Event event, People people, Board board) {
        GateState state = stateOf(stored.gate(), board);
        return new LoggedEvent(
                stored.number(),
                stored.heardAt(),
                event,
                who(event, people),
                where(stored.gate(), event.body(), state),
                picture(stored.gate(), event.body()));
    }

    private static Event read(StoredEvent stored) {
        return EventJson.read(stored.text().getBytes(StandardCharsets.UTF_8))
                .orThrow()
                .getFirst()
                .event();
    }

    private static @Nullable GateState stateOf(GateIdentity gate, Board board) {
        for (GateCard card : board.gates()) {
            if (card.gate().equals(gate.gate()) && card.compound().equals(gate.compound())) {
                return card.state();
            }
        }
        return null;
    }

    private static @Nullable String who(Event event, People people) {
        HolderId holder =
                switch (event.body()) {
                    case EventBody.AccessGranted granted -> granted.holder();
                    case EventBody.AccessDenied denied -> denied.holder();
                    case EventBody.LevelChanged changed -> changed.holder();
                    default -> null;
                };
        return holder == null
                ? null
                : people.find(event.compound(), holder).map(Person::name).orElse(null);
    }

    private String where(GateIdentity gate, EventBody body, @Nullable GateState state) {
        return switch (body) {
            case EventBody.AccessGranted it -> PlaceNames.of(it.door(), state);
            case EventBody.ExitRequested it -> PlaceNames.of(it.door(), state);
            case EventBody.AccessGrantedByOperator it -> PlaceNames.of(it.door(), state);
            case EventBody.AccessDenied it -> PlaceNames.of(it.door(), state);
            case EventBody.AccessTaken it -> PlaceNames.of(it.door(), state);
            case EventBody.AccessNotTaken it -> PlaceNames.of(it.door(), state);
            case EventBody.DoorOpened it -> PlaceNames.of(it.door(), state);
            case EventBody.DoorClosed it -> PlaceNames.of(it.door(), state);
            case EventBody.DoorModeChanged it -> PlaceNames.of(it.door(), state);
            case EventBody.AlarmRaised it -> PlaceNames.of(it.source(), state);
            case EventBody.AlarmReturned it -> whereRaised(gate, it.alarm(), state);
            case EventBody.AlarmAcknowledged it -> whereRaised(gate, it.alarm(), state);
            case EventBody.AlarmReset it -> whereRaised(gate, it.alarm(), state);
            case EventBody.LampSwitched it -> PlaceNames.of(it.lamp(), state);
            case EventBody.PictureTaken it -> PlaceNames.of(it.camera(), state);
            case EventBody.PictureMissed it -> PlaceNames.of(it.camera(), state);
            case EventBody.BadReadsCounted it -> it.reader().value();
            case EventBody.CredentialLockedOut it -> it.accessPoint().value();
            case EventBody.CommandAnswered _,
                    EventBody.GateStarted _,
                    EventBody.GateStopped _,
                    EventBody.TimeTrustChanged _,
                    EventBody.RulesApplied _,
                    EventBody.RulesRefused _,
                    EventBody.LevelChanged _,
                    EventBody.QuotaExceeded _,
                    EventBody.PlaceForgiven _,
                    EventBody.EventsDropped _,
                    EventBody.HeadSigned _,
                    EventBody.Unrecognised _ ->
                    "";
        };
    }

    /// An alarm's number is that of the event in the `alarms` stream that raised it.
    private String whereRaised(GateIdentity gate, AlarmId alarm, @Nullable GateState state) {
        return store.find(gate, new EventPosition(EventStream.ALARMS, alarm.value()))
                .map(stored -> read(stored).body())
                .filter(EventBody.AlarmRaised.class::isInstance)
                .map(EventBody.AlarmRaised.class::cast)
                .map(raised -> PlaceNames.of(raised.source(), state))
                .orElse("");
    }

    private @Nullable Sha256 picture(GateIdentity gate, EventBody body) {
        PictureId asked =
                switch (body) {
                    case EventBody.AccessGranted granted -> granted.picture();
                    case EventBody.AccessGrantedByOperator granted -> granted.picture();
                    case EventBody.AccessDenied denied -> denied.picture();
                    case EventBody.AlarmRaised raised -> raised.picture();
                    case EventBody.PictureTaken taken -> taken.picture();
                    default -> null;
                };
        return asked == null ? null : store.pictureOf(gate, asked).orElse(null);
    }
}
