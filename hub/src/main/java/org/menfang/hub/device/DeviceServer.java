package org.menfang.hub.device;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.menfang.enrol.EnrolmentRequest;
import org.menfang.enrol.PicturePaths;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.trust.Trust;
import org.menfang.vocabulary.Sha256;

/// The HTTPS server for gates. Joining needs a code and no certificate; everything else needs a
/// certificate that the hub issued and did not take back.
public final class DeviceServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DeviceServer.class.getName());

    private static final int ENROLMENT_BYTES_MAX = 8_192;
    private static final int REQUESTS_MAX = 16;
    private static final int BACKLOG_MAX = 64;
    private static final int GOODBYE_SECONDS_MAX = 1;

    static {
        // The platform's server takes its bounds from properties, once: how long a request and its
        // answer may take, and how many connections there may be.
        setUnlessSet("sun.net.httpserver.maxReqTime", "30");
        setUnlessSet("sun.net.httpserver.maxRspTime", "30");
        setUnlessSet("sun.net.httpserver.idleInterval", "30");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "64");
        setUnlessSet("jdk.httpserver.maxConnections", "256");
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(REQUESTS_MAX);
    private final Trust trust;
    private final PictureShelf shelf;
    private final EnrolmentDesk enrolments;

    private DeviceServer(HttpsServer server, Trust trust, PictureShelf shelf, EnrolmentDesk desk) {
        this.server = server;
        this.trust = trust;
        this.shelf = shelf;
        this.enrolments = desk;
    }

    /// Starts a server and returns when it listens.
    ///
    /// @param address the port may be 0 for any free one
    public static DeviceServer start(
            InetSocketAddress address,
            Trust trust,
            Codes codes,
            PictureShelf shelf,
            InstantSource clock)
            throws IOException {
        HttpsServer server = HttpsServer.create(address, BACKLOG_MAX);
        server.setHttpsConfigurator(
                new HttpsConfigurator(trust.serverContext()) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                        tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                        tls.setWantClientAuth(true);
                        parameters.setSSLParameters(tls);
                    }
                });
        EnrolmentDesk desk = new EnrolmentDesk(trust, codes, new WrongCodes(clock));
        DeviceServer devices = new DeviceServer(server, trust, shelf, desk);
        server.setExecutor(devices.threads);
        server.createContext("/", devices::serve);
        server.start();
        return devices;
    }

    /// The port that it listens on.
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(GOODBYE_SECONDS_MAX);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, room.tryAcquire() ? answerAndLeave(exchange) : busy());
        }
    }

    private Answer answerAndLeave(HttpExchange exchange) {
        try {
            return answer(exchange);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "a gate was not served", e);
            return Answer.problem(500, "the hub cannot read or write its files");
        } finally {
            room.release();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals(EnrolmentRequest.PATH) && method.equals("POST")) {
            byte[] body = body(exchange, ENROLMENT_BYTES_MAX);
            return body == null ? tooLarge() : enrolments.answer(body);
        }
        Optional<Sha256> digest = digestIn(path);
        if (digest.isPresent() && method.equals("PUT")) {
            return isKnown(exchange)
                    ? keep(exchange, digest.get())
                    : Answer.problem(403, "only for gates that have joined");
        }
        return Answer.problem(404, "nothing here");
    }

    private Answer keep(HttpExchange exchange, Sha256 digest) throws IOException {
        byte[] body = body(exchange, PicturePaths.PICTURE_BYTES_MAX);
        if (body == null) {
            return tooLarge();
        }
        return switch (shelf.keep(digest, body)) {
            case KEPT -> Answer.nothing(201);
            case WAS_THERE -> Answer.nothing(200);
            case NOT_A_JPEG -> Answer.problem(415, "not a JPEG picture");
            case OTHER_DIGEST -> Answer.problem(422, "the picture has another digest");
            case NO_ROOM -> Answer.problem(507, "the hub has no room for pictures");
        };
    }

    private boolean isKnown(HttpExchange exchange) throws IOException {
        if (!(exchange instanceof HttpsExchange secure)) {
            return false;
        }
        try {
            Certificate[] chain = secure.getSSLSession().getPeerCertificates();
            return chain[0] instanceof X509Certificate certificate && !trust.isRevoked(certificate);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private static Optional<Sha256> digestIn(String path) {
        if (!path.startsWith(PicturePaths.PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Sha256(path.substring(PicturePaths.PREFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Null if there is more than allowed.
    private static byte @Nullable [] body(HttpExchange exchange, int bytesMax) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(bytesMax + 1);
        return body.length > bytesMax ? null : body;
    }

    private static Answer tooLarge() {
        return Answer.problem(413, "too large");
    }

    private static Answer busy() {
        return Answer.problem(503, "busy; try again");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Connection", "close");
        if (json.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(answer.status(), json.length == 0 ? -1 : json.length);
        if (json.length > 0) {
            exchange.getResponseBody().write(json);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
