package org.menfang.hub.response;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CompoundId;

/// What people do about all alarms at one moment.
///
/// @param shelves what is put aside, by what it comes from
/// @param floods the compounds in which more alarms come than a person can read
/// @param chatters what comes and goes again and again
public record CareSheet(
        Map<AlarmRef, Care> cares,
        Map<Point, Care.Shelf> shelves,
        Map<Point, Care.OutOfService> outOfService,
        Set<CompoundId> floods,
        Set<Point> chatters) {
    public static final CareSheet EMPTY =
            new CareSheet(Map.of(), Map.of(), Map.of(), Set.of(), Set.of());

    public CareSheet {
        cares = Map.copyOf(cares);
        shelves = Map.copyOf(shelves);
        outOfService = Map.copyOf(outOfService);
        floods = Set.copyOf(floods);
        chatters = Set.copyOf(chatters);
    }

    /// The same board, each alarm with the care that it gets.
    public Board on(Board board) {
        List<AlarmCard> alarms = board.alarms();
        return new Board(
                board.version(),
                board.madeAt(),
                alarms.stream().map(card -> card.with(care(card, alarms))).toList(),
                board.gates(),
                board.duty());
    }

    private Care care(AlarmCard card, List<AlarmCard> all) {
        Care own = cares.getOrDefault(card.ref(), Care.NONE);
        if (!CareRule.mayWait(card.kind())) {
            return own;
        }
        Point point = Point.of(card);
        @Nullable AlarmKind explainedBy = Suppression.of(card, all).orElse(null);
        return own.within(shelves.get(point), outOfService.get(point), explainedBy, fold(point));
    }

    private Care.@Nullable Fold fold(Point point) {
        if (chatters.contains(point)) {
            return Care.Fold.CHATTER;
        }
        return floods.contains(point.compound()) ? Care.Fold.FLOOD : null;
    }
}
