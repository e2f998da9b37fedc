package org.menfang.hub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.notify.Notice.Urgency;

class PacingTest {
    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");

    /// Seconds throughout. A message is its urgency, number, `x` tries, `@` when it may be tried
    /// again: `A7x2@30`. Attempts are `count@seconds`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # now | waiting           | attempts | rest | closed | next
                    100   |                   |          |      |        | nothing
                    100   | N1                |          |      |        | N1
                    100   | N1 C2 A3          |          |      |        | A3
                    100   | A5 A4             |          |      |        | A4
                    100   | A4x1 A5           |          |      |        | A5
                    100   | A4x1@120 N5       |          |      |        | N5
                    100   | A4x1@120          |          |      |        | wait 120
                    100   | A4x1@120 N5@110   |          |      |        | wait 110
                    # Room in the minute: ten for alarms, eight for calls, six for news.
                    100   | A1                | 9@90     |      |        | A1
                    100   | A1                | 10@90    |      |        | wait 150
                    100   | A1                | 10@40    |      |        | A1
                    100   | C1                | 7@90     |      |        | C1
                    100   | C1                | 8@90     |      |        | wait 150
                    100   | C1 A2             | 8@90     |      |        | A2
                    100   | N1                | 5@90     |      |        | N1
                    100   | N1                | 6@90     |      |        | wait 150
                    100   | N1 C2             | 6@90     |      |        | C2
                    # A way that failed rests; an alarm that was never tried does not wait for it.
                    100   | N1                |          | 130  |        | wait 130
                    100   | A1                |          | 130  |        | A1
                    100   | A1x1              |          | 130  |        | wait 130
                    100   | A1x1 A2           |          | 130  |        | A2
                    # A server that asked to be left alone is left alone, whatever waits.
                    100   | A1                |          |      | 400    | wait 400
                    100   | A1                |          |      | 99     | A1
                    # A clock that was set back silences no way.
                    100   | N1@9000           |          |      |        | N1
                    100   | N1                |          | 9000 |        | N1
                    100   | A1                |          |      | 9000   | A1
                    100   | A1                | 10@5000  |      |        | A1
                    """)
    void the_most_urgent_goes_first_and_no_way_is_overrun(
            long now, String waiting, String attempts, Long rest, Long closed, String next) {
        WayPace pace =
                new WayPace(attempts(attempts), 0, at(rest, Instant.MIN), at(closed, Instant.MIN));
        Pacing.Next decided =
                Pacing.next(T0.plusSeconds(now), messages(waiting, T0.plusSeconds(now)), pace);
        assertEquals(next, describe(decided));
    }

    @ParameterizedTest
    @CsvSource({
        "1, NEWS, 2",
        "2, NEWS, 4",
        "3, NEWS, 8",
        "5, CALL, 32",
        "8, CALL, 256",
        "9, CALL, 300",
        "60, NEWS, 300",
        "1, ALARM, 2",
        "4, ALARM, 16",
        "5, ALARM, 30",
        "60, ALARM, 30"
    })
    void pauses_grow_up_to_a_bound(int tries, Urgency urgency, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Pacing.pause(tries, urgency, 1));
        assertEquals(Duration.ofMillis(seconds * 500), Pacing.pause(tries, urgency, 0));
    }

    @Test
    void a_way_that_tries_again_and_again_keeps_to_its_minute() {
        WayPace pace = WayPace.FRESH;
        Message alarm = messages("A1", T0).getFirst();
        int sent = 0;
        for (int second = 0; second < 600; second++) {
            Instant now = T0.plusSeconds(second);
            if (Pacing.next(now, List.of(alarm), pace) instanceof Pacing.Next.Send) {
                pace = pace.tried(now);
                sent++;
                assertTrue(
                        pace.attemptsSince(now, Duration.ofMinutes(1)).size()
                                <= Pacing.MESSAGES_A_MINUTE_MAX);
            }
        }
        assertEquals(100, sent);
    }

    @Test
    void news_give_way_first_and_the_oldest_of_them() {
        List<Message> all =
                IntStream.rangeClosed(1, Room.MESSAGES_MAX + 2)
                        .mapToObj(number -> messages((number % 2 == 0 ? "A" : "N") + number, T0))
                        .map(List::getFirst)
                        .toList();
        assertEquals(List.of(1L, 3L), numbers(Room.givesWay(all)));
        assertEquals(List.of(), Room.givesWay(all.subList(2, all.size())));
    }

    @Test
    void an_alarm_gives_way_only_where_nothing_but_alarms_waits() {
        List<Message> alarms =
                IntStream.rangeClosed(1, Room.MESSAGES_MAX + 1)
                        .mapToObj(number -> messages("A" + number, T0).getFirst())
                        .toList();
        assertEquals(List.of(1L), numbers(Room.givesWay(alarms)));
    }

    private static List<Long> numbers(List<Message> messages) {
        return messages.stream().map(Message::number).toList();
    }

    private static List<Instant> attempts(String text) {
        if (text == null) {
            return List.of();
        }
        String[] parts = text.split("@", -1);
        return IntStream.range(0, Integer.parseInt(parts[0]))
                .mapToObj(_ -> T0.plusSeconds(Long.parseLong(parts[1])))
                .toList();
    }

    private static Instant at(Long seconds, Instant none) {
        return seconds == null ? none : T0.plusSeconds(seconds);
    }

    private static List<Message> messages(String text, Instant now) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(each -> message(each, now)).toList();
    }

    private static Message message(String text, Instant now) {
        String[] late = text.split("@", -1);
        String[] tried = late[0].split("x", -1);
        Urgency urgency =
                switch (text.charAt(0)) {
                    case 'A' -> Urgency.ALARM;
                    case 'C' -> Urgency.CALL;
                    default -> Urgency.NEWS;
                };
        return new Message(
                Long.parseLong(tried[0].substring(1)),
                new WayId("wecom-1"),
                "topic",
                urgency,
                "text",
                T0,
                T0.plusSeconds(100_000),
                tried.length > 1 ? Integer.parseInt(tried[1]) : 0,
                late.length > 1 ? T0.plusSeconds(Long.parseLong(late[1])) : now);
    }

    private static String describe(Pacing.Next next) {
        return switch (next) {
            case Pacing.Next.Send(Message message) ->
                    message.urgency().name().charAt(0) + "" + message.number();
            case Pacing.Next.Wait(Instant until) ->
                    "wait " + Duration.between(T0, until).toSeconds();
            case Pacing.Next.Nothing() -> "nothing";
        };
    }
}
