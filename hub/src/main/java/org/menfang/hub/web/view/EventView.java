package org.menfang.hub.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.json.EventTypes;

/// One event of the log.
///
/// The number of a card is left out on purpose: whoever can read it here can copy the card.
///
/// @param type the kind of event as on the wire, without `org.menfang.`
/// @param pictureNumber the number of the picture that was asked for or came; none for none
/// @param picture the picture, where the hub knows it already
public record EventView(
        long number,
        Instant heardAt,
        CompoundId compound,
        GateId gate,
        String gateName,
        Instant time,
        TimeTrust trust,
        String type,
        EventFacts facts,
        @Nullable String who,
        String where,
        @Nullable Long pictureNumber,
        @Nullable Sha256 picture) {
    private static final String TYPE_PREFIX = "org.menfang.";

    public static EventView of(LoggedEvent logged, GateNames names) {
        Event event = logged.event();
        return new EventView(
                logged.number(),
                logged.heardAt(),
                event.compound(),
                event.gate(),
                names.of(event.compound(), event.gate()),
                event.time(),
                event.trust(),
                typeOf(event.body()),
                EventFacts.of(event.body()),
                logged.who(),
                logged.where(),
                PictureNumbers.of(event.body()),
                pictureOf(logged));
    }

    private static String typeOf(EventBody body) {
        String name = EventTypes.nameOf(body);
        return name.startsWith(TYPE_PREFIX) ? name.substring(TYPE_PREFIX.length()) : name;
    }

    private static @Nullable Sha256 pictureOf(LoggedEvent logged) {
        return logged.event().body() instanceof EventBody.PictureTaken taken
                ? taken.digest()
                : logged.picture();
    }
}
