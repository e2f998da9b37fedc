package org.menfang.hub.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.AssistedEntry;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.DutyCard;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// A desk whose board a test writes itself, and whose acts wait until the test answers them.
final class ScriptedDesk implements Desk, EventFinder, AssistedEntry {
    /// An act that waits for its answer.
    ///
    /// @param what such as `acknowledge xinghua/east/7` or `ACCESS xinghua/east/north-gate`
    record Asked(String what, OperatorName by, CompletableFuture<ActOutcome> answer) {}

    final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();
    private final List<LoggedEvent> log = new ArrayList<>();
    private final Clock clock;
    private Board board = Board.EMPTY;

    ScriptedDesk(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Board board() {
        return board;
    }

    @Override
    public synchronized List<LoggedEvent> events(long beforeNumber, int count) {
        return log.reversed().stream()
                .filter(event -> event.number() < beforeNumber)
                .limit(count)
                .toList();
    }

    @Override
    public synchronized List<LoggedEvent> find(EventSearch search, int count) {
        return log.reversed().stream()
                .filter(event -> !event.heardAt().isBefore(search.heardSince()))
                .filter(event -> search.matches(event.event()))
                .limit(count)
                .toList();
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<ActOutcome> acknowledge(AlarmRef alarm, OperatorName by) {
        return ask("acknowledge " + nameOf(alarm), by);
    }

    @Override
    public CompletionStage<ActOutcome> reset(AlarmRef alarm, OperatorName by) {
        return ask("reset " + nameOf(alarm), by);
    }

    @Override
    public CompletionStage<ActOutcome> actOnDoor(
            CompoundId compound, GateId gate, DoorId door, DoorAct act, OperatorName by) {
        return ask(act + " " + compound + "/" + gate + "/" + door, by);
    }

    @Override
    public CompletionStage<ActOutcome> holdOpen(
            CompoundId compound, GateId gate, DoorId door, int minutes, OperatorName by) {
        return ask("hold " + compound + "/" + gate + "/" + door + " " + minutes, by);
    }

    @Override
    public CompletionStage<ActOutcome> setLevel(
            CompoundId compound, SiteLevel level, @Nullable Integer minutes, OperatorName by) {
        return ask(level + " " + compound + (minutes == null ? "" : " " + minutes), by);
    }

    void showAlarms(AlarmCard... alarms) {
        change(List.of(alarms), board().gates());
    }

    void showGates(GateCard... gates) {
        change(board().alarms(), List.of(gates));
    }

    void showDuty(DutyCard duty) {
        change(board().alarms(), board().gates(), duty);
    }

    /// Changes the one alarm of the board.
    void changeAlarm(UnaryOperator<AlarmCard> act) {
        change(board().alarms().stream().map(act).toList(), board().gates());
    }

    /// Tells of the board as it is.
    void showAgain() {
        Board same = board();
        listeners.forEach(listener -> listener.accept(new News.BoardChanged(same)));
    }

    void log(LoggedEvent event) {
        synchronized (this) {
            log.add(event);
        }
        listeners.forEach(listener -> listener.accept(new News.EventLogged(event)));
    }

    static AlarmCard inState(AlarmCard card, AlarmState state, OperatorName by) {
        return new AlarmCard(
                card.ref(),
                card.kind(),
                card.source(),
                card.sourceName(),
                card.detail(),
                state,
                card.raisedAt(),
                card.heardAt(),
                card.times(),
                by,
                card.picture());
    }

    private void change(List<AlarmCard> alarms, List<GateCard> gates) {
        change(alarms, gates, board().duty());
    }

    private void change(List<AlarmCard> alarms, List<GateCard> gates, @Nullable DutyCard duty) {
        Board changed;
        synchronized (this) {
            changed = new Board(board.version() + 1, clock.instant(), alarms, gates, duty);
            board = changed;
        }
        listeners.forEach(listener -> listener.accept(new News.BoardChanged(changed)));
    }

    private CompletionStage<ActOutcome> ask(String what, OperatorName by) {
        Asked ask = new Asked(what, by, new CompletableFuture<>());
        asked.add(ask);
        return ask.answer();
    }

    @Override
    public CompletionStage<ActOutcome> letIn(
            CompoundId compound,
            GateId gate,
            AccessPointId accessPoint,
            HolderId holder,
            OperatorName by) {
        return ask("let in " + compound + "/" + gate + "/" + accessPoint + " " + holder, by);
    }

    private static String nameOf(AlarmRef ref) {
        return (ref.byHub() ? "hub:" : "") + ref.compound() + "/" + ref.gate() + "/" + ref.alarm();
    }
}
