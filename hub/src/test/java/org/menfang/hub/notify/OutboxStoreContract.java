package org.menfang.hub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.notify.OutboxStore.Change;
import org.menfang.hub.notify.OutboxStore.Stored;

/// What every store of messages and addresses has to do.
public abstract class OutboxStoreContract {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final WayId ROBOT = new WayId("wecom-1");
    private static final WayId PHONE = new WayId("sms-2");

    protected abstract OutboxStore store();

    /// The same store, as a place for addresses.
    protected abstract WayAddresses addresses();

    @Test
    public void messages_come_back_as_they_were_stored_the_oldest_first() {
        store().store(put(message(2, PHONE, 0), message(1, ROBOT, 0)));
        assertEquals(List.of(message(1, ROBOT, 0), message(2, PHONE, 0)), store().waiting());
    }

    @Test
    public void a_message_that_is_stored_again_has_changed() {
        store().store(put(message(1, ROBOT, 0)));
        store().store(put(message(1, ROBOT, 3)));
        assertEquals(List.of(message(1, ROBOT, 3)), store().waiting());
    }

    @Test
    public void what_is_removed_is_gone_and_what_comes_with_it_is_there() {
        store().store(put(message(1, ROBOT, 0), message(2, ROBOT, 0)));
        WayTrace trace = WayTrace.NOTHING.succeeded(T0);
        Change change =
                new Change(List.of(message(3, ROBOT, 0)), Set.of(1L, 2L), Map.of(ROBOT, trace));
        assertEquals(new Stored.Done(), store().store(change));
        assertEquals(List.of(message(3, ROBOT, 0)), store().waiting());
        assertEquals(Map.of(ROBOT, trace), store().traces());
    }

    @Test
    public void how_a_way_did_last_is_kept_whole() {
        WayTrace trace =
                WayTrace.NOTHING
                        .succeeded(T0)
                        .failed(T0.plusSeconds(9), Failure.WRONG_SECRET, "errcode 310000");
        store().store(new Change(List.of(), Set.of(), Map.of(ROBOT, trace)));
        assertEquals(Map.of(ROBOT, trace), store().traces());
    }

    @Test
    public void addresses_are_kept_and_replaced() {
        assertEquals(Optional.empty(), addresses().find(ROBOT));
        WayAddress first = new WayAddress("https://a.example/1", "s", "");
        WayAddress second = new WayAddress("https://a.example/2", "", "{}");
        assertTrue(addresses().save(ROBOT, first));
        assertTrue(addresses().save(ROBOT, second));
        assertEquals(Optional.of(second), addresses().find(ROBOT));
        assertEquals(Set.of(ROBOT), addresses().all());
    }

    @Test
    public void a_forgotten_way_leaves_nothing_behind() {
        store().store(put(message(1, ROBOT, 0), message(2, PHONE, 0)));
        WayTrace trace = WayTrace.NOTHING.succeeded(T0);
        store().store(new Change(List.of(), Set.of(), Map.of(ROBOT, trace, PHONE, trace)));
        addresses().save(ROBOT, new WayAddress("https://a.example", "", ""));
        addresses().save(PHONE, new WayAddress("13800000000", "", ""));
        assertEquals(new Stored.Done(), store().forget(ROBOT));
        assertEquals(List.of(message(2, PHONE, 0)), store().waiting());
        assertEquals(Map.of(PHONE, trace), store().traces());
        assertEquals(Set.of(PHONE), addresses().all());
    }

    private static Change put(Message... messages) {
        return new Change(List.of(messages), Set.of(), Map.of());
    }

    private static Message message(long number, WayId way, int tries) {
        return new Message(
                number,
                way,
                "alarm/xinghua/east/7",
                Urgency.ALARM,
                "东大门：有人强行开门 <&'\">",
                T0,
                T0.plusSeconds(600),
                tries,
                T0.plusSeconds(tries));
    }
}
