package org.menfang.hub.loop;

import org.menfang.hub.store.ForwardingHubStore;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.HubStore;

/// A store whose commits fail when they are told to.
final class FailingStore implements ForwardingHubStore {
    private final HubStore store;
    private boolean fails;

    FailingStore(HubStore store) {
        this.store = store;
    }

    void fail(boolean fails) {
        this.fails = fails;
    }

    @Override
    public HubStore to() {
        return store;
    }

    @Override
    public CommitOutcome commit(HubChanges changes) {
        return fails && !changes.isEmpty()
                ? new CommitOutcome.Failed("on purpose")
                : store.commit(changes);
    }
}
