package org.menfang.hub.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.accounts.InMemoryAccounts;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.hub.notify.WayHealth;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.rights.Lockdowns;
import org.menfang.hub.rights.Right;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// A board's server on a free port, with a desk that the test writes.
final class TestBoard implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Clock clock = Clock.systemUTC();
    final ScriptedDesk desk = new ScriptedDesk(clock);
    final Compound compound = new Compound(clock);
    final AlarmOffice alarms = new AlarmOffice(desk, clock, ZONE);
    final Map<Sha256, Path> pictures = new ConcurrentHashMap<>();
    private final Map<String, OperatorName> codes = new ConcurrentHashMap<>();
    private final Map<OperatorName, Role> roles = new ConcurrentHashMap<>();
    private final Accounts accounts = new Accounts(new InMemoryAccounts(), clock);
    private final @Nullable PageTls tls;
    private final int sseClientsMax;
    private final List<Section> sections;
    volatile Supplier<List<WayHealth>> ways = List::of;
    volatile BackupStanding backup = BackupStanding.NONE;
    private final Lockdowns alone = new Lockdowns();
    private final GraveCases cases = new GraveCases();
    private final Rights rights = new Rights();
    private final Book book =
            Book.open(new InMemoryBookStore(), clock, List.of(alone, cases, rights));

    /// Where long lockdowns wait for the second person.
    final GraveBook graves = new GraveBook(book, cases, rights);

    private final LockdownDesk lockdowns = new LockdownDesk(book, alone, graves, desk);
    private BoardServer server;

    TestBoard() {
        this(4);
    }

    /// One whose pages are encrypted.
    TestBoard(PageTls tls, Section... more) {
        this(4, _ -> List.of(more), tls);
    }

    /// @param sections the pages of areas that it shows as well
    TestBoard(int sseClientsMax, Section... sections) {
        this(sseClientsMax, _ -> List.of(sections));
    }

    /// @param sections the pages of areas that work with its desk
    TestBoard(int sseClientsMax, Function<ScriptedDesk, List<Section>> sections) {
        this(sseClientsMax, sections, null);
    }

    private TestBoard(
            int sseClientsMax,
            Function<ScriptedDesk, List<Section>> sections,
            @Nullable PageTls tls) {
        this.tls = tls;
        this.sseClientsMax = sseClientsMax;
        this.sections =
                Stream.concat(alarms.sections().stream(), sections.apply(desk).stream()).toList();
        this.server = start(0);
    }

    private final class Codes implements OneTimeCodes {
        @Override
        public Optional<OperatorName> redeemSignIn(String code) {
            return Optional.ofNullable(codes.remove(code));
        }

        @Override
        public Optional<String> createSignIn(OperatorName who, OperatorName by) {
            return Optional.of(code(who.value()));
        }

        @Override
        public String createEnrolment(CompoundId forCompound, GateId gate) {
            return "K7Q2-" + forCompound + "-" + gate;
        }
    }

    private BoardServer start(int port) {
        BoardServerOptions options =
                new BoardServerOptions(
                        "127.0.0.1",
                        port,
                        tls,
                        alarms.desk,
                        accounts,
                        this::may,
                        new Codes(),
                        lockdowns,
                        sections,
                        digest -> Optional.ofNullable(pictures.get(digest)),
                        () -> List.of(),
                        () -> List.of(new Readiness("broker", true, "TLS on port 8883")),
                        ZONE,
                        clock,
                        sseClientsMax,
                        () -> ways.get(),
                        () -> backup);
        return switch (BoardServer.start(options)) {
            case BoardServer.Start.Started(BoardServer started) -> started;
            case BoardServer.Start.Failed(String why) -> throw new IllegalStateException(why);
        };
    }

    private boolean may(OperatorName who, Right right) {
        Role only = roles.get(who);
        return only == null || only.carries(right);
    }

    /// From now on this person has one role; who has none given here may do everything.
    void limit(String name, Role role) {
        OperatorName who = new OperatorName(name);
        roles.put(who, role);
        book.decide(Book.CONSOLE, _ -> Verdict.write(new RightsEntry.Appointed(who, role)));
    }

    void renew(SSLContext context) {
        server.renew(context);
    }

    int port() {
        return server.port();
    }

    String address(String path) {
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + server.port() + path;
    }

    /// A code with which a person can sign in once.
    String code(String name) {
        String code = "code-" + name.hashCode() + "-" + System.nanoTime();
        codes.put(code, new OperatorName(name));
        return code;
    }

    Sha256 addPicture(Path folder, byte[] jpeg) {
        Sha256 digest = Sha256.of(jpeg);
        Path file = folder.resolve(digest.value());
        try {
            Files.write(file, jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pictures.put(digest, file);
        return digest;
    }

    void stop() {
        server.close();
    }

    void startAgain(int port) {
        server = start(port);
    }

    @Override
    public void close() {
        server.close();
    }
}
