package org.menfang.hub.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.app.HubConfig.Listen;
import org.menfang.hub.book.DamagedBookException;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.device.DeviceServer;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.gatelink.GateLink;
import org.menfang.hub.loop.HubClock;
import org.menfang.hub.loop.HubLoop;
import org.menfang.hub.notify.Dispatcher;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.page.Section;
import org.menfang.hub.rules.RulesDelivery;
import org.menfang.hub.rules.RulesShelf;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteAccounts;
import org.menfang.hub.store.SqliteBook;
import org.menfang.hub.store.SqliteHubStore;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.web.Address;
import org.menfang.hub.web.BoardServer;
import org.menfang.hub.web.BoardServerOptions;
import org.menfang.hub.web.PageTls;
import org.menfang.hub.web.Readiness;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.CommandId;
import org.menfang.wire.GateIdentity;

/// A hub with all its parts, in the order in which they stand on each other.
final class RunningHub {
    private static final System.Logger LOG = System.getLogger(RunningHub.class.getName());
    private static final Duration LOOK_FOR_RULES_EVERY = Duration.ofSeconds(1);
    private static final long DISK_FREE_BYTES_MIN = 256L * 1024 * 1024;

    /// A part that has to be ended.
    @FunctionalInterface
    interface Ending {
        void end() throws IOException;
    }

    private final Deque<Ending> endings = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int exitStatus = ExitStatus.FINE;
    private volatile List<Address> addresses = List.of();

    private RunningHub() {}

    /// Starts everything; what had started already is ended where one part cannot start.
    static RunningHub start(HubConfig config, DataFolder data, Started whenStarted) throws Refusal {
        RunningHub hub = new RunningHub();
        boolean complete = false;
        try {
            whenStarted.started(hub.startParts(config, data));
            complete = true;
            return hub;
        } finally {
            if (!complete) {
                hub.stop();
            }
        }
    }

    /// Hears where the hub can be reached.
    @FunctionalInterface
    interface Started {
        void started(Endpoints endpoints);
    }

    private Endpoints startParts(HubConfig config, DataFolder data) throws Refusal {
        FileChannel lock = data.lock();
        endings.push(lock::close);
        Database database = data.database();
        endings.push(database::close);
        try {
            return startParts(config, data, database);
        } catch (IOException e) {
            throw new Refusal(ExitStatus.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private Endpoints startParts(HubConfig config, DataFolder data, Database database)
            throws IOException, Refusal {
        InstantSource clock = InstantSource.system();
        PrivateFiles.sweep(data.path());
        Trust trust = Trust.open(data.trust(), config.names(), clock);
        Codes codes = Codes.open(data.codes(), clock);
        PictureShelf pictures = PictureShelf.open(data.pictures(), DISK_FREE_BYTES_MIN);
        Listen broker = BrokerWiring.start(config, data, trust, endings::push);
        HubLoop loop = startLoop(config, data, database, trust, broker);
        HomeWiring.start(config, loop, trust, broker, endings::push);
        DeviceServer devices =
                DeviceServer.start(
                        new InetSocketAddress(config.devices().address(), config.devices().port()),
                        trust,
                        codes,
                        pictures,
                        clock);
        endings.push(devices::close);
        OfficeWiring office = startOffice(data, database, pictures, clock, config, loop);
        Accounts accounts = new Accounts(new SqliteAccounts(database), Clock.systemUTC());
        PageCertificate pages =
                new PageCertificate(config.boardTls(), config.names(), trust, clock);
        PageTls tls = pages.begin();
        BoardServer board =
                startBoard(
                        options(
                                config,
                                loop,
                                accounts,
                                new PageCodes(
                                        codes,
                                        trust.fingerprint(),
                                        office.appointments(),
                                        accounts::reset),
                                office,
                                pictures,
                                tls,
                                pages.sections()));
        if (tls != null) {
            follow(pages, board);
        }
        Endpoints endpoints =
                new Endpoints(
                        boardAddress(config, board.port()),
                        board.port(),
                        broker.port(),
                        devices.port(),
                        trust.fingerprint(),
                        ProcessHandle.current().pid());
        endpoints.write(data.run());
        return endpoints;
    }

    private OfficeWiring startOffice(
            DataFolder data,
            Database database,
            PictureShelf pictures,
            InstantSource clock,
            HubConfig config,
            HubLoop loop)
            throws IOException, Refusal {
        try {
            OfficeNeeds needs = OfficeNeeds.of(data, database, pictures, loop, clock, config);
            WaysWiring.Outside outside = WaysWiring.Outside.of(database, config.telling(), clock);
            endings.push(outside::close);
            OfficeWiring office = new OfficeWiring(new SqliteBook(database), clock, needs, outside);
            Dispatcher sending = office.ways().start();
            endings.push(sending::close);
            OfficeClock ticking = OfficeClock.start(office.timed(), clock);
            endings.push(ticking::stop);
            return office;
        } catch (DamagedBookException e) {
            throw new Refusal(ExitStatus.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    private HubLoop startLoop(
            HubConfig config, DataFolder data, Database database, Trust trust, Listen broker)
            throws IOException {
        GateLink link =
                new GateLink(
                        Version.current(),
                        trust.gates().stream().map(GateIdentity::compound).toList());
        HubLoop loop =
                new HubLoop(
                        new SqliteHubStore(database),
                        HubClock.ofMachine(),
                        link,
                        gate -> logKey(trust, gate),
                        config.silentGateAfter(),
                        () -> new CommandId(UUID.randomUUID().toString()));
        Thread thread = Thread.ofPlatform().name("hub-loop").unstarted(() -> work(loop));
        thread.start();
        endings.push(() -> end(loop, thread));
        deliverRules(data, trust, link);
        SSLContext tls = trust.hubContext();
        link.start(broker.address(), broker.port(), tls, Trust.HUB, loop);
        endings.push(link::close);
        return loop;
    }

    /// Looks for new rule sets, and brings them to the gates that have joined.
    private void deliverRules(DataFolder data, Trust trust, GateLink link) throws IOException {
        RulesDelivery delivery =
                new RulesDelivery(RulesShelf.open(data.rules()), trust::gates, link);
        link.whenUp(delivery::linkUp);
        Thread looker =
                Thread.ofPlatform()
                        .name("rules-delivery")
                        .daemon(true)
                        .start(() -> keepLooking(delivery));
        endings.push(looker::interrupt);
    }

    private void keepLooking(RulesDelivery delivery) {
        try {
            do {
                delivery.look();
            } while (!stopped.await(LOOK_FOR_RULES_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<PublicKey> logKey(Trust trust, GateIdentity gate) {
        try {
            return trust.logKey(gate);
        } catch (IOException e) {
            // The head stays unchecked; the chain of hashes holds without it.
            LOG.log(Level.WARNING, "the log key of " + gate + " cannot be read", e);
            return Optional.empty();
        }
    }

    /// A loop that ends by itself has met a broken invariant; the hub ends with it, and whoever
    /// started it starts it again.
    private void work(HubLoop loop) {
        try {
            loop.run();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "the loop of the hub failed", e);
            exitStatus = ExitStatus.INTERNAL;
            stopped.countDown();
        }
    }

    private static void end(HubLoop loop, Thread thread) {
        loop.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BoardServer startBoard(BoardServerOptions options) throws Refusal {
        return switch (BoardServer.start(options)) {
            case BoardServer.Start.Started(BoardServer server) -> {
                endings.push(server::close);
                addresses = server.addresses();
                yield server;
            }
            case BoardServer.Start.Failed(String why) ->
                    throw new Refusal(ExitStatus.UNAVAILABLE, "the board: " + why);
        };
    }

    private static BoardServerOptions options(
            HubConfig config,
            HubLoop loop,
            Accounts accounts,
            PageCodes codes,
            OfficeWiring office,
            PictureShelf pictures,
            @Nullable PageTls tls,
            List<Section> more) {
        return new BoardServerOptions(
                config.board().address(),
                config.board().port(),
                tls,
                office.desk(),
                accounts,
                office.permissions(),
                codes,
                office.lockdowns(),
                Stream.concat(office.sections().stream(), more.stream()).toList(),
                pictures::find,
                () -> FigureList.of(loop.figures(), office.ways().health()),
                () -> readiness(loop, office.ways().health()),
                config.zone(),
                Clock.systemUTC(),
                BoardServerOptions.SSE_CLIENTS_DEFAULT,
                office.ways()::health,
                office::backups);
    }

    private static List<Readiness> readiness(HubLoop loop, List<WayHealth> ways) {
        boolean linkUp = loop.figures().linkUp();
        boolean storage = loop.figures().storageWorks();
        return List.of(
                new Readiness("broker", linkUp, linkUp ? "connected" : "not connected"),
                new Readiness("storage", storage, storage ? "works" : "the last commit failed"),
                WayFigures.readiness(ways));
    }

    private void follow(PageCertificate pages, BoardServer board) {
        Thread looker =
                Thread.ofPlatform()
                        .name("page-certificate")
                        .daemon(true)
                        .start(() -> pages.follow(stopped, board::renew));
        endings.push(looker::interrupt);
    }

    /// Where people open the board: at a name that its certificate bears, where it has one.
    private static String boardAddress(HubConfig config, int port) {
        String address = config.board().address();
        return switch (config.boardTls()) {
            case BoardTls.None() -> "http://" + urlHost(address) + ":" + port;
            case BoardTls.Given _ -> "https://" + urlHost(address) + ":" + port;
            case BoardTls.Own() ->
                    "https://"
                            + urlHost(
                                    config.names().contains(address)
                                            ? address
                                            : config.names().stream()
                                                    .filter(name -> !name.equals("localhost"))
                                                    .findFirst()
                                                    .orElse(address))
                            + ":"
                            + port;
        };
    }

    private static String urlHost(String address) {
        String host = BrokerWiring.reachable(address);
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /// Every address of the board's server, and who may come there.
    List<Address> addresses() {
        return addresses;
    }

    /// Waits for the end.
    ///
    /// @return the exit status
    int awaitEnd() throws InterruptedException {
        stopped.await();
        stop();
        return exitStatus;
    }

    /// Ends all parts, the last one first. One that cannot be ended does not keep the others.
    synchronized void stop() {
        while (!endings.isEmpty()) {
            Ending ending = endings.pop();
            try {
                ending.end();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.ERROR, "a part of the hub did not end well", e);
            }
        }
        stopped.countDown();
    }
}
