package org.menfang.gate.hublink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Tries the way to a hub step by step, and says how far it goes. It says nothing to the hub.
public final class HubProbe {
    private HubProbe() {}

    /// How far the way goes.
    public sealed interface Result {
        /// Nobody knows the name.
        record NameUnknown() implements Result {}

        /// Nobody listens there.
        record Unreachable(String why) implements Result {}

        /// Somebody listens, and the two do not trust each other.
        record Refused(String why) implements Result {}

        /// Somebody listens; this gate has no keys yet, so that no more was tried.
        record Listens(String address) implements Result {}

        /// All is well.
        ///
        /// @param protocol the version of TLS
        /// @param until when the certificate of the other side ends
        record Reached(String address, String protocol, Instant until) implements Result {}
    }

    /// @param tls what the gate got when it joined; empty if it has not
    /// @param wait for each step
    public static Result probe(String host, int port, Optional<SSLContext> tls, Duration wait) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return new Result.NameUnknown();
        }
        int waitMillis = Math.toIntExact(wait.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), waitMillis);
            plain.setSoTimeout(waitMillis);
            return tls.isEmpty()
                    ? new Result.Listens(address.getHostAddress())
                    : shakeHands(plain, host, port, tls.get());
        } catch (IOException e) {
            return new Result.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private static Result shakeHands(Socket plain, String host, int port, SSLContext tls)
            throws IOException {
        try (SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            Certificate first = socket.getSession().getPeerCertificates()[0];
            Instant until =
                    first instanceof X509Certificate certificate
                            ? certificate.getNotAfter().toInstant()
                            : Instant.MAX;
            return new Result.Reached(
                    plain.getInetAddress().getHostAddress(),
                    socket.getSession().getProtocol(),
                    until);
        } catch (SSLException e) {
            return new Result.Refused(String.valueOf(e.getMessage()));
        }
    }
}
