package org.menfang.hub.loop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.loop.Counts.Counted;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.HubMemory;
import org.menfang.hub.store.HubStore;
import org.menfang.hub.store.HubStore.CommitOutcome;
import org.menfang.hub.store.Quarantined;

/// Works a group of inputs: decides, commits, and only then answers.
///
/// A group that cannot be worked or stored is forgotten, what the store holds is believed again,
/// and its inputs are tried one at a time. An input that fails alone while the store works is bad:
/// it is put aside, so that it never stops the loop. If the store fails as well, everything waits
/// until it works again; gates keep what is not acknowledged.
final class GroupWork {
    private static final System.Logger LOG = System.getLogger(GroupWork.class.getName());

    private final HubStore store;
    private final HubClock clock;
    private final GateWire wire;
    private final HubController controller;
    private final Publication publication;
    private final Counts counts;
    private boolean restored;
    private long lastNumber;
    private volatile boolean storageWorks = true;

    GroupWork(
            HubStore store,
            HubClock clock,
            GateWire wire,
            HubController controller,
            Publication publication,
            Counts counts) {
        this.store = store;
        this.clock = clock;
        this.wire = wire;
        this.controller = controller;
        this.publication = publication;
        this.counts = counts;
    }

    boolean storageWorks() {
        return storageWorks;
    }

    /// @return the inputs that have to wait because the store fails
    List<HubInput> work(List<HubInput> group) {
        if (attempt(group)) {
            return List.of();
        }
        for (int i = 0; i < group.size(); i++) {
            HubInput input = group.get(i);
            if (!attempt(List.of(input)) && !putAside(input)) {
                return List.copyOf(group.subList(i, group.size()));
            }
        }
        return List.of();
    }

    /// Believes what the store holds, if that is not so already.
    ///
    /// @throws RuntimeException if the store fails
    void restore() {
        if (!restored) {
            HubMemory memory = store.load();
            controller.restore(memory, clock.now());
            lastNumber = memory.lastNumber();
            restored = true;
            publication.show(controller, clock.now());
        }
    }

    private boolean attempt(List<HubInput> group) {
        try {
            restore();
            Draft draft = new Draft(store, lastNumber);
            for (HubInput input : group) {
                controller.step(clock.now(), input, draft);
            }
            if (!commit(draft.changes())) {
                restored = false;
                return false;
            }
            lastNumber = draft.lastNumber();
            perform(draft, group);
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a group of inputs could not be worked", e);
            restored = false;
            return false;
        }
    }

    private boolean commit(HubChanges changes) {
        long start = System.nanoTime();
        CommitOutcome outcome = store.commit(changes);
        counts.add(Counted.COMMIT_NANOS, System.nanoTime() - start);
        return switch (outcome) {
            case CommitOutcome.Committed() -> {
                counts.add(Counted.COMMITS, 1);
                storageWorks |= !changes.isEmpty();
                yield true;
            }
            case CommitOutcome.Failed(String why) -> {
                counts.add(Counted.COMMITS_FAILED, 1);
                if (storageWorks) {
                    // Said once, and not at each of the tries that follow.
                    LOG.log(System.Logger.Level.ERROR, "a commit failed: {0}", why);
                }
                yield false;
            }
        };
    }

    private void perform(Draft draft, List<HubInput> group) {
        draft.effects().forEach(effect -> guarded(() -> perform(effect)));
        for (HubInput input : group) {
            if (input instanceof HubInput.MessageArrived message) {
                guarded(message.receipt());
            }
        }
        for (Quarantined bad : draft.quarantined()) {
            LOG.log(System.Logger.Level.WARNING, "quarantined {0}: {1}", bad.topic(), bad.why());
        }
        guarded(() -> publication.follow(draft, controller, clock.now()));
    }

    private void perform(HubEffect effect) {
        switch (effect) {
            case HubEffect.Answer(var gate, var acknowledgement) ->
                    wire.answer(gate, acknowledgement);
            case HubEffect.Send(var command) -> wire.send(command, OpenCommands.EXPIRY);
            case HubEffect.TellPeer(var to, var from, long after, var texts) ->
                    wire.tellPeer(to, from, after, texts);
            case HubEffect.Greet(var compound) -> wire.greet(compound);
            case HubEffect.Settle(CompletableFuture<ActOutcome> answer, ActOutcome outcome) ->
                    answer.complete(outcome);
        }
    }

    /// What is done after a commit cannot undo it; a failure there is counted and said.
    private void guarded(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            counts.add(Counted.INPUTS_FAILED, 1);
            LOG.log(System.Logger.Level.ERROR, "what follows from a commit failed", e);
        }
    }

    /// Takes an input that failed out of the way.
    ///
    /// @return false if the store fails, so that the input is perhaps not to blame
    private boolean putAside(HubInput input) {
        storageWorks = commit(asideOf(input));
        if (!storageWorks) {
            return false;
        }
        counts.add(Counted.INPUTS_FAILED, 1);
        switch (input) {
            case HubInput.MessageArrived message -> guarded(message.receipt());
            case HubInput.ActRequested asked -> asked.answer().complete(new ActOutcome.NoAnswer());
            case HubInput.LinkUp _,
                    HubInput.LinkLost _,
                    HubInput.PeopleImported _,
                    HubInput.TimeIsDue _ -> {}
        }
        return true;
    }

    private HubChanges asideOf(HubInput input) {
        String why = "a handler failed";
        Quarantined row =
                input instanceof HubInput.MessageArrived message
                        ? new Quarantined(
                                clock.now().wall(), message.topic(), why, message.payload())
                        : new Quarantined(
                                clock.now().wall(),
                                input.getClass().getSimpleName(),
                                why,
                                new byte[0]);
        return new HubChanges(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(row));
    }
}
