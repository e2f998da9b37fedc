package org.menfang.gate.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.cose.Keyring;
import org.menfang.cose.SigningKey;
import org.menfang.gate.Input;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.signed.SignedRules;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

@Timeout(60)
class RulesArrivalTest {
    private static final SigningKey KEY = SigningKey.make();

    /// The byte of gzip's header that names the system, which nobody looks at.
    private static final int GZIP_SYSTEM = 9;

    private static final Site SITE = site();

    private final BlockingQueue<Input> told = new LinkedBlockingQueue<>();
    private final InMemoryRuleShelf shelf = new InMemoryRuleShelf();
    private @Nullable RulesArrival arrival;

    @AfterEach
    void close() {
        if (arrival != null) {
            arrival.close();
        }
    }

    @Test
    void a_newer_set_is_stored_and_then_decides() throws InterruptedException {
        RulesArrival rules = start(null);
        rules.offer(envelope(3));
        assertEquals(3, nextTable().version());
        assertInstanceOf(RuleSearch.Found.class, shelf.find(3));
        rules.offer(envelope(4));
        assertEquals(4, nextTable().version());
    }

    @Test
    void the_set_in_force_comes_again_in_silence() throws InterruptedException {
        RulesArrival rules = start(null);
        rules.offer(envelope(3));
        nextTable();
        rules.offer(envelope(3));
        byte[] packedOtherwise = packed(text(3)).bytes();
        packedOtherwise[GZIP_SYSTEM] ^= 1;
        rules.offer(SignedRules.sign(new PackedRules(packedOtherwise), KEY));
        rules.offer(envelope(5));
        assertEquals(5, nextTable().version());
    }

    @Test
    void the_set_that_the_gate_started_with_comes_again_in_silence() throws InterruptedException {
        Sha256 textDigest = Sha256.of(text(3));
        RulesArrival rules = start(new RulesIntake.InForce(3, Sha256.ZERO, textDigest));
        rules.offer(envelope(3));
        rules.offer(envelope(4));
        // Either of them may have been passed over for the one after it; neither is news.
        assertEquals(4, nextTable().version());
        assertNull(told.peek());
    }

    @Test
    void an_older_set_is_refused_and_told_once() throws InterruptedException {
        RulesArrival rules = start(null);
        rules.offer(envelope(3));
        nextTable();
        rules.offer(envelope(2));
        Input.RulesRefused refused = nextRefusal();
        assertEquals(2L, refused.version());
        assertEquals("version 2 is older than 3, in force", refused.why());
        rules.offer(envelope(2));
        rules.offer(envelope(4));
        assertEquals(4, nextTable().version());
    }

    @Test
    void what_nobody_signed_whose_rules_are_accepted_is_refused() throws InterruptedException {
        RulesArrival rules = start(null);
        rules.offer(SignedRules.sign(packed(text(3)), SigningKey.make()));
        Input.RulesRefused refused = nextRefusal();
        assertNull(refused.version());
        assertTrue(refused.why().startsWith("No key that is accepted"), refused::why);
        rules.offer(packed(text(3)).bytes());
        assertTrue(nextRefusal().why().startsWith("This is not a signed rule set"));
        assertEquals(new RuleSearch.NotKept(), shelf.find(3));
    }

    @Test
    void a_set_for_another_compound_is_refused() throws InterruptedException {
        RulesArrival rules = start(null);
        byte[] foreign = text(new CompoundId("elsewhere"), 3);
        rules.offer(SignedRules.sign(packed(foreign), KEY));
        Input.RulesRefused refused = nextRefusal();
        assertTrue(refused.why().contains("elsewhere"), refused::why);
    }

    @Test
    void a_set_that_names_an_access_point_that_is_not_there_is_refused_with_its_place()
            throws InterruptedException {
        RulesArrival rules = start(null);
        String text =
                new String(text(3), StandardCharsets.UTF_8)
                        .replace(
                                "\"schedules\":[],\"profiles\":[]",
                                """
                                "schedules":[{"id":"always","periods":[]}],
                                "profiles":[
                                  {"id":"p","policies":[
                                    {"accessPoint":"attic-in","schedule":"always"}]}]\
                                """);
        rules.offer(SignedRules.sign(packed(text.getBytes(StandardCharsets.UTF_8)), KEY));
        String why = nextRefusal().why();
        assertTrue(why.startsWith("3:") && why.contains("attic-in"), why);
        assertEquals(new RuleSearch.NotKept(), shelf.find(3));
    }

    @Test
    void a_fault_in_a_set_is_told_with_its_place() throws InterruptedException {
        RulesArrival rules = start(null);
        byte[] text = "{\n \"compound\": 7}".getBytes(StandardCharsets.UTF_8);
        rules.offer(SignedRules.sign(packed(text), KEY));
        assertTrue(nextRefusal().why().startsWith("2:"), "line and column");
    }

    @Test
    void what_the_disk_does_not_take_is_tried_again() throws InterruptedException {
        shelf.failNext(3);
        RulesArrival rules = start(null);
        rules.offer(envelope(3));
        assertEquals(3, nextTable().version());
    }

    @Test
    void a_set_that_breaks_an_invariant_is_refused_and_the_next_one_is_taken()
            throws InterruptedException {
        RulesArrival rules =
                start(
                        null,
                        () -> Keyring.of(List.of(KEY.verifying())),
                        set -> {
                            if (set.version() == 3) {
                                throw new IllegalArgumentException("an impossible set");
                            }
                            return AccessTable.of(SITE, set);
                        });
        rules.offer(envelope(3));
        assertTrue(nextRefusal().why().contains("an impossible set"));
        assertEquals(new RuleSearch.NotKept(), shelf.find(3));
        rules.offer(envelope(4));
        assertEquals(4, nextTable().version());
    }

    @Test
    void a_newer_set_takes_the_place_of_one_that_waits() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RulesArrival rules =
                start(
                        null,
                        () -> {
                            busy.countDown();
                            await(goOn);
                            return Keyring.of(List.of(KEY.verifying()));
                        });
        rules.offer(envelope(1));
        await(busy);
        rules.offer(envelope(2));
        rules.offer(envelope(3));
        goOn.countDown();
        assertEquals(1, nextTable().version());
        assertEquals(3, nextTable().version());
        assertEquals(new RuleSearch.NotKept(), shelf.find(2));
    }

    private RulesArrival start(RulesIntake.@Nullable InForce inForce) {
        return start(inForce, () -> Keyring.of(List.of(KEY.verifying())));
    }

    private RulesArrival start(RulesIntake.@Nullable InForce inForce, Supplier<Keyring> keys) {
        return start(inForce, keys, set -> AccessTable.of(SITE, set));
    }

    private RulesArrival start(
            RulesIntake.@Nullable InForce inForce,
            Supplier<Keyring> keys,
            Function<RuleSet, AccessTable> tableOf) {
        RulesArrival started =
                RulesArrival.start(
                        new RulesIntake(
                                new RulesIntake.Parts(keys, SITE, shelf, tableOf, told::add),
                                inForce),
                        Duration.ofMillis(1));
        arrival = started;
        return started;
    }

    private AccessTable nextTable() throws InterruptedException {
        return assertInstanceOf(Input.AccessTableReplaced.class, next()).table();
    }

    private Input.RulesRefused nextRefusal() throws InterruptedException {
        return assertInstanceOf(Input.RulesRefused.class, next());
    }

    private Input next() throws InterruptedException {
        Input input = told.poll(40, TimeUnit.SECONDS);
        assertNotNull(input, "waited in vain");
        return input;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] envelope(long version) {
        return SignedRules.sign(packed(text(version)), KEY);
    }

    private static byte[] text(long version) {
        return text(SITE.compound(), version);
    }

    private static byte[] text(CompoundId compound, long version) {
        return """
        {"compound":"%s","version":%d,"schedules":[],"profiles":[],"holders":[],\
        "credentials":[]}\
        """
                .formatted(compound, version)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static PackedRules packed(byte[] text) {
        try {
            return PackedRules.pack(new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Site site() {
        Path file = Path.of("../../edge-config/sites/lane.yaml");
        return assertInstanceOf(SiteCheck.Good.class, SiteFiles.check(file)).site();
    }
}
