package org.menfang.gate.serial;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import org.menfang.gate.hardware.ByteLine;

/// A converter in the network that passes bytes on, such as RS-485 behind Ethernet.
public final class TcpLine implements ByteLine {
    private static final Duration CONNECT_WAIT_MAX = Duration.ofSeconds(5);

    private final String name;
    private final Socket socket;
    private final InputStream in;

    private TcpLine(String name, Socket socket) throws IOException {
        this.name = name;
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /// @throws IOException if it does not answer; the message says what a person can do
    public static TcpLine open(String host, int port) throws IOException {
        String name = host + ":" + port;
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            socket.connect(
                    new InetSocketAddress(host, port),
                    Math.toIntExact(CONNECT_WAIT_MAX.toMillis()));
            return new TcpLine(name, socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException(
                    name + " does not answer: check the converter, its address and the network", e);
        }
    }

    @Override
    public int read(byte[] into, Duration wait) throws IOException {
        socket.setSoTimeout(Math.clamp(wait.toMillis(), 1, Integer.MAX_VALUE));
        try {
            int count = in.read(into);
            if (count < 0) {
                throw new IOException(name + " has hung up");
            }
            return count;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted; whoever reads hears of it.
            System.getLogger(TcpLine.class.getName())
                    .log(System.Logger.Level.DEBUG, name + " was gone already", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
