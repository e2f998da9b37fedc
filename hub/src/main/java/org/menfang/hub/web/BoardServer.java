package org.menfang.hub.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.util.JavalinException;
import jakarta.servlet.ServletException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.menfang.hub.page.Problem;

/// The server of the board.
public final class BoardServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BoardServer.class.getName());

    /// What became of a start.
    public sealed interface Start {
        record Started(BoardServer server) implements Start {}

        /// The address or port cannot be had.
        record Failed(String why) implements Start {}
    }

    private final Javalin javalin;
    private final LiveStream stream;
    private final SslContextFactory.Server certificates;

    private BoardServer(Javalin javalin, LiveStream stream, SslContextFactory.Server certificates) {
        this.javalin = javalin;
        this.stream = stream;
        this.certificates = certificates;
    }

    /// Starts listening.
    public static Start start(BoardServerOptions options) {
        Words words = new Words();
        Pages pages =
                new Pages(
                        words,
                        new Assets(),
                        options.permissions(),
                        options.sections().stream()
                                .flatMap(section -> section.entrances().stream())
                                .toList());
        Answers answers = new Answers(words, pages);
        LiveStream stream = new LiveStream(options, answers);
        Routes routes = new Routes(options, words, answers, pages, stream);
        SslContextFactory.Server certificates = new SslContextFactory.Server();
        Javalin javalin =
                Javalin.create(config -> {
                    configure(config);
                    HttpLimits.apply(config, options, certificates);
                    routes.add(config.routes);
                    addErrors(config, answers);
                });
        try {
            javalin.start();
            return new Start.Started(new BoardServer(javalin, stream, certificates));
        } catch (JavalinException e) {
            stream.close();
            javalin.stop();
            return new Start.Failed(
                    options.host() + " port " + options.port() + ": " + e.getMessage());
        }
    }

    /// Every address that it answers at, and who may come there.
    public List<Address> addresses() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(each ->
                        each.method.equals(HandlerType.GET) || each.method.equals(HandlerType.POST))
                .map(each -> Address.of(each.method.name(), each.path, rolesOf(each)))
                .toList();
    }

    private static Set<RouteRole> rolesOf(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    /// From now on shows another certificate to whoever comes; who is there already stays.
    public void renew(SSLContext context) {
        try {
            certificates.reload(factory -> factory.setSslContext(context));
        } catch (Exception e) {
            // The interface of the library names no narrower kind.
            throw new IllegalStateException("a certificate that was read can be shown", e);
        }
    }

    /// The port it listens at.
    public int port() {
        return javalin.port();
    }

    /// Sends every page away and stops.
    @Override
    public void close() {
        stream.close();
        javalin.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
    }

    private static void addErrors(JavalinConfig config, Answers answers) {
        // A body that is no HTTP, or that broke off.
        config.routes.exception(
                HttpException.RuntimeException.class,
                (malformed, ctx) -> answers.problem(ctx, Problem.MALFORMED));
        config.routes.exception(
                EofException.class, (brokenOff, ctx) -> answers.problem(ctx, Problem.MALFORMED));
        // A form with files that is none.
        config.routes.exception(
                ServletException.class,
                (malformed, ctx) -> answers.problem(ctx, Problem.MALFORMED));
        config.routes.exception(
                Exception.class,
                (failure, ctx) -> {
                    LOG.log(
                            Level.ERROR,
                            "a request failed: " + ctx.method() + " " + ctx.path(),
                            failure);
                    answers.problem(ctx, Problem.INTERNAL);
                });
        for (int status : new int[] {400, 404, 405, 413}) {
            config.routes.error(status, ctx -> answerBare(ctx, answers));
        }
    }

    /// Gives words to an error that the server itself found.
    private static void answerBare(Context ctx, Answers answers) {
        String contentType = ctx.res().getContentType();
        boolean ours =
                contentType != null
                        && (contentType.startsWith(Problem.CONTENT_TYPE)
                                || contentType.startsWith("text/html"));
        if (!ours) {
            answers.problem(ctx, Problem.ofStatus(ctx.statusCode()));
        }
    }
}
