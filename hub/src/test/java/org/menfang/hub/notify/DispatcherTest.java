package org.menfang.hub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.page.Language;

@Timeout(60)
class DispatcherTest {
    private static final Way WAY =
            new Way(new WayId("way-1"), WayKind.NTFY, "值班群", null, Language.ZH, false);

    private final InMemoryOutbox store = new InMemoryOutbox();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void what_is_told_goes_out_at_once_and_what_failed_goes_out_later() throws Exception {
        Outbox outbox =
                outbox((_, _, message) -> {
                    told.add(message.text() + message.tries());
                    return message.tries() == 0
                            ? Sent.failed(Failure.NO_ANSWER, "")
                            : new Sent.Delivered();
                });
        try (Dispatcher _ = start(outbox)) {
            outbox.tell(notice());
            assertEquals("门开着0", told.take());
            assertEquals("门开着1", told.take());
        }
        assertEquals(List.of(), store.waiting());
    }

    @Test
    void an_outbox_that_waits_for_a_silent_server_can_be_closed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Outbox outbox =
                outbox((_, _, _) -> {
                    begun.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Sent.failed(Failure.NO_ANSWER, "");
                });
        Dispatcher dispatcher = start(outbox);
        outbox.tell(notice());
        begun.await();
        dispatcher.close();
        assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
        assertEquals(1, store.waiting().size());
    }

    private Dispatcher start(Outbox outbox) {
        return Dispatcher.start(outbox, () -> {}, InstantSource.system(), executor);
    }

    private Outbox outbox(Delivery delivery) {
        store.save(WAY.id(), new WayAddress("https://ntfy.example/t", "", ""));
        Outbox outbox =
                Outbox.open(
                        new Outbox.Parts(
                                store, store, delivery, executor, InstantSource.system(), () -> 0));
        outbox.use(List.of(WAY));
        return outbox;
    }

    private static Notice notice() {
        return new Notice(
                "alarm/7",
                Urgency.ALARM,
                "门开着",
                "A door",
                List.of(),
                Instant.now().plusSeconds(600));
    }
}
