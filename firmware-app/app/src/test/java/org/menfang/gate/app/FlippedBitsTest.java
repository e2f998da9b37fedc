package org.menfang.gate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.cose.SigningKey;
import org.menfang.gate.JournalStart;
import org.menfang.gate.ledger.Entry;
import org.menfang.gate.rule.AccessTable;
import org.menfang.json.Json;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassScope;
import org.menfang.pass.SignedPass;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PassRules;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.rules.file.PackedRules;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.Sha256;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.EventPosition;
import org.menfang.wire.Grounds.UseRef;

/// One flipped bit anywhere in the files of a gate: never lets it in whom it must not.
@Timeout(600)
class FlippedBitsTest {
    private static final long SEED = 20_261_122;
    private static final int FLIPS_OF_DATABASE = 800;
    private static final int FLIPS_OF_LOG = 200;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private static final AccessPointId LANE_IN = new AccessPointId("lane-in");
    private static final ScheduleId ALWAYS = new ScheduleId("always");
    private static final AccessProfileId HOME = new AccessProfileId("home");
    private static final CompoundId COMPOUND = new CompoundId("heping-nong");
    private static final String RESIDENT = "wiegand-26:03:1A2B";
    private static final String NEIGHBOUR = "wiegand-26:03:1A2C";
    private static final String LOST = "wiegand-26:03:1A2D";
    private static final String SUSPENDED = "wiegand-26:03:1A2E";
    private static final String NOT_HERE = "wiegand-26:03:1A2F";
    private static final String GONE = "wiegand-26:03:1A30";
    private static final String STRANGER = "wiegand-26:03:1A31";

    private final SigningKey issuer = SigningKey.make();
    private final String usedPass = pass(1).text();
    private final String freshPass = pass(2).text();
    private final List<String> shown =
            List.of(
                    RESIDENT, NEIGHBOUR, LOST, SUSPENDED, NOT_HERE, GONE, STRANGER, usedPass,
                    freshPass);
    private final Set<String> rightful = new TreeSet<>(Set.of(RESIDENT, NEIGHBOUR, freshPass));

    private Path folder = Path.of("");
    private Path closed = Path.of("");
    private Path killed = Path.of("");
    private Path work = Path.of("");
    private Path memory = Path.of("");

    /// In memory where there is such a disk: 1,000 gates write a lot.
    @BeforeEach
    void prepare() throws Exception {
        Path memoryDisk = Path.of("/dev/shm");
        folder =
                Files.isWritable(memoryDisk)
                        ? Files.createTempDirectory(memoryDisk, "flipped-bits")
                        : Files.createTempDirectory("flipped-bits");
        closed = Files.createDirectory(folder.resolve("closed"));
        killed = Files.createDirectory(folder.resolve("killed"));
        work = Files.createDirectory(folder.resolve("work"));
        memory = Files.createDirectory(folder.resolve("memory"));
        putInForce(1, true);
        putInForce(2, false);
        liveAndBeKilled();
    }

    @AfterEach
    void cleanUp() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void one_flipped_bit_of_the_database_never_lets_in_whom_it_must_not() throws Exception {
        Tally tally = flip(closed, "gate.db", FLIPS_OF_DATABASE);
        System.out.println("flipped bits of gate.db: " + tally);
        assertEquals(FLIPS_OF_DATABASE, tally.flips);
    }

    @Test
    void one_flipped_bit_of_the_log_after_a_power_cut_never_lets_in_whom_it_must_not()
            throws Exception {
        Tally tally = flip(killed, "gate.db-wal", FLIPS_OF_LOG);
        System.out.println("flipped bits of gate.db-wal: " + tally);
        assertTrue(tally.told > FLIPS_OF_LOG / 2, "most of them are seen: " + tally);
    }

    @Test
    void whoever_looks_sees_a_wrong_grant_where_there_is_one() {
        RuleSet wrong = rules(2, true);
        Set<String> granted =
                FlippedBits.granted(
                        site(), AccessTable.of(site(), wrong), JournalStart.FIRST, shown);
        assertTrue(granted.contains(GONE), "a card that was taken back");
        assertTrue(granted.contains(usedPass), "a pass whose use is forgotten");
        assertTrue(!rightful.containsAll(granted));
    }

    /// What became of the flips.
    private static final class Tally {
        private int flips;
        private int served;
        private int told;
        private int refused;

        void count(FlippedBits.Outcome outcome, Set<String> rightful, String what) {
            assertTrue(rightful.containsAll(outcome.granted()), what + " let in " + outcome);
            assertTrue(outcome.granted().contains(RESIDENT), what + " kept a resident out");
            assertTrue(outcome.granted().contains(NEIGHBOUR), what + " kept a resident out");
            boolean servesAll = outcome.granted().containsAll(rightful);
            flips++;
            served += servesAll ? 1 : 0;
            refused += servesAll ? 0 : 1;
            told += outcome.told() ? 1 : 0;
            assertTrue(servesAll || outcome.told(), what + " refused a pass in silence");
        }

        @Override
        public String toString() {
            return flips
                    + ": 0 wrong grants, "
                    + served
                    + " served all, "
                    + refused
                    + " refused the pass, "
                    + told
                    + " told";
        }
    }

    private Tally flip(Path prepared, String name, int flips) throws IOException {
        FlippedBits.copy(prepared, work);
        assertEquals(
                new FlippedBits.Outcome(rightful, false),
                FlippedBits.of(work, memory, site(), shown),
                "without any flip");
        Random chance = new Random(SEED);
        Tally tally = new Tally();
        byte[] whole = Files.readAllBytes(prepared.resolve(name));
        for (int i = 0; i < flips; i++) {
            int bit = chance.nextInt(whole.length * 8);
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            FlippedBits.copy(prepared, work);
            Files.write(work.resolve(name), flipped);
            FlippedBits.Outcome outcome = FlippedBits.of(work, memory, site(), shown);
            tally.count(outcome, rightful, "bit " + bit + " of " + name);
        }
        return tally;
    }

    private void putInForce(long version, boolean withGone) throws IOException {
        byte[] text = Json.write(rules(version, withGone));
        RuleParcel parcel = RuleParcel.plain(PackedRules.pack(new ByteArrayInputStream(text)));
        GateStorage storage = open();
        storage.shelf().putInForce(parcel, version, Sha256.of(text));
        storage.journal().close();
    }

    /// A pass is used up, and then some days go by. What lies on the disk meanwhile is what a power
    /// cut leaves; what lies there in the end is what an orderly stop leaves.
    private void liveAndBeKilled() throws Exception {
        GateStorage storage = open();
        UseRef use = new UseRef(site().gate(), 1, FlippedBits.NOON.minusSeconds(60));
        storage.journal()
                .keep(
                        new Entry.PassUses(
                                pass(1).pass().id(),
                                List.of(use),
                                null,
                                FlippedBits.NOON.plus(Duration.ofDays(30))));
        for (int i = 0; i < 40; i++) {
            long seq = storage.start().lastEventSeq() + 1 + i;
            storage.journal().append(event(seq));
            awaitDurable(storage, seq);
        }
        FlippedBits.copy(closed, killed);
        storage.journal().close();
    }

    private static void awaitDurable(GateStorage storage, long seq) throws Exception {
        List<String> found = new ArrayList<>();
        Instant end = Instant.now().plus(WAIT);
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            CountDownLatch answered = new CountDownLatch(1);
            storage.journal()
                    .read(
                            EventStream.EVENTS,
                            seq,
                            seq,
                            texts -> {
                                found.addAll(texts);
                                answered.countDown();
                            });
            answered.await();
        }
        assertEquals(1, found.size());
    }

    private static Event event(long seq) {
        return new Event(
                COMPOUND,
                site().gate(),
                new EventPosition(EventStream.EVENTS, seq),
                1,
                FlippedBits.NOON.minusSeconds(1000 - seq),
                TimeTrust.TRUSTED,
                new EventBody.GateStarted("test"));
    }

    private GateStorage open() {
        return GateStorage.open(
                new GateStorage.Request(
                        closed, memory, site(), FlippedBits.NOON, _ -> {}, _ -> {}));
    }

    private RuleSet rules(long version, boolean withGone) {
        List<Credential> cards = new ArrayList<>();
        cards.add(card(RESIDENT, "at-home", CredentialStatus.ACTIVE));
        cards.add(card(NEIGHBOUR, "at-home", CredentialStatus.ACTIVE));
        cards.add(card(LOST, "at-home", CredentialStatus.LOST));
        cards.add(card(SUSPENDED, "suspended", CredentialStatus.ACTIVE));
        cards.add(card(NOT_HERE, "elsewhere", CredentialStatus.ACTIVE));
        if (withGone) {
            cards.add(card(GONE, "at-home", CredentialStatus.ACTIVE));
        }
        RuleSet rights =
                RuleSet.ofRights(
                        COMPOUND,
                        version,
                        List.of(
                                new WeeklySchedule(
                                        ALWAYS,
                                        List.of(
                                                new WeeklySchedule.Period(
                                                        List.of(DayOfWeek.values()), 0, 1440)))),
                        List.of(
                                new AccessProfile(
                                        HOME, List.of(new AccessProfile.Policy(LANE_IN, ALWAYS)))),
                        List.of(
                                holder("at-home", false, List.of(HOME)),
                                holder("suspended", true, List.of(HOME)),
                                holder("elsewhere", false, List.of())),
                        cards);
        return withPasses(rights);
    }

    private RuleSet withPasses(RuleSet rights) {
        String key = HexFormat.of().withUpperCase().formatHex(issuer.verifying().raw());
        PassIssuer committee = new PassIssuer("committee", key, List.of(LANE_IN), false);
        return new RuleSet(
                rights.compound(),
                rights.version(),
                rights.decided(),
                rights.gates(),
                rights.specialDays(),
                rights.schedules(),
                rights.profiles(),
                rights.holders(),
                rights.credentials(),
                rights.places(),
                rights.households(),
                rights.recognition(),
                rights.levels(),
                new PassRules(List.of(committee), List.of(), null, null));
    }

    private static Holder holder(String id, boolean suspended, List<AccessProfileId> profiles) {
        return new Holder(new HolderId(id), HolderKind.RESIDENT, null, profiles, suspended, false);
    }

    private static Credential card(String number, String holder, CredentialStatus status) {
        return Credential.card(
                new CredentialIdentifier(number), new HolderId(holder), status, null, null);
    }

    private SignedPass pass(int number) {
        return SignedPass.sign(
                new Pass(
                        new PassId("%016X".formatted(number)),
                        COMPOUND,
                        PassScope.of(List.of(LANE_IN)),
                        HolderKind.VISITOR,
                        FlippedBits.NOON.minus(Duration.ofDays(1)),
                        FlippedBits.NOON.plus(Duration.ofDays(30)),
                        1,
                        PassClass.PAPER),
                issuer);
    }

    private static Site site() {
        return assertInstanceOf(
                        SiteCheck.Good.class,
                        SiteFiles.check(Path.of("../../edge-config/sites/lane.yaml")))
                .site();
    }
}
