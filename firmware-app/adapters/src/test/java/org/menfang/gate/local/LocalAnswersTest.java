package org.menfang.gate.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.hardware.ReaderState;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.signs.GateSigns;
import org.menfang.gate.signs.LineSigns;
import org.menfang.gate.signs.ReaderSigns;
import org.menfang.json.Parsed;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.ReaderId;

@Timeout(60)
class LocalAnswersTest {
    private static final byte[] SET = new byte[3 << 20];

    static {
        Arrays.fill(SET, (byte) '\n');
    }

    private static final LocalInstalls NO_INSTALLS = new LocalInstalls(ReaderInstalls.NONE);

    @TempDir Path folder;

    @Test
    void questions_about_events_and_rules_are_answered() throws IOException {
        try (LocalAnswers _ = LocalAnswers.start(socket(), new FewRecords(), new OneReader())) {
            Records records = new LocalQuestions(socket());
            assertEquals(new EventSearch.Found("{\"持有人\":1}\n"), records.event(1));
            assertEquals(new EventSearch.NotKept(), records.event(2));
            assertEquals(new EventSearch.Unreadable("no disk today"), records.event(3));
            RuleParcel parcel = assertInstanceOf(RuleSearch.Found.class, records.rules(7)).parcel();
            assertEquals(RuleParcel.Form.SIGNED, parcel.form());
            assertArrayEquals(SET, parcel.bytes());
            assertEquals(new RuleSearch.NotKept(), records.rules(8));
            assertEquals(new RuleSearch.Unreadable("no disk"), records.rules(9));
        }
    }

    @Test
    void a_reader_is_given_a_key_and_tells_how_far_it_is() throws IOException {
        ReaderId reader = new ReaderId("north-in");
        try (LocalAnswers _ = LocalAnswers.start(socket(), new FewRecords(), new OneReader())) {
            LocalQuestions questions = new LocalQuestions(socket());
            assertEquals(Optional.empty(), questions.beginInstall(reader, OptionalInt.of(7)));
            assertEquals(
                    Optional.of("在 7 号 / at 7"),
                    questions.beginInstall(reader, OptionalInt.empty()));
            assertEquals(
                    Optional.of(new ReaderInstalls.Progress(true, false, "没有应答 / silent")),
                    questions.progress(reader));
            assertEquals(Optional.empty(), questions.progress(new ReaderId("south-in")));
            assertEquals("unreadable an address is 0 to 126\n", say("install north-in 127\n"));
            assertTrue(say("install north-in x\n").startsWith("unreadable "));
            assertTrue(say("install\n").startsWith("unreadable "));
        }
    }

    @Test
    void a_gate_tells_how_it_is() throws IOException {
        GateSigns signs =
                new GateSigns(
                        "1",
                        "linux",
                        Instant.parse("2026-11-23T01:00:00Z"),
                        60,
                        true,
                        -5,
                        false,
                        true,
                        3,
                        new GateSigns.StorageSigns(true, "", 7),
                        new GateSigns.RulesSigns(3, 120),
                        new GateSigns.HubSigns(true, "", false, 1, 2),
                        List.of(
                                new LineSigns("board", 5, false, true, ""),
                                new LineSigns("in-1", 6, true, null, "it does not answer")),
                        List.of(
                                new ReaderSigns(
                                        new ReaderId("north-in"),
                                        new ReaderSigns.Delivered(ReaderSigns.Kind.CARD, "0101", 9),
                                        "",
                                        false,
                                        new ReaderState.OnWires(
                                                new ReaderId("north-in"),
                                                false,
                                                null,
                                                1,
                                                2,
                                                3,
                                                4,
                                                5,
                                                6),
                                        null)));
        try (LocalAnswers _ =
                LocalAnswers.start(socket(), new FewRecords(), new OneReader(), () -> signs)) {
            assertEquals(Parsed.read(signs), new LocalQuestions(socket()).signs());
        }
        try (LocalAnswers _ = LocalAnswers.start(socket(), new FewRecords(), new OneReader())) {
            assertInstanceOf(Parsed.Malformed.class, new LocalQuestions(socket()).signs());
        }
        assertInstanceOf(Parsed.Malformed.class, new LocalQuestions(socket()).signs());
    }

    @Test
    void nobody_else_can_open_the_socket_and_none_is_left_behind() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(socket(), "left by a gate that was killed");
        try (LocalAnswers _ = LocalAnswers.start(socket(), new FewRecords(), new OneReader())) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
        }
        assertTrue(Files.notExists(socket()));
        assertInstanceOf(EventSearch.Unreadable.class, new LocalQuestions(socket()).event(1));
    }

    @Test
    void whoever_connects_and_says_nothing_is_sent_away_for_the_next_one() throws IOException {
        try (LocalAnswers _ =
                        LocalAnswers.start(
                                socket(), new FewRecords(), NO_INSTALLS, Duration.ofMillis(50));
                SocketChannel silent = connect()) {
            assertEquals(new EventSearch.NotKept(), new LocalQuestions(socket()).event(2));
            assertEquals(-1, silent.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void nonsense_is_answered_or_cut_off_and_the_next_one_is_served() throws IOException {
        try (LocalAnswers _ = LocalAnswers.start(socket(), new FewRecords(), new OneReader())) {
            assertEquals("unreadable nobody knows this question\n", say("open the door\n"));
            assertEquals("unreadable not a number: one\n", say("event one\n"));
            assertEquals("", say("event " + "1".repeat(100_000)));
            assertEquals(new EventSearch.NotKept(), new LocalQuestions(socket()).event(2));
        }
    }

    @Test
    void a_path_that_is_too_long_for_a_socket_is_a_stated_fault() {
        Path deep = folder.resolve("x".repeat(120)).resolve("gate.socket");
        assertThrows(
                IOException.class,
                () -> LocalAnswers.start(deep, new FewRecords(), new OneReader()).close());
    }

    private String say(String question) throws IOException {
        try (SocketChannel channel = connect()) {
            channel.write(ByteBuffer.wrap(question.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(1_000);
            while (channel.read(answer) >= 0) {
                // until it is closed
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
    }

    private Path socket() {
        return folder.resolve("run").resolve("gate.socket");
    }

    /// One event, one set, and a disk that does not always answer.
    private static final class FewRecords implements Records {
        @Override
        public EventSearch event(long seq) {
            return switch ((int) seq) {
                case 1 -> new EventSearch.Found("{\"持有人\":1}\n");
                case 2 -> new EventSearch.NotKept();
                default -> new EventSearch.Unreadable("no disk\ntoday");
            };
        }

        @Override
        public RuleSearch rules(long version) {
            return switch ((int) version) {
                case 7 -> new RuleSearch.Found(RuleParcel.signed(SET));
                case 8 -> new RuleSearch.NotKept();
                default -> new RuleSearch.Unreadable("no disk");
            };
        }
    }

    /// Takes a key where it is found at 7.
    private static final class OneReader implements ReaderInstalls {
        @Override
        public Optional<String> beginInstall(ReaderId reader, OptionalInt foundAt) {
            return foundAt.equals(OptionalInt.of(7))
                    ? Optional.empty()
                    : Optional.of("在 7 号 / at 7");
        }

        @Override
        public Optional<Progress> progress(ReaderId reader) {
            return reader.value().equals("north-in")
                    ? Optional.of(new Progress(true, false, "没有应答 / silent"))
                    : Optional.empty();
        }
    }
}
