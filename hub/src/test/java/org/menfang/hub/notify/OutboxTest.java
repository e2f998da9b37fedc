package org.menfang.hub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.notify.WayHealth.State;
import org.menfang.hub.page.Language;
import org.menfang.vocabulary.OperatorName;

class OutboxTest {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final OperatorName WANG = new OperatorName("王建国");
    private static final OperatorName LI = new OperatorName("李大姐");
    private static final Way ROBOT = way("wecom-1", null, Language.ZH);
    private static final Way ENGLISH = way("ntfy-2", null, Language.EN);
    private static final Way OWN = way("sms-3", WANG, Language.ZH);

    private final InMemoryOutbox store = new InMemoryOutbox();
    private final ScriptedDelivery delivery = new ScriptedDelivery();
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private Instant now = T0;
    private Outbox outbox;

    @BeforeEach
    void open() {
        store.save(ROBOT.id(), new WayAddress("https://robot.example", "", ""));
        store.save(ENGLISH.id(), new WayAddress("https://ntfy.example/t", "", ""));
        store.save(OWN.id(), new WayAddress("13800000000", "", ""));
        restart();
    }

    private void restart() {
        outbox =
                Outbox.open(
                        new Outbox.Parts(store, store, delivery, jobs::add, () -> now, () -> 1));
        outbox.use(List.of(ROBOT, ENGLISH, OWN));
    }

    @Test
    void a_notice_for_the_group_takes_all_its_ways_each_in_its_language() {
        outbox.tell(notice("a", Urgency.ALARM, "门开着"));
        work();
        assertEquals(List.of("wecom-1 门开着", "ntfy-2 [en] 门开着"), delivery.told);
        assertEquals(List.of(), store.waiting());
    }

    @Test
    void a_notice_for_a_person_takes_the_ways_of_this_person() {
        outbox.tell(notice("a", Urgency.ALARM, "门开着", WANG));
        work();
        assertEquals(List.of("sms-3 门开着"), delivery.told);
    }

    @Test
    void where_nobody_who_is_named_has_a_way_the_group_is_told() {
        outbox.tell(notice("a", Urgency.ALARM, "门开着", LI));
        work();
        assertEquals(2, delivery.told.size());
    }

    @Test
    void a_newer_notice_takes_the_place_of_one_that_still_waits() {
        outbox.tell(notice("a", Urgency.ALARM, "一次", WANG));
        outbox.tell(notice("b", Urgency.ALARM, "别的", WANG));
        outbox.tell(notice("a", Urgency.ALARM, "两次", WANG));
        work();
        assertEquals(List.of("sms-3 别的", "sms-3 两次"), delivery.told);
    }

    @Test
    void one_that_is_on_its_way_when_a_newer_comes_is_not_tried_again() {
        outbox.tell(notice("a", Urgency.ALARM, "一次", WANG));
        outbox.round();
        outbox.tell(notice("a", Urgency.ALARM, "两次", WANG));
        delivery.next.add(Sent.failed(Failure.UNREACHABLE, ""));
        work();
        now = now.plusSeconds(600);
        work();
        assertEquals(List.of("sms-3 一次", "sms-3 两次"), delivery.told);
    }

    @Test
    void what_fails_is_tried_again_after_longer_and_longer_pauses_until_it_is_of_no_use() {
        List<Long> triedAt = new ArrayList<>();
        outbox.tell(notice("a", Urgency.ALARM, "门开着", WANG));
        for (int second = 0; second < 700; second++) {
            now = T0.plusSeconds(second);
            delivery.next.add(Sent.failed(Failure.SERVER_FAILED, "status 503"));
            int before = delivery.told.size();
            work();
            if (delivery.told.size() > before) {
                triedAt.add((long) second);
            }
        }
        assertEquals(List.of(0L, 2L, 6L, 14L, 30L), triedAt.subList(0, 5));
        assertTrue(triedAt.getLast() < 600);
        assertEquals(List.of(), store.waiting());
        assertEquals(List.of(new LostAlarm(OWN.id(), "a", Loss.TOO_LATE)), outbox.takeLost());
        assertEquals(List.of(), outbox.takeLost());
    }

    @Test
    void a_slow_way_holds_up_no_other_and_gets_one_message_at_a_time() {
        outbox.tell(notice("a", Urgency.ALARM, "一"));
        outbox.tell(notice("b", Urgency.ALARM, "二"));
        outbox.round();
        outbox.round();
        assertEquals(2, jobs.size());
        jobs.poll().run();
        outbox.round();
        assertEquals(2, jobs.size());
    }

    @Test
    void a_server_that_asks_to_be_left_alone_is_left_alone() {
        delivery.next.add(
                new Sent.Failed(Failure.THROTTLED, "errcode 130101", Duration.ofMinutes(10)));
        outbox.tell(notice("a", Urgency.ALARM, "门开着", WANG));
        work();
        now = T0.plusSeconds(599);
        outbox.tell(notice("b", Urgency.ALARM, "又来", WANG));
        work();
        assertEquals(1, delivery.told.size());
        now = T0.plusSeconds(600);
        outbox.tell(notice("b", Urgency.ALARM, "又来", WANG));
        work();
        assertEquals(2, delivery.told.size());
    }

    @Test
    void what_waits_outlives_a_restart_and_what_was_sent_is_not_sent_again() {
        outbox.tell(notice("a", Urgency.ALARM, "到了", WANG));
        work();
        delivery.next.add(Sent.failed(Failure.UNREACHABLE, ""));
        outbox.tell(notice("b", Urgency.ALARM, "没到", WANG));
        work();
        restart();
        now = T0.plusSeconds(60);
        work();
        assertEquals(List.of("sms-3 到了", "sms-3 没到", "sms-3 没到"), delivery.told);
        assertEquals(List.of(), store.waiting());
    }

    @Test
    void a_message_that_was_sent_but_not_recorded_before_a_crash_is_sent_again() {
        outbox.tell(notice("a", Urgency.ALARM, "门开着", WANG));
        outbox.round();
        jobs.clear();
        restart();
        work();
        assertEquals(List.of("sms-3 门开着"), delivery.told);
    }

    @Test
    void health_says_how_each_way_did_last() {
        assertEquals(State.UNTRIED, health(OWN).state());
        outbox.tell(notice("a", Urgency.ALARM, "门开着", WANG));
        work();
        assertEquals(State.WORKS, health(OWN).state());
        assertEquals(T0, health(OWN).trace().succeededAt());
        now = T0.plusSeconds(5);
        delivery.next.add(Sent.failed(Failure.WRONG_SECRET, "errcode 310000"));
        outbox.tell(notice("b", Urgency.ALARM, "门开着", WANG));
        work();
        assertEquals(State.FAILS, health(OWN).state());
        assertEquals(Failure.WRONG_SECRET, health(OWN).trace().failure());
        assertEquals(1, health(OWN).waiting());
        assertEquals(new WayHealth.Figures(1, 1, 0), health(OWN).figures());
        restart();
        assertEquals(T0, health(OWN).trace().succeededAt());
        assertEquals(Failure.WRONG_SECRET, health(OWN).trace().failure());
    }

    @Test
    void a_way_whose_test_did_not_come_for_a_week_does_not_count_as_working() {
        outbox.tell(notice("a", Urgency.ALARM, "门开着"));
        work();
        assertFalse(WayHealth.isGroupDeaf(outbox.health()));
        now = T0.plus(Duration.ofDays(8)).plusSeconds(1);
        assertEquals(State.STALE, health(ROBOT).state());
        assertTrue(WayHealth.isGroupDeaf(outbox.health()));
    }

    @Test
    void a_group_without_any_way_is_told_nothing_and_is_not_called_deaf() {
        outbox.use(List.of(OWN));
        outbox.tell(notice("a", Urgency.ALARM, "门开着"));
        work();
        assertEquals(List.of(), delivery.told);
        assertFalse(WayHealth.isGroupDeaf(outbox.health()));
    }

    @Test
    void a_paused_way_gets_nothing_new_and_goes_on_with_what_is_still_of_use() {
        outbox.tell(notice("a", Urgency.ALARM, "之前"));
        Way paused = ROBOT.paused(true);
        outbox.use(List.of(paused));
        outbox.tell(notice("b", Urgency.ALARM, "其间"));
        work();
        assertEquals(List.of(), delivery.told);
        assertEquals(State.PAUSED, health(ROBOT).state());
        outbox.use(List.of(ROBOT));
        work();
        assertEquals(List.of("wecom-1 之前"), delivery.told);
    }

    @Test
    void a_way_that_is_removed_leaves_neither_messages_nor_address_behind() {
        outbox.tell(notice("a", Urgency.ALARM, "门开着"));
        outbox.round();
        outbox.use(List.of(OWN));
        work();
        assertEquals(List.of(), store.waiting());
        assertEquals(Set.of(OWN.id()), store.all());
        assertTrue(store.traces().isEmpty());
    }

    @Test
    void a_way_whose_address_is_lost_says_so() {
        store.forget(OWN.id());
        outbox.tell(notice("a", Urgency.ALARM, "门开着", WANG));
        work();
        assertEquals(Failure.NO_ADDRESS, health(OWN).trace().failure());
    }

    @Test
    void too_many_messages_cost_news_and_not_alarms() {
        outbox.tell(notice("alarm", Urgency.ALARM, "门开着", WANG));
        for (int i = 0; i < Room.MESSAGES_MAX + 10; i++) {
            outbox.tell(notice("news-" + i, Urgency.NEWS, "第" + i, WANG));
        }
        assertEquals(Room.MESSAGES_MAX, store.waiting().size());
        assertEquals("alarm", store.waiting().getFirst().topic());
        assertEquals(11, health(OWN).figures().lost());
        assertEquals(List.of(), outbox.takeLost());
    }

    @Test
    void whoever_asks_hears_what_became_of_the_first_try() {
        delivery.next.add(Sent.failed(Failure.NO_ANSWER, ""));
        CompletableFuture<Sent> answer = outbox.tell(notice("try", Urgency.CALL, "测试"), ROBOT);
        work();
        assertEquals(Sent.failed(Failure.NO_ANSWER, ""), answer.join());
    }

    @Test
    void what_cannot_be_stored_is_sent_all_the_same() {
        OutboxStore failing =
                new OutboxStore() {
                    @Override
                    public List<Message> waiting() {
                        return List.of();
                    }

                    @Override
                    public Map<WayId, WayTrace> traces() {
                        return Map.of();
                    }

                    @Override
                    public Stored store(Change change) {
                        return new Stored.Failed("disk full");
                    }

                    @Override
                    public Stored forget(WayId way) {
                        return new Stored.Failed("disk full");
                    }
                };
        outbox =
                Outbox.open(
                        new Outbox.Parts(failing, store, delivery, jobs::add, () -> now, () -> 1));
        outbox.use(List.of(ROBOT, ENGLISH, OWN));
        outbox.tell(notice("a", Urgency.ALARM, "一", WANG));
        outbox.tell(notice("b", Urgency.ALARM, "二", WANG));
        work();
        assertEquals(2, delivery.told.size());
        assertEquals(0, health(OWN).waiting());
    }

    /// Sends all that can be sent now.
    private void work() {
        outbox.round();
        while (!jobs.isEmpty()) {
            jobs.poll().run();
            outbox.round();
        }
    }

    private WayHealth health(Way way) {
        return outbox.health().stream()
                .filter(each -> each.way().id().equals(way.id()))
                .findFirst()
                .orElseThrow();
    }

    private Notice notice(String topic, Urgency urgency, String text, OperatorName... to) {
        return new Notice(topic, urgency, text, "[en] " + text, List.of(to), now.plusSeconds(600));
    }

    private static Way way(String id, @Nullable OperatorName owner, Language language) {
        return new Way(new WayId(id), WayKind.NTFY, "值班群", owner, language, false);
    }
}
