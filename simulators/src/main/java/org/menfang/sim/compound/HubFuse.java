package org.menfang.sim.compound;

import org.menfang.hub.store.ForwardingHubStore;
import org.menfang.hub.store.HubChanges;
import org.menfang.hub.store.HubStore;

/// Sits before the hub's store: it fails every commit while the disk is bad, and ends the hub after
/// a number of commits, before or after what it commits is durable.
final class HubFuse {
    private int commitsLeft = -1;
    private boolean durableFirst;
    private boolean fails;

    /// Blows at the commit that follows so many.
    ///
    /// @param durableFirst whether that commit becomes durable, so that only the answer is missing
    void blowsAfter(int commits, boolean durableFirst) {
        commitsLeft = commits;
        this.durableFirst = durableFirst;
    }

    /// From now on nothing blows.
    void mend() {
        commitsLeft = -1;
    }

    /// Whether commits fail from now on.
    void fails(boolean now) {
        fails = now;
    }

    HubStore before(HubStore store) {
        return new Fused(store);
    }

    private HubStore.CommitOutcome pass(HubStore store, HubChanges changes) {
        if (fails) {
            return new HubStore.CommitOutcome.Failed("the disk fails");
        }
        if (commitsLeft < 0 || changes.isEmpty()) {
            return store.commit(changes);
        }
        if (commitsLeft-- > 0) {
            return store.commit(changes);
        }
        if (durableFirst) {
            store.commit(changes);
        }
        throw new PowerCut();
    }

    private final class Fused implements ForwardingHubStore {
        private final HubStore store;

        Fused(HubStore store) {
            this.store = store;
        }

        @Override
        public HubStore to() {
            return store;
        }

        @Override
        public CommitOutcome commit(HubChanges changes) {
            return pass(store, changes);
        }
    }
}
