package org.menfang.gate.sqlite;

import java.time.Duration;

/// What bounds the journal.
///
/// @param journalRequestsMax how many requests may wait for the disk, those included that are tried
///   again; what comes beyond is dropped and told
/// @param batchRequestsMax how many requests go into one commit
/// @param readRequestsMax how many reads may wait
/// @param journalEventsMax how many events of a stream are kept; the oldest are dropped first
/// @param dropEventsMax how many events one step of dropping deletes
/// @param firstRetry how long the journal waits after the first failure; doubled after each further
///   one
/// @param lastRetry how long it waits at most
/// @param closeWait how long closing waits for what is still to be stored
public record JournalLimits(
        int journalRequestsMax,
        int batchRequestsMax,
        int readRequestsMax,
        int journalEventsMax,
        int dropEventsMax,
        Duration firstRetry,
        Duration lastRetry,
        Duration closeWait) {
    /// For a gate. 20,000 requests are about 10 MB and, on a busy day, several hours.
    public static final JournalLimits STANDARD =
            new JournalLimits(
                    20_000,
                    500,
                    64,
                    1_000_000,
                    500,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10));

    public JournalLimits {
        if (journalRequestsMax < 1
                || batchRequestsMax < 1
                || readRequestsMax < 1
                || journalEventsMax < 1
                || dropEventsMax < 1) {
            throw new IllegalArgumentException("every limit of the journal is at least 1");
        }
    }

    /// How many events are dropped at a time, so that one event can speak of many.
    int dropRangeEvents() {
        return Math.max(1, journalEventsMax / 100);
    }

    JournalLimits withRequests(int requestsMax) {
        return new JournalLimits(
                requestsMax,
                batchRequestsMax,
                readRequestsMax,
                journalEventsMax,
                dropEventsMax,
                firstRetry,
                lastRetry,
                closeWait);
    }

    JournalLimits withEvents(int eventsMax) {
        return new JournalLimits(
                journalRequestsMax,
                batchRequestsMax,
                readRequestsMax,
                eventsMax,
                dropEventsMax,
                firstRetry,
                lastRetry,
                closeWait);
    }

    JournalLimits withRetries(Duration first, Duration last) {
        return new JournalLimits(
                journalRequestsMax,
                batchRequestsMax,
                readRequestsMax,
                journalEventsMax,
                dropEventsMax,
                first,
                last,
                closeWait);
    }
}
