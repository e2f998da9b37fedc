package org.menfang.hub.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.AssistedEntry;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.board.NewsStand;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.wire.GateIdentity;

/// The desk of a running loop.
final class HubDesk implements Desk, EventFinder, AssistedEntry {
    /// After this a person is told that nobody answered, whatever became of the loop meanwhile.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final HubLoop loop;
    private final EventLog log;
    private final Publication publication;
    private final NewsStand news;

    HubDesk(HubLoop loop, EventLog log, Publication publication, NewsStand news) {
        this.loop = loop;
        this.log = log;
        this.publication = publication;
        this.news = news;
    }

    @Override
    public Board board() {
        return publication.board();
    }

    @Override
    public List<LoggedEvent> events(long beforeNumber, int count) {
        if (count < 1 || count > EVENTS_MAX) {
            throw new IllegalArgumentException("1 to " + EVENTS_MAX + " events, not " + count);
        }
        return log.newest(beforeNumber, count, publication.people(), publication.board());
    }

    @Override
    public List<LoggedEvent> find(EventSearch search, int count) {
        if (count < 1 || count > FOUND_MAX) {
            throw new IllegalArgumentException("1 to " + FOUND_MAX + " events, not " + count);
        }
        return log.search(search, count, publication.people(), publication.board());
    }

    @Override
    public Subscription subscribe(Consumer<News> listener) {
        return news.subscribe(listener);
    }

    @Override
    public CompletionStage<ActOutcome> acknowledge(AlarmRef alarm, OperatorName by) {
        return ask(new HubInput.Act.AcknowledgeAlarm(alarm), by);
    }

    @Override
    public CompletionStage<ActOutcome> reset(AlarmRef alarm, OperatorName by) {
        return ask(new HubInput.Act.ResetAlarm(alarm), by);
    }

    @Override
    public CompletionStage<ActOutcome> actOnDoor(
            CompoundId compound, GateId gate, DoorId door, DoorAct act, OperatorName by) {
        return ask(new HubInput.Act.OnDoor(new GateIdentity(compound, gate), door, act), by);
    }

    @Override
    public CompletionStage<ActOutcome> holdOpen(
            CompoundId compound, GateId gate, DoorId door, int minutes, OperatorName by) {
        return ask(new HubInput.Act.HoldOpen(new GateIdentity(compound, gate), door, minutes), by);
    }

    @Override
    public CompletionStage<ActOutcome> setLevel(
            CompoundId compound, SiteLevel level, @Nullable Integer minutes, OperatorName by) {
        CompletionStage<ActOutcome> all = null;
        for (GateCard card : board().gates()) {
            if (card.compound().equals(compound)) {
                GateIdentity gate = new GateIdentity(compound, card.gate());
                CompletionStage<ActOutcome> one =
                        ask(new HubInput.Act.SetLevel(gate, level, minutes), by);
                all = all == null ? one : all.thenCombine(one, HubDesk::together);
            }
        }
        return all == null ? CompletableFuture.completedFuture(new ActOutcome.NoSuchThing()) : all;
    }

    @Override
    public CompletionStage<ActOutcome> letIn(
            CompoundId compound,
            GateId gate,
            AccessPointId accessPoint,
            HolderId holder,
            OperatorName by) {
        GateIdentity where = new GateIdentity(compound, gate);
        return ask(new HubInput.Act.AssistEntry(where, accessPoint, holder), by);
    }

    private static ActOutcome together(ActOutcome one, ActOutcome other) {
        return one.equals(other) ? one : new ActOutcome.NotEverywhere();
    }

    private CompletionStage<ActOutcome> ask(HubInput.Act act, OperatorName by) {
        CompletableFuture<ActOutcome> answer = new CompletableFuture<>();
        loop.ask(act, by, answer);
        return answer.completeOnTimeout(
                new ActOutcome.NoAnswer(), ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }
}
