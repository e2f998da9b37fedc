package org.menfang.hub.response;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.BookStore;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DeviceKind;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;

/// A board that a test writes, a book, and a clock that stands until it is set.
public final class ScriptedBoard {
    public static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
    private static final CompoundId COMPOUND = new CompoundId("xinghua");

    private final BookStore store = new InMemoryBookStore();
    private final Map<AlarmRef, AlarmCard> cards = new LinkedHashMap<>();
    public Instant now = NOON;
    public Responses responses = new Responses();
    public Book book = open();
    private long version = 1;

    private Book open() {
        return Book.open(store, () -> now, List.of(responses));
    }

    /// The hub starts anew and reads its book.
    public void restart() {
        responses = new Responses();
        book = open();
    }

    public static AlarmRef ref(String gate, long id) {
        return new AlarmRef(COMPOUND, new GateId(gate), false, new AlarmId(id));
    }

    /// A new alarm, or one whose cause has come again.
    public AlarmRef raise(String gate, long id, AlarmKind kind, String thing) {
        AlarmRef ref = ref(gate, id);
        AlarmCard before = cards.get(ref);
        AlarmCard raised =
                new AlarmCard(
                        ref,
                        kind,
                        new AlarmSource(DeviceKind.DOOR, thing),
                        thing,
                        "",
                        before == null
                                ? AlarmState.RAISED
                                : before.state().after(AlarmState.Act.RAISE).orElseThrow(),
                        now,
                        now,
                        before == null ? 1 : before.times() + 1,
                        null,
                        null);
        cards.put(ref, raised);
        version++;
        return ref;
    }

    public void move(AlarmRef ref, AlarmState.Act act) {
        AlarmCard before = Objects.requireNonNull(cards.get(ref));
        AlarmState next = before.state().after(act).orElseThrow();
        version++;
        if (!next.isOpen()) {
            cards.remove(ref);
            return;
        }
        cards.put(
                ref,
                new AlarmCard(
                        ref,
                        before.kind(),
                        before.source(),
                        before.sourceName(),
                        "",
                        next,
                        before.raisedAt(),
                        before.heardAt(),
                        before.times(),
                        act == AlarmState.Act.ACKNOWLEDGE
                                ? new OperatorName("王建国")
                                : before.acknowledgedBy(),
                        null));
    }

    /// The board as its owners know it.
    public Board bare() {
        return new Board(version, now, List.copyOf(cards.values()), List.of());
    }

    /// The board with the care of each alarm.
    public Board board() {
        return book.read(responses::sheet).on(bare());
    }

    public AlarmCard card(AlarmRef ref) {
        return board().alarms().stream()
                .filter(card -> card.ref().equals(ref))
                .findFirst()
                .orElseThrow();
    }
}
