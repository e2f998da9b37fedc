package org.menfang.sim.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How a victim says what is durable: each line in one write, so that it is out or not begun.
final class Voice {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    void acknowledge(String name, long number) {
        say("ack " + name + " " + number);
    }

    synchronized void say(String line) {
        try {
            out.write((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
