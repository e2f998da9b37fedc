package org.menfang.sim.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Stands between clients and a server, on this machine, and is as bad a path as it is told to be.
/// The fault can change at any moment, also for connections that stand. What chance decides comes
/// from a seed.
public final class FaultProxy implements AutoCloseable {
    /// Small, as on a slow line: what a sender believes gone is either there or still with it.
    private static final int BUFFER_BYTES = 16 * 1024;

    private static final int BACKLOG_MAX = 50;

    private final InetSocketAddress target;
    private final long seed;
    private final InetSocketAddress address;
    private final Line line = new Line();
    private final Set<ProxiedConnection> standing = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private @Nullable Door door;
    private @Nullable Socket reservation;

    private FaultProxy(InetSocketAddress target, long seed, int port) throws IOException {
        this.target = target;
        this.seed = seed;
        ServerSocket first = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.address = (InetSocketAddress) first.getLocalSocketAddress();
        this.door = new Door(first, serve(first));
    }

    /// Where clients come in.
    private record Door(ServerSocket socket, Thread keeper) {
        /// Returns when nobody listens any more.
        void close() throws IOException {
            socket.close();
            try {
                keeper.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Begins to listen, on a port that is free.
    public static FaultProxy start(InetSocketAddress target, long seed) throws IOException {
        return start(target, seed, 0);
    }

    /// Begins to listen.
    ///
    /// @param port 0 for one that is free
    public static FaultProxy start(InetSocketAddress target, long seed, int port)
            throws IOException {
        return new FaultProxy(target, seed, port);
    }

    public int port() {
        return address.getPort();
    }

    /// From now on the path has this fault.
    public synchronized void begin(FaultMode mode) throws IOException {
        line.begin(mode);
        if (mode instanceof FaultMode.Refuse) {
            refuse();
            resetStanding();
        } else {
            listenAgain();
            if (mode instanceof FaultMode.ResetAfter(int bytesMax) && bytesMax == 0) {
                resetStanding();
            }
        }
    }

    public ProxyCounts counts() {
        return new ProxyCounts(
                connections.get(),
                standing.size(),
                line.bytesToServer.get(),
                line.bytesToClient.get(),
                line.bytesSwallowed.get(),
                line.bitsTurned.get(),
                line.resets.get());
    }

    @Override
    public synchronized void close() throws IOException {
        if (door != null) {
            door.close();
        }
        if (reservation != null) {
            reservation.close();
        }
        standing.forEach(ProxiedConnection::close);
    }

    /// Nobody listens, and nobody else gets the port meanwhile.
    private void refuse() throws IOException {
        if (door == null) {
            return;
        }
        door.close();
        door = null;
        Socket holder = new Socket();
        holder.setReuseAddress(true);
        holder.bind(address);
        reservation = holder;
    }

    private void listenAgain() throws IOException {
        if (door != null) {
            return;
        }
        if (reservation != null) {
            reservation.close();
            reservation = null;
        }
        ServerSocket again = listen(address);
        door = new Door(again, serve(again));
    }

    private static ServerSocket listen(InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.setReceiveBufferSize(BUFFER_BYTES);
        socket.bind(address, BACKLOG_MAX);
        return socket;
    }

    private void resetStanding() {
        standing.forEach(ProxiedConnection::reset);
    }

    private Thread serve(ServerSocket from) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (!from.isClosed()) {
                        try {
                            take(from.accept());
                        } catch (IOException e) {
                            // closed: the next turn ends it
                        }
                    }
                });
    }

    private void take(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            server.setReceiveBufferSize(BUFFER_BYTES);
            server.connect(target);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            ProxiedConnection connection =
                    new ProxiedConnection(client, server, line, standing::remove);
            standing.add(connection);
            connection.begin(seed, connections.incrementAndGet());
        } catch (IOException e) {
            server.close();
            client.close();
            throw e;
        }
    }
}
