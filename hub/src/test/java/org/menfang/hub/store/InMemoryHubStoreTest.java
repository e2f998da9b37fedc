package org.menfang.hub.store;

class InMemoryHubStoreTest extends HubStoreContract {
    private final HubStore store = new InMemoryHubStore();

    @Override
    HubStore open() {
        return store;
    }
}
