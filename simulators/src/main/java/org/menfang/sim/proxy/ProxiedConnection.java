package org.menfang.sim.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.menfang.sim.time.Chance;

/// One client and one server, and the two directions between them.
final class ProxiedConnection {
    private static final System.Logger LOG = System.getLogger(ProxiedConnection.class.getName());

    private final Socket client;
    private final Socket server;
    private final Line line;
    private final Consumer<ProxiedConnection> whenClosed;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Spell diedIn;

    ProxiedConnection(
            Socket client, Socket server, Line line, Consumer<ProxiedConnection> whenClosed) {
        this.client = client;
        this.server = server;
        this.line = line;
        this.whenClosed = whenClosed;
    }

    /// @param number makes what chance does to this connection its own
    void begin(long seed, long number) throws IOException {
        Pump there =
                new Pump(
                        Direction.TO_SERVER,
                        client.getInputStream(),
                        server.getOutputStream(),
                        line,
                        this,
                        Chance.of(seed, "to server " + number));
        Pump back =
                new Pump(
                        Direction.TO_CLIENT,
                        server.getInputStream(),
                        client.getOutputStream(),
                        line,
                        this,
                        Chance.of(seed, "to client " + number));
        for (Runnable work :
                List.<Runnable>of(there::readAll, there::writeAll, back::readAll, back::writeAll)) {
            threads.add(Thread.ofVirtual().unstarted(work));
        }
        threads.forEach(Thread::start);
    }

    /// Whether bytes were lost in an earlier fault, so that no later one may arrive.
    boolean isDeadFrom(Spell now) {
        Spell lost = diedIn;
        return lost != null && !lost.isSame(now);
    }

    void die(Spell during) {
        diedIn = during;
    }

    /// Ends it at once: both sides hear that the connection was reset.
    void reset() {
        if (closed.get()) {
            return;
        }
        line.resets.incrementAndGet();
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed already", e);
        }
        close();
    }

    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        for (Socket socket : List.of(client, server)) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "closed already", e);
            }
        }
        threads.forEach(Thread::interrupt);
        whenClosed.accept(this);
    }
}
