package org.menfang.mqtt;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A TLS connection that can be cut at any moment from outside, and that knows when it last heard
/// from the other side.
///
/// The client library needs both. It blocks in writes to a half-open connection, and TLS blocks
/// with it when it is closed politely; closing the plain socket underneath frees every thread. And
/// a server that accepts and closes at once makes the library wait for ever for a receiver that has
/// already ended; so nothing is read here before something was written, which costs nothing, since
/// in MQTT the client speaks first.
final class LinkSocket extends Socket {
    private final SSLContext tls;
    private final Duration wait;
    private final LinkClock clock;
    private final Socket plain = new Socket();
    private final CountDownLatch spoken = new CountDownLatch(1);
    private volatile @Nullable SSLSocket secured;
    private volatile long heardAtNanos;
    private final AtomicLong heardBytes = new AtomicLong();

    LinkSocket(SSLContext tls, Duration wait, LinkClock clock) {
        this.tls = tls;
        this.wait = wait;
        this.clock = clock;
        this.heardAtNanos = clock.nanos();
    }

    /// When the other side last sent anything, by the clock of the link.
    long heardAtNanos() {
        return heardAtNanos;
    }

    /// How much it has sent.
    long heardBytes() {
        return heardBytes.get();
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        InetSocketAddress address = (InetSocketAddress) endpoint;
        int waitMillis = Math.toIntExact(wait.toMillis());
        plain.connect(address, waitMillis);
        heardAtNanos = clock.nanos();
        plain.setTcpNoDelay(true);
        plain.setSoTimeout(waitMillis);
        SSLSocket socket =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(
                                        plain, address.getHostString(), address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        heardAtNanos = clock.nanos();
        secured = socket;
    }

    @Override
    public void setSoTimeout(int timeoutMillis) throws java.net.SocketException {
        plain.setSoTimeout(timeoutMillis);
    }

    @Override
    public boolean isConnected() {
        return secured != null;
    }

    @Override
    public boolean isClosed() {
        return plain.isClosed();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new HeardStream(secured().getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new SpokenStream(secured().getOutputStream());
    }

    /// Cuts the connection. Nothing is said to the other side; whoever wants to say goodbye says so
    /// in MQTT first.
    @Override
    public void close() throws IOException {
        spoken.countDown();
        plain.close();
        super.close();
    }

    private SSLSocket secured() throws IOException {
        SSLSocket socket = secured;
        if (socket == null) {
            throw new IOException("not connected");
        }
        return socket;
    }

    private final class HeardStream extends FilterInputStream {
        HeardStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            awaitSpoken();
            int value = in.read();
            if (value >= 0) {
                heard(1);
            }
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            awaitSpoken();
            int count = in.read(into, offset, length);
            if (count > 0) {
                heard(count);
            }
            return count;
        }

        private void heard(int bytes) {
            heardBytes.addAndGet(bytes);
            heardAtNanos = clock.nanos();
        }

        private void awaitSpoken() throws IOException {
            try {
                if (!spoken.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("nothing was sent");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }
    }

    private final class SpokenStream extends FilterOutputStream {
        SpokenStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            spoken.countDown();
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            spoken.countDown();
        }
    }
}
