package org.menfang.gate.serial;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.menfang.gate.hardware.ByteLine;
import org.menfang.site.ReaderLine;

class TcpLineTest extends ByteLineContract {
    private ServerSocket server;
    private Socket other;
    private ByteLine line;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        line = ReaderLines.open(new ReaderLine.Tcp("localhost", server.getLocalPort()));
        other = server.accept();
    }

    @AfterEach
    void hangUp() throws IOException {
        line.close();
        other.close();
        server.close();
    }

    @Override
    ByteLine line() {
        return line;
    }

    @Override
    InputStream otherIn() throws IOException {
        return other.getInputStream();
    }

    @Override
    OutputStream otherOut() throws IOException {
        return other.getOutputStream();
    }

    @Override
    void unplug() throws IOException {
        other.close();
    }

    @Test
    void a_converter_that_does_not_answer_says_what_to_do() throws IOException {
        int port = server.getLocalPort();
        server.close();
        IOException e = assertThrows(IOException.class, () -> TcpLine.open("localhost", port));
        assertTrue(String.valueOf(e.getMessage()).contains("check the converter"));
    }
}
