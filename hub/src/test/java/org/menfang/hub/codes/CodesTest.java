package org.menfang.hub.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.enrol.OneTimeCode;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

@Timeout(60)
final class CodesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Invitation INVITED =
            new Invitation(new OperatorName("王芳"), List.of(Role.SHIFT_LEADER), false);
    private static final GateIdentity NORTH = GateIdentity.parse("lane/north").orElseThrow();
    private static final Sha256 HUB = Sha256.of("hub");

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Codes codes;

    @BeforeEach
    void open() throws IOException {
        codes = Codes.open(folder.resolve("codes"), () -> now);
    }

    @Test
    void a_code_works_once() throws IOException {
        String code = codes.makeSignIn(INVITED, HOUR).orElseThrow();
        assertEquals(Optional.of(INVITED), codes.redeemSignIn(code));
        assertEquals(Optional.empty(), codes.redeemSignIn(code));
    }

    @Test
    void a_code_made_by_another_program_works() throws IOException {
        String code =
                Codes.open(folder.resolve("codes"), () -> now)
                        .makeEnrolment(NORTH, HUB, HOUR)
                        .orElseThrow();
        assertEquals(Optional.of(NORTH), codes.redeemEnrolment(code));
    }

    @Test
    void a_file_that_names_nobody_is_no_code() throws IOException {
        String code = codes.makeSignIn(INVITED, HOUR).orElseThrow();
        Path file =
                folder.resolve("codes")
                        .resolve(OneTimeCode.read(code).orElseThrow().hash() + ".json");
        Files.writeString(file, Files.readString(file).replace("王芳", " "));
        assertEquals(Optional.empty(), codes.redeemSignIn(code));
    }

    @Test
    void of_many_who_use_a_code_at_once_one_wins() throws Exception {
        int rivals = 8;
        try (ExecutorService threads = Executors.newFixedThreadPool(rivals)) {
            for (int round = 0; round < 20; round++) {
                String code = codes.makeSignIn(INVITED, HOUR).orElseThrow();
                CyclicBarrier start = new CyclicBarrier(rivals);
                Callable<Boolean> rival =
                        () -> {
                            start.await();
                            return codes.redeemSignIn(code).isPresent();
                        };
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < rivals; i++) {
                    all.add(threads.submit(rival));
                }
                int winners = 0;
                for (Future<Boolean> each : all) {
                    winners += each.get() ? 1 : 0;
                }
                assertEquals(1, winners);
            }
        }
    }

    @Test
    void a_code_that_is_too_old_does_not_work() throws IOException {
        String code = codes.makeSignIn(INVITED, HOUR).orElseThrow();
        now = now.plus(HOUR);
        assertEquals(Optional.empty(), codes.redeemSignIn(code));
    }

    @Test
    void a_code_for_one_thing_is_not_good_for_another_and_is_not_used_up_by_it()
            throws IOException {
        String code = codes.makeEnrolment(NORTH, HUB, HOUR).orElseThrow();
        assertEquals(Optional.empty(), codes.redeemSignIn(code));
        assertEquals(Optional.of(NORTH), codes.redeemEnrolment(code));
    }

    @Test
    void a_wrong_code_does_not_work() throws IOException {
        codes.makeSignIn(INVITED, HOUR);
        String foreign =
                Codes.open(folder.resolve("elsewhere"), () -> now)
                        .makeSignIn(INVITED, HOUR)
                        .orElseThrow();
        for (String wrong : List.of("", "let me in", "../../etc/passwd", foreign)) {
            assertEquals(Optional.empty(), codes.redeemSignIn(wrong));
        }
    }

    @Test
    void no_file_holds_a_code_and_nobody_else_may_read_them() throws IOException {
        String code = codes.makeSignIn(INVITED, HOUR).orElseThrow();
        try (Stream<Path> files = Files.list(folder.resolve("codes"))) {
            for (Path file : files.toList()) {
                assertFalse(Files.readString(file).contains(code));
                assertFalse(file.toString().contains(code));
                assertEquals(
                        PosixFilePermissions.fromString("rw-------"),
                        Files.getPosixFilePermissions(file));
            }
        }
    }

    @Test
    void there_are_only_so_many_and_old_ones_make_room() throws IOException {
        for (int i = 0; i < Codes.CODES_MAX; i++) {
            assertTrue(codes.makeSignIn(INVITED, HOUR).isPresent());
        }
        assertTrue(codes.makeSignIn(INVITED, HOUR).isEmpty());
        now = now.plus(HOUR);
        assertTrue(codes.makeSignIn(INVITED, HOUR).isPresent());
    }

    @Test
    void a_damaged_file_is_no_code() throws IOException {
        String code = codes.makeSignIn(INVITED, HOUR).orElseThrow();
        try (Stream<Path> files = Files.list(folder.resolve("codes"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{");
        }
        assertEquals(Optional.empty(), codes.redeemSignIn(code));
    }
}
