package org.menfang.gate.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.menfang.gate.GateController;
import org.menfang.gate.Input;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.memory.InMemoryCameras;
import org.menfang.gate.port.memory.InMemoryHubLink;
import org.menfang.gate.port.memory.InMemoryOutputs;
import org.menfang.gate.port.memory.InMemoryReaders;
import org.menfang.gate.port.memory.RecordedFaults;
import org.menfang.gate.port.memory.SettableTime;
import org.menfang.gate.reader.Wiegand;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Credential;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.PointName;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AccessProfileId;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.ReaderId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.wire.GateState;

/// A journal whose thread dies of an error of the machine beneath it, such as a class that cannot
/// be loaded any more, behind the loop of a real gate.
@Timeout(120)
class DeadJournalTest {
    private static final PointName LOCK = PointName.lock(new DoorId("lane-gate"));
    private static final CredentialIdentifier CARD = new CredentialIdentifier("wiegand-26:01:0001");
    private static final int REQUESTS_MAX = 40;

    @TempDir private Path folder = Path.of("");

    private final BoundedInbox inbox = new BoundedInbox();
    private final SettableTime time = new SettableTime(Samples.START);
    private final InMemoryOutputs outputs = new InMemoryOutputs();
    private final InMemoryHubLink hub = new InMemoryHubLink();
    private final AtomicBoolean signerIsGone = new AtomicBoolean();
    private final RecordedFaults faults = new RecordedFaults();
    private final BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();

    /// When the thread dies.
    enum Death {
        WHILE_COMMITTING,
        WHILE_SIGNING
    }

    @ParameterizedTest
    @EnumSource
    void residents_get_in_though_the_journal_died_and_it_is_an_alarm(Death death) throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reported.add(e));
        FaultyConnector disk = new FaultyConnector(folder);
        JournalBeginning.Begun begun = begin(disk);
        try {
            GateLoop loop = loop(begun);
            for (int card = 0; card < 5; card++) {
                checkResidentGetsIn(loop);
            }
            switch (death) {
                case WHILE_COMMITTING -> disk.become((sql, connection) -> throwError());
                case WHILE_SIGNING -> signerIsGone.set(true);
            }
            // More than the queue would hold, had nobody noticed.
            for (int card = 0; card < 3 * REQUESTS_MAX; card++) {
                checkResidentGetsIn(loop);
            }
            assertInstanceOf(NoClassDefFoundError.class, reported.take());
            checkAlarm(loop);
        } finally {
            begun.journal().close();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of(), faults.all());
        checkNothingHalf();
    }

    private JournalBeginning.Begun begin(FaultyConnector disk) {
        GateDatabase database =
                assertInstanceOf(
                                DatabaseOpening.Opened.class,
                                GateDatabase.open(disk, Schema.current()))
                        .database();
        return assertInstanceOf(
                JournalBeginning.Begun.class,
                SqliteJournal.begin(
                        database,
                        site().compound(),
                        site().gate(),
                        this::sign,
                        JournalOnDisk.LIMITS.withRequests(REQUESTS_MAX),
                        inbox));
    }

    private String sign(String text) {
        if (signerIsGone.get()) {
            throwError();
        }
        return "signed " + text;
    }

    private static void throwError() {
        throw new NoClassDefFoundError("gone with the file system");
    }

    private GateLoop loop(JournalBeginning.Begun begun) {
        GateController controller =
                new GateController(
                        site(),
                        new SuncalcSunTimes(),
                        AccessTable.of(site(), rules()),
                        begun.start(),
                        "test");
        return new GateLoop(
                controller,
                inbox,
                new Ports(
                        time,
                        begun.journal(),
                        hub,
                        outputs,
                        new InMemoryReaders(),
                        new InMemoryCameras(),
                        faults));
    }

    /// A maglock without power is released. Time stands still meanwhile, so that nothing but the
    /// journal, or news of its end, can release it.
    private void checkResidentGetsIn(GateLoop loop) throws InterruptedException {
        time.pass(Duration.ofSeconds(40));
        loop.tick();
        assertEquals(Optional.of(true), outputs.isEnergised(LOCK));
        inbox.offer(
                new Input.CardRead(
                        new ReaderId("lane-reader"), Wiegand.encode(CARD).orElseThrow()));
        loop.tick();
        while (!outputs.isEnergised(LOCK).equals(Optional.of(false))) {
            inbox.awaitInput(Duration.ofSeconds(1));
            loop.tick();
        }
    }

    private void checkAlarm(GateLoop loop) {
        hub.takeSent();
        inbox.offer(new Input.LinkUp());
        time.pass(Duration.ofMinutes(1));
        loop.tick();
        GateState state =
                hub.takeSent().stream()
                        .filter(InMemoryHubLink.Sent.State.class::isInstance)
                        .map(sent -> ((InMemoryHubLink.Sent.State) sent).state())
                        .reduce((first, second) -> second)
                        .orElseThrow();
        assertTrue(
                state.alarms().stream().anyMatch(alarm -> alarm.kind() == AlarmKind.STORAGE_FAILED),
                state::toString);
    }

    /// The batch in which the thread died was rolled back.
    private void checkNothingHalf() {
        try (JournalOnDisk again = JournalOnDisk.start(folder, JournalOnDisk.LIMITS)) {
            long last = again.start().lastEventSeq();
            assertTrue(last >= 10, "what was committed before is there");
            again.checkChain(EventStream.EVENTS, 1, last);
        }
    }

    private static Site site() {
        return assertInstanceOf(
                        SiteCheck.Good.class,
                        SiteFiles.check(Path.of("../../edge-config/sites/lane.yaml")))
                .site();
    }

    private static RuleSet rules() {
        ScheduleId always = new ScheduleId("always");
        AccessProfileId home = new AccessProfileId("home");
        HolderId resident = new HolderId("resident-1");
        return RuleSet.ofRights(
                site().compound(),
                1,
                List.of(
                        new WeeklySchedule(
                                always,
                                List.of(
                                        new WeeklySchedule.Period(
                                                List.of(DayOfWeek.values()), 0, 1440)))),
                List.of(
                        new AccessProfile(
                                home,
                                List.of(
                                        new AccessProfile.Policy(
                                                new AccessPointId("lane-in"), always)))),
                List.of(
                        new Holder(
                                resident, HolderKind.RESIDENT, null, List.of(home), false, false)),
                List.of(Credential.card(CARD, resident, CredentialStatus.ACTIVE, null, null)));
    }
}
