package org.menfang.hub.notify;

class InMemoryOutboxTest extends OutboxStoreContract {
    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    protected OutboxStore store() {
        return outbox;
    }

    @Override
    protected WayAddresses addresses() {
        return outbox;
    }
}
