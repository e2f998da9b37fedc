package org.menfang.hub.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/// How much of anything the server takes from a stranger.
final class HttpLimits {
    static final int CONNECTIONS_MAX = 512;
    static final int HEADER_BYTES_MAX = 8 * 1024;
    static final int BODY_BYTES_MAX = 16 * 1024;

    /// A form with files. It is held in memory: nothing of it is ever left in a temporary folder.
    static final int FORM_BYTES_MAX = 10 * 1024 * 1024;

    /// A connection on which nothing moves for this long ends; a page that does not take what is
    /// sent to it, too.
    static final int IDLE_MILLIS_MAX = 30_000;

    private static final int BACKLOG_MAX = 128;

    /// Whoever takes connections and bytes in; the handlers have threads of their own.
    static final int PLATFORM_THREADS_MAX = 16;

    private HttpLimits() {}

    /// @param certificates of the pages, where they are encrypted
    static void apply(
            JavalinConfig config,
            BoardServerOptions options,
            SslContextFactory.Server certificates) {
        config.jetty.threadPool = threads();
        config.http.maxRequestSize = BODY_BYTES_MAX;
        config.jetty.multipartConfig.maxFileSize(FORM_BYTES_MAX, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(FORM_BYTES_MAX, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(FORM_BYTES_MAX, SizeUnit.BYTES);
        config.jetty.addConnector((server, http) -> connector(server, http, options, certificates));
        config.jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(CONNECTIONS_MAX, server));
            server.setErrorHandler(new BareErrors());
        });
    }

    /// Handlers run on virtual threads, and those who take connections and bytes in never do: a
    /// handler that keeps a carrier busy must not stop the whole server from listening.
    private static ThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS_MAX);
        threads.setName("board");
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("board-handler-"));
        return threads;
    }

    /// Whether a form with files is taken. One that does not say how long it is, is not.
    static boolean takesForm(int bytes) {
        return bytes >= 0 && bytes <= FORM_BYTES_MAX;
    }

    private static Connector connector(
            Server server,
            HttpConfiguration http,
            BoardServerOptions options,
            SslContextFactory.Server certificates) {
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setUriCompliance(UriCompliance.RFC3986);
        PageTls tls = options.tls();
        ServerConnector connector =
                tls == null
                        ? new ServerConnector(server, new HttpConnectionFactory(http))
                        : secured(server, http, tls, certificates);
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS_MAX);
        connector.setAcceptQueueSize(BACKLOG_MAX);
        connector.addBean(new FirstRequestDeadline(connector));
        return connector;
    }

    private static ServerConnector secured(
            Server server,
            HttpConfiguration http,
            PageTls tls,
            SslContextFactory.Server certificates) {
        // Without the check of the host name: a board is also called by its bare address.
        http.addCustomizer(new SecureRequestCustomizer(false, false, tls.strictSeconds(), false));
        certificates.setSslContext(tls.context());
        return new ServerConnector(
                server,
                new SslConnectionFactory(certificates, "http/1.1"),
                new HttpConnectionFactory(http));
    }
}
