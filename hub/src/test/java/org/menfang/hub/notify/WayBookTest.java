package org.menfang.hub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.notify.Notice.Urgency;
import org.menfang.hub.page.Language;
import org.menfang.vocabulary.OperatorName;

class WayBookTest {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final OperatorName ZHAO = new OperatorName("赵主任");
    private static final OperatorName WANG = new OperatorName("王建国");
    private static final WayAddress ADDRESS =
            new WayAddress("https://secret.example/key-7Qe2", "SEC-7Qe2", "");

    private final InMemoryBookStore lines = new InMemoryBookStore();
    private final InMemoryOutbox store = new InMemoryOutbox();
    private final ScriptedDelivery delivery = new ScriptedDelivery();
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = T0;
    private Ways chapter;
    private Book book;
    private Outbox outbox;
    private WayBook ways;

    @BeforeEach
    void open() {
        chapter = new Ways();
        book = Book.open(lines, () -> now, List.of(chapter));
        outbox =
                Outbox.open(
                        new Outbox.Parts(
                                store, store, delivery, Runnable::run, () -> now, () -> 1));
        ways =
                new WayBook(
                        new WayBook.Parts(
                                book,
                                chapter,
                                outbox,
                                store,
                                store,
                                (_, address) ->
                                        address.target().startsWith("https:")
                                                ? Optional.empty()
                                                : Optional.of("refused.notify.not-https"),
                                () -> new WayId("way-" + ids.incrementAndGet())));
    }

    @Test
    void the_book_says_that_a_way_was_set_up_and_nothing_secret() {
        WayId id = setUp(ZHAO, WayKind.DINGTALK, false);
        assertEquals(Optional.of(ADDRESS), store.find(id));
        List<String> texts = new ArrayList<>();
        lines.replay(line -> texts.add(line.text()));
        assertTrue(texts.getFirst().contains("notify.way-set-up"));
        assertTrue(texts.getFirst().contains("赵主任"));
        assertFalse(texts.getFirst().contains("7Qe2"));
        assertFalse(ADDRESS.toString().contains("7Qe2"));
    }

    @Test
    void ways_are_there_again_after_a_restart() {
        WayId group = setUp(ZHAO, WayKind.WECOM, false);
        WayId own = setUp(WANG, WayKind.SMS, true);
        assertInstanceOf(Outcome.Done.class, ways.pause(ZHAO, false, group));
        open();
        assertEquals(
                new Way(group, WayKind.WECOM, "值班群", null, Language.ZH, true),
                ways.health(null).getFirst().way());
        assertEquals(
                new Way(own, WayKind.SMS, "值班群", WANG, Language.ZH, false),
                ways.health(WANG).getFirst().way());
    }

    @Test
    void a_bad_address_is_refused_and_kept_nowhere() {
        NewWay wanted =
                new NewWay(
                        WayKind.NTFY,
                        "值班群",
                        false,
                        Language.ZH,
                        new WayAddress("http://evil.example", "", ""));
        assertEquals(
                new WayBook.SetUp(new Outcome.Refused("refused.notify.not-https"), null),
                ways.setUp(ZHAO, wanted));
        assertEquals(Set.of(), store.all());
    }

    @Test
    void a_name_has_to_be_one_that_people_can_read() {
        for (String name : List.of("", " ", "x".repeat(21), "值\n班")) {
            NewWay wanted = new NewWay(WayKind.NTFY, name, false, Language.ZH, ADDRESS);
            assertEquals(
                    new Outcome.Refused("refused.notify.name"), ways.setUp(ZHAO, wanted).outcome());
        }
    }

    @Test
    void a_robot_of_a_group_is_nobodys_own() {
        NewWay wanted = new NewWay(WayKind.WECOM, "我的", true, Language.ZH, ADDRESS);
        assertEquals(
                new Outcome.Refused("refused.notify.not-personal"),
                ways.setUp(WANG, wanted).outcome());
    }

    @Test
    void nobody_has_more_than_three_ways_and_the_group_not_more_than_twenty() {
        for (int i = 0; i < WayBook.WAYS_A_PERSON_MAX; i++) {
            setUp(WANG, WayKind.BARK, true);
        }
        assertTooMany(WANG, WayKind.BARK, true);
        for (int i = 0; i < WayBook.GROUP_WAYS_MAX; i++) {
            setUp(ZHAO, WayKind.WECOM, false);
        }
        assertTooMany(ZHAO, WayKind.WECOM, false);
        assertEquals(WayBook.WAYS_A_PERSON_MAX + WayBook.GROUP_WAYS_MAX, store.all().size());
        setUp(ZHAO, WayKind.SMS, true);
    }

    @Test
    void nobody_works_on_the_ways_of_somebody_else() {
        WayId own = setUp(WANG, WayKind.SMS, true);
        WayId group = setUp(ZHAO, WayKind.WECOM, false);
        Outcome gone = new Outcome.Refused("refused.notify.gone");
        assertEquals(gone, ways.pause(ZHAO, true, own));
        assertEquals(gone, ways.remove(ZHAO, false, own));
        assertEquals(gone, ways.remove(WANG, true, group));
        assertNull(ways.tryNow(ZHAO, true, own));
        assertNull(ways.tryNow(WANG, true, group));
        assertEquals(List.of(), ways.health(ZHAO));
    }

    @Test
    void a_paused_way_can_be_resumed_and_pausing_twice_is_one_entry() {
        WayId id = setUp(ZHAO, WayKind.WECOM, false);
        ways.pause(ZHAO, false, id);
        assertEquals(new Outcome.Done(List.of()), ways.pause(ZHAO, false, id));
        assertEquals(WayHealth.State.PAUSED, ways.health(null).getFirst().state());
        ways.resume(ZHAO, false, id);
        assertEquals(WayHealth.State.UNTRIED, ways.health(null).getFirst().state());
    }

    @Test
    void a_removed_way_takes_its_secrets_with_it() {
        WayId id = setUp(ZHAO, WayKind.WECOM, false);
        outbox.tell(notice());
        ways.remove(ZHAO, false, id);
        assertEquals(Set.of(), store.all());
        assertEquals(List.of(), store.waiting());
        assertEquals(List.of(), ways.health(null));
    }

    @Test
    void a_try_says_what_became_of_it() {
        WayId id = setUp(ZHAO, WayKind.WECOM, false);
        delivery.next.add(Sent.failed(Failure.WRONG_SECRET, "errcode 310000"));
        var answer = Objects.requireNonNull(ways.tryNow(ZHAO, false, id));
        outbox.round();
        assertEquals(Sent.failed(Failure.WRONG_SECRET, "errcode 310000"), answer.join());
        assertEquals(WayHealth.State.FAILS, ways.health(null).getFirst().state());
    }

    @Test
    void an_alarm_that_was_never_told_stands_in_the_book() {
        WayId id = setUp(ZHAO, WayKind.WECOM, false);
        delivery.next.add(Sent.failed(Failure.UNREACHABLE, ""));
        outbox.tell(notice());
        outbox.round();
        now = now.plusSeconds(601);
        outbox.round();
        ways.recordLost();
        List<String> texts = new ArrayList<>();
        lines.replay(line -> texts.add(line.text()));
        assertTrue(texts.getLast().contains("notify.alarm-not-told"));
        assertTrue(texts.getLast().contains(id.value()));
        assertTrue(texts.getLast().contains("TOO_LATE"));
    }

    private Notice notice() {
        return new Notice(
                "alarm/7", Urgency.ALARM, "门开着", "A door", List.of(), now.plusSeconds(600));
    }

    private void assertTooMany(OperatorName by, WayKind kind, boolean personal) {
        assertEquals(
                new Outcome.Refused("refused.notify.too-many"),
                ways.setUp(by, new NewWay(kind, "值班群", personal, Language.ZH, ADDRESS)).outcome());
    }

    private WayId setUp(OperatorName by, WayKind kind, boolean personal) {
        WayBook.SetUp done =
                ways.setUp(by, new NewWay(kind, "值班群", personal, Language.ZH, ADDRESS));
        assertInstanceOf(Outcome.Done.class, done.outcome());
        return Objects.requireNonNull(done.made());
    }
}
