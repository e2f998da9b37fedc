package org.menfang.hub.open;

class InMemoryUptimeTest extends UptimeContract {
    @Override
    protected UptimeStore store() {
        return new InMemoryUptime();
    }
}
