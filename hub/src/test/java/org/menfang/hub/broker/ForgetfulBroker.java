package org.menfang.hub.broker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// A broker that welcomes everybody, answers calls, and never a message.
final class ForgetfulBroker implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;

    private final SSLServerSocket server;

    ForgetfulBroker(SSLContext context) throws IOException {
        server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        Thread.ofPlatform().daemon().name("forgetful broker").start(this::welcome);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void welcome() {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                converse(client);
            } catch (IOException e) {
                // the client is gone, or the test is over
            }
        }
    }

    private static void converse(SSLSocket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        while (true) {
            int type = in.readUnsignedByte() >> 4;
            byte[] body = in.readNBytes(length(in));
            switch (type) {
                case CONNECT -> out.write(new byte[] {0x20, 3, 0, 0, 0});
                case SUBSCRIBE -> out.write(new byte[] {(byte) 0x90, 4, body[0], body[1], 0, 1});
                case PINGREQ -> out.write(new byte[] {(byte) 0xD0, 0});
                default -> {
                    // forgotten
                }
            }
            out.flush();
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return length;
    }
}
