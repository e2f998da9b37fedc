package org.menfang.gate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.GateController;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Moment;
import org.menfang.gate.ffmpeg.FfmpegFrames;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.gate.hardware.ReaderInputs;
import org.menfang.gate.local.JournalRecords;
import org.menfang.gate.local.LocalAnswers;
import org.menfang.gate.loop.BoundedInbox;
import org.menfang.gate.loop.GateLoop;
import org.menfang.gate.opencv.OpenCvStills;
import org.menfang.gate.os.DiskSpaceWatch;
import org.menfang.gate.os.OsTimeSource;
import org.menfang.gate.os.SupplyWatch;
import org.menfang.gate.pi4j.Pi4jOutputs;
import org.menfang.gate.pi4j.Pi4jPoints;
import org.menfang.gate.picture.CameraSources;
import org.menfang.gate.picture.PictureFolder;
import org.menfang.gate.picture.PictureUpload;
import org.menfang.gate.picture.WatchedCameras;
import org.menfang.gate.port.Ports;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rules.RulesArrival;
import org.menfang.gate.rules.RulesIntake;
import org.menfang.gate.sqlite.DatabaseStart;
import org.menfang.gate.sqlite.SqliteJournal;
import org.menfang.gate.suncalc.SuncalcSunTimes;
import org.menfang.gate.systemd.NotifySocket;
import org.menfang.gate.watch.BoardWatchdog;
import org.menfang.gate.watch.WatchLimits;
import org.menfang.gate.watch.Watchdog;
import org.menfang.gate.watch.Watchman;
import org.menfang.site.Site;
import org.menfang.wire.GateIdentity;
import org.menfang.wire.GateLife;

/// Puts a gate together from its parts. Whoever wants to know what a gate consists of reads this
/// from top to bottom.
final class Wiring {
    private static final Duration RETRY_OUTPUTS_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_AT_INPUTS_EVERY = Duration.ofSeconds(1);
    private static final Duration STORE_RULES_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_SUPPLY_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_DISK_EVERY = Duration.ofMinutes(1);
    private static final Duration LOOK_FOR_DATABASE_EVERY = Duration.ofSeconds(10);

    /// Pictures in memory leave room for everything else.
    private static final long PICTURE_BYTES_IN_MEMORY_MAX = 16L * 1024 * 1024;

    private final Request request;
    private final Consumer<String> told;
    private final Owned owned = new Owned();
    private final BoundedInbox inbox = new BoundedInbox();
    private final SignsOfGate signs = new SignsOfGate(inbox, System::nanoTime);
    private Runnable whenRefused = () -> {};

    /// What was asked for on the command line.
    ///
    /// @param enrolmentCode a one-time code of the hub
    /// @param watchdog the device of the board's watchdog; none to go without
    record Request(
            Path site,
            Path data,
            HardwareSource hardware,
            @Nullable String enrolmentCode,
            @Nullable Path watchdog,
            Language language) {}

    /// Where the hardware of a gate comes from.
    @FunctionalInterface
    interface HardwareSource {
        HardwareProvider choose() throws Refusal;
    }

    /// @param told hears what a person at the terminal should know
    Wiring(Request request, Consumer<String> told) {
        this.request = request;
        this.told = told;
    }

    /// Starts the gate. The lines of the board are taken last, so that a fail-safe lock is without
    /// power for no longer than it takes to begin to decide.
    ///
    /// @throws Refusal if it cannot be started; nothing is left open then
    RunningGate start() throws Refusal {
        try {
            return startOwning();
        } catch (Refusal refusal) {
            whenRefused.run();
            owned.close();
            throw refusal;
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    private RunningGate startOwning() throws Refusal {
        Build build = Build.current();
        NotifySocket manager =
                owned.own(NotifySocket.of(System.getenv(), ProcessHandle.current().pid()));
        HardwareProvider provider = request.hardware().choose();
        Teller teller = owned.own(new Teller(System.getLogger("gate")));
        DataFolder data =
                owned.own(
                        DataFolder.takeOrStandIn(
                                request.data(), MemoryFolder.ofThisMachine(), told));
        StartLog starts = StartLog.note(data.working(), StartTime::now);
        whenRefused = starts::forgetThis;
        SafeMode safeMode = new SafeMode(starts.isLoop(), inbox);
        SiteChoice choice = SiteChoice.load(request.site(), data, request.language(), told);
        Site site = choice.site();
        choice.rejection().ifPresent(inbox::offer);

        Hardware hardware = owned.own(open(provider, site, data));
        TimeSource time =
                hardware.clock().orElseGet(() -> OsTimeSource.ofThisMachine(build.madeAt()));
        Moment begun = time.now();
        GateStorage storage =
                GateStorage.open(
                        new GateStorage.Request(
                                data.path(),
                                data.working().resolve("tmp"),
                                site,
                                begun.wall(),
                                signs.inbox(),
                                told));
        owned.own(storage.journal());
        Readers readers = readers(hardware);
        PictureFolder pictures = pictures(data);
        RulesArrival rules = owned.own(rules(site, data, storage));
        HubConnection hub = owned.own(hub(site, data, storage, pictures, safeMode, build));
        safeMode.whenOff(() -> safeMode.begin(rules::offer));
        if (!site.cameras().isEmpty()) {
            safeMode.whenOff(
                    () -> safeMode.begin(cameras(site, hardware, time, data, pictures, hub)));
        }
        AccessTable table = safeMode.tableOf(site, storage.table());
        GateController controller =
                new GateController(
                        site, new SuncalcSunTimes(), table, storage.start(), build.version());
        signs.inbox().begin(storage.start(), table);

        Pi4jPoints points = owned.own(points(hardware, site));
        Supervisor supervisor = owned.own(new Supervisor());
        Pi4jOutputs outputs = points.outputs();
        GateThread thread = new GateThread(inbox, outputs::bringToSafeState, teller);
        Ports ports =
                new Ports(
                        time,
                        signs.journal(new TellingJournal(storage.journal(), teller)),
                        hub.link(),
                        outputs,
                        readers,
                        safeMode,
                        new CountedFaults(
                                teller,
                                System::nanoTime,
                                () -> thread.requestStop("faults", ExitStatus.INTERNAL)));
        points.reportInputs();
        Watchman watchman = owned.own(watchman(storage, hardware, outputs, watchdog(manager)));
        String works = safeMode.isOn() ? "安全模式 / safe mode" : "工作正常 / the gate decides";
        thread.start(
                new GateLoop(controller, inbox, ports),
                () -> {
                    watchman.turned();
                    signs.turned();
                    points.turned();
                    manager.ready(works);
                });
        owned.own(() -> manager.stopping("正在停止 / stopping"));
        answerLocally(
                data,
                storage,
                new SignsOfGate.Parts(
                        build,
                        provider.name(),
                        hardware,
                        site,
                        choice.rejection().isPresent(),
                        safeMode,
                        storage.rung(),
                        time,
                        begun));
        supervisor.once("beginning to talk to the hub", () -> hub.begin(request.enrolmentCode()));
        supervisor.every(RETRY_OUTPUTS_EVERY, "driving failed outputs", outputs::retryFailed);
        supervisor.every(LOOK_AT_INPUTS_EVERY, "looking at inputs again", points::lookAgain);
        watchMachine(supervisor, data);
        supervisor.after(
                SafeMode.STANDS,
                "forgetting earlier starts",
                () -> {
                    starts.forgetAll();
                    safeMode.leave();
                });
        if (storage.rung() == DatabaseStart.Rung.NONE) {
            supervisor.every(
                    LOOK_FOR_DATABASE_EVERY,
                    "looking for the database",
                    () -> startAgainWithDatabase(data, thread));
        }
        Runnable whenStopped = safeMode.isOn() ? starts::forgetAll : starts::forgetThis;
        return new RunningGate(thread, outputs::bringToSafeState, whenStopped, teller, owned);
    }

    /// The disk and the supply are looked at now and then.
    private void watchMachine(Supervisor supervisor, DataFolder data) {
        supervisor.every(
                LOOK_AT_DISK_EVERY,
                "looking at the disk",
                DiskSpaceWatch.of(data.working(), inbox));
        SupplyWatch.ofThisMachine(inbox)
                .ifPresent(watch ->
                        supervisor.every(LOOK_AT_SUPPLY_EVERY, "looking at the supply", watch));
    }

    /// What the gate numbered meanwhile was kept by nobody, so that it goes on from what is there.
    private static void startAgainWithDatabase(DataFolder data, GateThread thread) {
        if (DatabaseStart.isThereAgain(data.path())) {
            thread.requestStop("the database can be used again", ExitStatus.STORAGE);
        }
    }

    private static PictureFolder pictures(DataFolder data) throws Refusal {
        try {
            return PictureFolder.open(
                    data.pictures(),
                    data.isStandIn()
                            ? PICTURE_BYTES_IN_MEMORY_MAX
                            : PictureFolder.PICTURE_BYTES_MAX);
        } catch (IOException e) {
            throw new Refusal(ExitStatus.STORAGE, "the folder of pictures cannot be used: " + e);
        }
    }

    private static Watchman watchman(
            GateStorage storage, Hardware hardware, Pi4jOutputs outputs, Watchdog watchdog) {
        LastWords end = new LastWords(outputs::bringToSafeState, Runtime.getRuntime()::halt);
        return Watchman.start(
                new Watchman.Parts(
                        WatchLimits.STANDARD,
                        System::nanoTime,
                        watchdog,
                        storage.journal()::ask,
                        hardware::readersLive,
                        end::wedged));
    }

    /// Who starts the program again, and who the machine. A gate without the second decides all the
    /// same.
    private Watchdog watchdog(NotifySocket manager) {
        Path device = request.watchdog();
        if (device == null) {
            return manager;
        }
        try {
            BoardWatchdog board = owned.own(BoardWatchdog.open(device, BoardWatchdog.TIMEOUT));
            return () -> {
                manager.feed();
                board.feed();
            };
        } catch (IOException e) {
            told.accept("nobody starts the machine again if it hangs: " + e.getMessage());
            return manager;
        }
    }

    /// A gate that cannot answer questions about its records decides all the same.
    private void answerLocally(DataFolder data, GateStorage storage, SignsOfGate.Parts parts) {
        SqliteJournal journal = storage.journal();
        try {
            owned.own(
                    LocalAnswers.start(
                            DataFolder.socket(data.working()),
                            new JournalRecords(journal, journal.rules(), journal.heldFile()),
                            parts.hardware().readerInstalls(),
                            () -> signs.now(parts)));
        } catch (IOException e) {
            told.accept("nothing can be explained while the gate runs: " + e.getMessage());
        }
    }

    private RulesArrival rules(Site site, DataFolder data, GateStorage storage) {
        return RulesArrival.start(
                new RulesIntake(
                        new RulesIntake.Parts(
                                new AcceptedKeys(data.keys()),
                                site,
                                storage.shelf(),
                                set -> AccessTable.of(site, set),
                                signs.inbox()),
                        storage.inForce()),
                STORE_RULES_AGAIN_AFTER);
    }

    private HubConnection hub(
            Site site,
            DataFolder data,
            GateStorage storage,
            PictureFolder pictures,
            SafeMode safeMode,
            Build build) {
        JournalStart start = storage.start();
        GateLife lastWord =
                new GateLife(
                        false,
                        build.version(),
                        start.boot(),
                        0,
                        start.lastEventSeq(),
                        start.lastAlarmSeq());
        return HubConnection.of(
                new HubConnection.Parts(
                        site.hub(),
                        new GateIdentity(site.compound(), site.gate()),
                        data.keys(),
                        storage.key().publicKey(),
                        lastWord,
                        storage.journal(),
                        pictures,
                        signs.inbox(),
                        safeMode));
    }

    private WatchedCameras cameras(
            Site site,
            Hardware hardware,
            TimeSource time,
            DataFolder data,
            PictureFolder pictures,
            PictureUpload upload) {
        CameraSources sources =
                owned.own(new CameraSources(hardware, "ffmpeg", FfmpegFrames.Limits.USUAL));
        OpenCvStills stills = owned.own(new OpenCvStills(data.nativeLibraries()));
        return owned.own(
                WatchedCameras.open(
                        site,
                        sources::of,
                        new WatchedCameras.Shared(
                                inbox, time, stills, pictures, upload, WatchedCameras.LOOK_EVERY)));
    }

    private Readers readers(Hardware hardware) throws Refusal {
        try {
            return hardware.connectReaders(new ReaderInputs(signs.inbox()));
        } catch (UncheckedIOException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new Refusal(
                    ExitStatus.UNAVAILABLE, "a reader cannot be connected: " + why.getMessage());
        }
    }

    private Pi4jPoints points(Hardware hardware, Site site) throws Refusal {
        try {
            return Pi4jPoints.open(signs.chips(hardware::chip), site, signs.inbox());
        } catch (IOException e) {
            throw new Refusal(ExitStatus.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Hardware open(HardwareProvider provider, Site site, DataFolder data)
            throws Refusal {
        try {
            return provider.open(site, data.working(), data.keys());
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.UNAVAILABLE,
                    "the hardware \"" + provider.name() + "\" cannot be used: " + e.getMessage());
        }
    }
}
