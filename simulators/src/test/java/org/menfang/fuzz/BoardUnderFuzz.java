package org.menfang.fuzz;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.accounts.InMemoryAccounts;
import org.menfang.hub.accounts.SignIn;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.keep.BackupStanding;
import org.menfang.hub.rights.GraveBook;
import org.menfang.hub.rights.GraveCases;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.rights.Lockdowns;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.web.BoardServer;
import org.menfang.hub.web.BoardServerOptions;
import org.menfang.hub.web.OneTimeCodes;
import org.menfang.json.Json;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// The board's server on a free port, for as long as this process lives, with a desk at which all
/// is done at once, and one person who has signed in.
final class BoardUnderFuzz {
    /// It has to answer soon on a machine that does nothing else.
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    private final Accounts accounts = new Accounts(new InMemoryAccounts(), Clock.systemUTC());
    private final BoardServer server;
    private final String signedIn;

    private BoardUnderFuzz() {
        BoardServerOptions options =
                new BoardServerOptions(
                        "127.0.0.1",
                        0,
                        null,
                        new QuickDesk(),
                        accounts,
                        (_, _) -> true,
                        new NoCodes(),
                        lockdowns(),
                        List.of(),
                        digest -> Optional.empty(),
                        List::of,
                        List::of,
                        ZoneId.of("Asia/Shanghai"),
                        Clock.systemUTC(),
                        BoardServerOptions.SSE_CLIENTS_DEFAULT,
                        List::of,
                        () -> BackupStanding.NONE);
        server =
                switch (BoardServer.start(options)) {
                    case BoardServer.Start.Started(BoardServer started) -> started;
                    case BoardServer.Start.Failed(String why) ->
                            throw new IllegalStateException(why);
                };
        signedIn = signIn();
    }

    /// Started in a class of its own: the threads of the server use this one, and would wait until
    /// it is there.
    private static final class Running {
        private static final BoardUnderFuzz BOARD = new BoardUnderFuzz();
    }

    /// The one of this process, started when it is first asked for.
    static BoardUnderFuzz running() {
        return Running.BOARD;
    }

    private static LockdownDesk lockdowns() {
        Lockdowns alone = new Lockdowns();
        GraveCases cases = new GraveCases();
        Rights rights = new Rights();
        Book book =
                Book.open(
                        new InMemoryBookStore(), Clock.systemUTC(), List.of(alone, cases, rights));
        return new LockdownDesk(book, alone, new GraveBook(book, cases, rights), new QuickDesk());
    }

    int port() {
        return server.port();
    }

    /// The lines of a header that show who asks.
    String signedIn() {
        return signedIn;
    }

    private String signIn() {
        OperatorName name = new OperatorName("fuzz");
        if (!(accounts.signInByCode("127.0.0.1", () -> Optional.of(name))
                instanceof SignIn.Welcome welcome)) {
            throw new IllegalStateException("nobody may sign in");
        }
        String cookie = "menfang-session=" + welcome.secret();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1/session"))
                        .header("Cookie", cookie)
                        .timeout(ANSWER_MAX)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(request, BodyHandlers.ofString()).body();
            String csrf =
                    Json.parse(body.getBytes(StandardCharsets.UTF_8))
                            .then(tree -> tree.field("csrf", String.class))
                            .orThrow();
            return "Cookie: " + cookie + "\r\nX-Menfang-Csrf: " + csrf + "\r\n";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class NoCodes implements OneTimeCodes {
        @Override
        public Optional<OperatorName> redeemSignIn(String code) {
            return Optional.empty();
        }

        @Override
        public Optional<String> createSignIn(OperatorName who, OperatorName by) {
            return Optional.empty();
        }

        @Override
        public String createEnrolment(CompoundId compound, GateId gate) {
            return "K7Q2-" + compound + "-" + gate;
        }
    }

    private static final class QuickDesk implements Desk {
        @Override
        public Board board() {
            return Board.EMPTY;
        }

        @Override
        public List<LoggedEvent> events(long beforeNumber, int count) {
            return List.of();
        }

        @Override
        public Subscription subscribe(Consumer<News> listener) {
            return () -> {};
        }

        @Override
        public CompletionStage<ActOutcome> acknowledge(AlarmRef alarm, OperatorName by) {
            return done();
        }

        @Override
        public CompletionStage<ActOutcome> reset(AlarmRef alarm, OperatorName by) {
            return done();
        }

        @Override
        public CompletionStage<ActOutcome> actOnDoor(
                CompoundId compound, GateId gate, DoorId door, DoorAct act, OperatorName by) {
            return done();
        }

        @Override
        public CompletionStage<ActOutcome> holdOpen(
                CompoundId compound, GateId gate, DoorId door, int minutes, OperatorName by) {
            return done();
        }

        @Override
        public CompletionStage<ActOutcome> setLevel(
                CompoundId compound, SiteLevel level, @Nullable Integer minutes, OperatorName by) {
            return done();
        }

        private static CompletionStage<ActOutcome> done() {
            return CompletableFuture.completedFuture(new ActOutcome.Answered(CommandOutcome.DONE));
        }
    }
}
