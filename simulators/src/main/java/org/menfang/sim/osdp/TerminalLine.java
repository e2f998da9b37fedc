package org.menfang.sim.osdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.menfang.gate.hardware.ByteLine;

/// The panel's end of a line at a pseudo-terminal, without any library: a thread reads.
public final class TerminalLine implements ByteLine {
    private static final int BUFFER_BYTES = 1_024;
    private static final int PIECES_MAX = 1_024;
    private static final byte[] END = new byte[0];

    private final InputStream in;
    private final OutputStream out;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES_MAX);
    private byte[] rest = END;
    private boolean ended;

    private TerminalLine(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static TerminalLine open(SerialPath path) throws IOException {
        TerminalLine line = new TerminalLine(path.in(), path.out());
        Thread.ofPlatform().daemon().name("terminal").start(line::readAll);
        return line;
    }

    @Override
    public int read(byte[] into, Duration wait) throws IOException {
        if (rest.length == 0 && !ended) {
            rest = next(wait);
        }
        if (ended) {
            throw new IOException("the line has ended");
        }
        int count = Math.min(rest.length, into.length);
        System.arraycopy(rest, 0, into, 0, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    @Override
    public void close() {
        pieces.clear();
        pieces.add(END);
        try {
            out.close();
            in.close();
        } catch (IOException e) {
            // It had ended already, as was asked.
            return;
        }
    }

    private byte[] next(Duration wait) throws IOException {
        try {
            byte[] piece = pieces.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            ended = piece != null && piece.length == 0;
            return piece == null ? END : piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void readAll() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            int count = in.read(buffer);
            while (count >= 0) {
                // What comes faster than anybody reads is lost, as at a real port.
                if (count > 0 && !pieces.offer(Arrays.copyOf(buffer, count))) {
                    pieces.clear();
                }
                count = in.read(buffer);
            }
        } catch (IOException e) {
            // The other side is gone: that is the end.
        }
        pieces.clear();
        pieces.add(END);
    }
}
