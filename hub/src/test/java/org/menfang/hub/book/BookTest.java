package org.menfang.hub.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

class BookTest {
    private static final OperatorName LI = new OperatorName("李梅");
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    record Said(String what) implements EntryBody {}

    record Whispered(String what) implements EntryBody {}

    /// Remembers what was said.
    private static final class Sayings implements Chapter {
        final List<String> said = new ArrayList<>();

        @Override
        public List<EntryType<?>> types() {
            return List.of(new EntryType<>("test.said", Said.class));
        }

        @Override
        public void take(Entry entry) {
            said.add(entry.seq() + " " + entry.by() + " " + ((Said) entry.body()).what());
        }
    }

    private final InMemoryBookStore store = new InMemoryBookStore();
    private Sayings sayings = new Sayings();
    private Book book = open(store);

    private Book open(BookStore lines) {
        sayings = new Sayings();
        return Book.open(lines, () -> NOON, List.of(sayings));
    }

    private Outcome say(String... words) {
        return book.decide(
                LI,
                _ ->
                        new Verdict.Write(
                                Arrays.stream(words)
                                        .map(word -> (EntryBody) new Said(word))
                                        .toList()));
    }

    @Test
    void what_was_written_is_known_and_known_again_after_a_restart() {
        say("灯坏了", "门开着");
        say("修好了");
        List<String> known = List.of("1 李梅 灯坏了", "2 李梅 门开着", "3 李梅 修好了");
        assertEquals(known, sayings.said);
        Head head = book.head();
        assertEquals(3, head.seq());
        assertEquals(NOON, head.at());
        book = open(store);
        assertEquals(known, sayings.said);
        assertEquals(head, book.head());
    }

    @Test
    void a_line_is_chained_to_the_one_before_it() {
        say("a", "b");
        List<Line> lines = new ArrayList<>();
        store.replay(lines::add);
        assertEquals(
                "{\"seq\":1,\"at\":\"2026-05-01T04:00:00Z\",\"by\":\"李梅\",\"prevhash\":\""
                        + "0".repeat(64)
                        + "\",\"type\":\"test.said\",\"body\":{\"what\":\"a\"}}",
                lines.getFirst().text());
        assertEquals(Sha256.of(lines.getFirst().text()), lines.getFirst().hash());
        assertTrue(lines.getLast().text().contains(lines.getFirst().hash().value()));
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        Outcome outcome = book.decide(LI, _ -> Verdict.refuse("refused.storage"));
        assertEquals(new Outcome.Refused("refused.storage"), outcome);
        assertEquals(0, book.head().seq());
    }

    @Test
    void a_log_that_cannot_be_written_says_so_and_nothing_is_believed() {
        BookStore failing =
                new BookStore() {
                    @Override
                    public void replay(Consumer<Line> reader) {}

                    @Override
                    public Append append(List<Line> lines) {
                        return new Append.Failed("disk full");
                    }
                };
        book = open(failing);
        assertEquals(new Outcome.Failed("disk full"), say("a"));
        assertEquals(List.of(), sayings.said);
        assertEquals(0, book.head().seq());
    }

    @Test
    void a_log_in_which_somebody_changed_lost_or_moved_a_line_is_not_opened() {
        say("a", "b", "c");
        assertDamaged(lines -> List.of(lines.get(0), changed(lines.get(1)), lines.get(2)));
        assertDamaged(lines -> List.of(lines.get(0), rehashed(lines.get(1)), lines.get(2)));
        assertDamaged(lines -> List.of(lines.get(0), lines.get(2)));
        assertDamaged(lines -> List.of(lines.get(1), lines.get(0), lines.get(2)));
        assertDamaged(lines -> List.of(lines.get(1), lines.get(2)));
    }

    @Test
    void an_entry_of_a_later_version_counts_in_the_chain() {
        Book later =
                Book.open(
                        store,
                        () -> NOON,
                        List.of(
                                new Chapter() {
                                    @Override
                                    public List<EntryType<?>> types() {
                                        return List.of(
                                                new EntryType<>("test.whispered", Whispered.class));
                                    }

                                    @Override
                                    public void take(Entry entry) {}
                                }));
        later.decide(LI, _ -> Verdict.write(new Whispered("psst")));
        book = open(store);
        say("a");
        assertEquals(List.of("2 李梅 a"), sayings.said);
    }

    @Test
    void a_listener_hears_what_is_durable() {
        List<Long> heard = new ArrayList<>();
        book.listen(entry -> heard.add(entry.seq()));
        assertInstanceOf(Outcome.Done.class, say("a", "b"));
        assertEquals(List.of(1L, 2L), heard);
    }

    private static Line changed(Line line) {
        return new Line(line.seq(), line.hash(), line.text().replace("\"b\"", "\"x\""));
    }

    private static Line rehashed(Line line) {
        String text = changed(line).text();
        return new Line(line.seq(), Sha256.of(text), text);
    }

    private void assertDamaged(UnaryOperator<List<Line>> harm) {
        List<Line> lines = new ArrayList<>();
        store.replay(lines::add);
        InMemoryBookStore harmed = new InMemoryBookStore();
        harmed.append(harm.apply(List.copyOf(lines)));
        assertThrows(DamagedBookException.class, () -> open(harmed));
    }
}
