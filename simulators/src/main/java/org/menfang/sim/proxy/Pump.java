package org.menfang.sim.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.menfang.sim.time.Chance;

/// One direction of one connection: a thread that reads, a thread that writes, and what is on its
/// way between them.
final class Pump {
    private static final int SEGMENT_BYTES_MAX = 4_096;
    private static final int SEGMENTS_MAX = 64;

    /// A slow line is booked in pieces of this part of a second.
    private static final int PIECES_A_SECOND = 100;

    private final Direction direction;
    private final InputStream in;
    private final OutputStream out;
    private final Line line;
    private final ProxiedConnection connection;
    private final Chance chance;
    private final BlockingQueue<Segment> onItsWay = new ArrayBlockingQueue<>(SEGMENTS_MAX);
    private Spell spell;

    /// How many bytes the present fault still lets through, where that is its kind.
    private int left;

    /// Whether bytes were lost on this way.
    private boolean silent;

    Pump(
            Direction direction,
            InputStream in,
            OutputStream out,
            Line line,
            ProxiedConnection connection,
            Chance chance) {
        this.direction = direction;
        this.in = in;
        this.out = out;
        this.line = line;
        this.connection = connection;
        this.chance = chance;
        this.spell = line.spell();
        this.left = allowance(spell.mode());
    }

    /// What was read at once; nothing at the end of the connection.
    private static final class Segment {
        private final byte[] bytes;
        private final long readAtNanos = System.nanoTime();

        Segment(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isEnd() {
            return bytes.length == 0;
        }
    }

    void readAll() {
        byte[] buffer = new byte[SEGMENT_BYTES_MAX];
        try {
            int count = readSome(buffer);
            while (count > 0) {
                line.count(direction, count);
                onItsWay.put(new Segment(Arrays.copyOf(buffer, count)));
                count = readSome(buffer);
            }
            onItsWay.put(new Segment(new byte[0]));
        } catch (InterruptedException e) {
            connection.close();
        }
    }

    void writeAll() {
        try {
            Segment segment = onItsWay.take();
            while (!segment.isEnd()) {
                int from = 0;
                while (from < segment.bytes.length) {
                    from += forward(segment, from);
                }
                drained();
                segment = onItsWay.take();
            }
            awaitPath();
            connection.close();
        } catch (IOException | InterruptedException e) {
            connection.close();
        }
    }

    /// How many bytes came; none if the connection is at its end, in whatever way.
    private int readSome(byte[] buffer) throws InterruptedException {
        awaitRoom();
        try {
            return Math.max(0, in.read(buffer));
        } catch (IOException e) {
            return 0;
        }
    }

    /// A path that is stuck takes nothing, and a slow one has no room for more than it carries.
    private void awaitRoom() throws InterruptedException {
        awaitPath();
        synchronized (this) {
            while (line.spell().mode() instanceof FaultMode.Throttle && !onItsWay.isEmpty()) {
                wait();
            }
        }
    }

    private synchronized void drained() {
        notifyAll();
    }

    private void awaitPath() throws InterruptedException {
        Spell now = line.spell();
        while (now.mode() instanceof FaultMode.HalfOpen) {
            line.awaitChange(now);
            now = line.spell();
        }
    }

    /// How many bytes are done with.
    private int forward(Segment segment, int from) throws IOException, InterruptedException {
        look();
        int rest = segment.bytes.length - from;
        if (silent || connection.isDeadFrom(spell)) {
            return swallow(rest);
        }
        return switch (spell.mode()) {
            case FaultMode.Pass _ -> write(segment, from, rest);
            case FaultMode.Delay(var by) ->
                    line.awaitTime(segment.readAtNanos + by.toNanos(), spell)
                            ? write(segment, from, rest)
                            : 0;
            case FaultMode.Throttle(int bytesPerSecond) -> {
                int piece = Math.clamp(bytesPerSecond / PIECES_A_SECOND, 1, rest);
                yield line.carry(direction, piece, bytesPerSecond, spell)
                        ? write(segment, from, piece)
                        : 0;
            }
            case FaultMode.Slice(int bytesMax) ->
                    write(segment, from, Math.min(rest, chance.between(1, bytesMax)));
            case FaultMode.ResetAfter _ -> writeThenReset(segment, from, rest);
            case FaultMode.HalfOpen _ -> {
                line.awaitChange(spell);
                yield 0;
            }
            case FaultMode.SilentAfter _ -> writeThenFallSilent(segment, from, rest);
            case FaultMode.Corrupt(int bytesMax) -> corrupt(segment, from, rest, bytesMax);
            case FaultMode.Refuse _ -> {
                connection.reset();
                yield rest;
            }
        };
    }

    /// Takes note of a fault that has begun.
    private void look() {
        Spell now = line.spell();
        if (!now.isSame(spell)) {
            spell = now;
            left = allowance(now.mode());
        }
    }

    private int allowance(FaultMode mode) {
        return switch (mode) {
            case FaultMode.ResetAfter(int bytesMax) -> chance.between(0, bytesMax);
            case FaultMode.SilentAfter(int bytes) -> bytes;
            case FaultMode.Corrupt(int bytesMax) -> chance.below(bytesMax);
            case FaultMode.Pass _,
                    FaultMode.Delay _,
                    FaultMode.Throttle _,
                    FaultMode.Slice _,
                    FaultMode.HalfOpen _,
                    FaultMode.Refuse _ ->
                    0;
        };
    }

    private int write(Segment segment, int from, int count) throws IOException {
        out.write(segment.bytes, from, count);
        return count;
    }

    private int writeThenReset(Segment segment, int from, int rest) throws IOException {
        int count = write(segment, from, Math.min(left, rest));
        left -= count;
        if (left == 0) {
            connection.reset();
            return rest;
        }
        return count;
    }

    private int writeThenFallSilent(Segment segment, int from, int rest) throws IOException {
        int count = write(segment, from, Math.min(left, rest));
        left -= count;
        if (count == rest) {
            return count;
        }
        silent = true;
        connection.die(spell);
        return count + swallow(rest - count);
    }

    private int swallow(int count) {
        line.bytesSwallowed.addAndGet(count);
        return count;
    }

    private int corrupt(Segment segment, int from, int rest, int bytesMax) throws IOException {
        if (left >= rest) {
            left -= rest;
            return write(segment, from, rest);
        }
        int bit = 1 << chance.below(Byte.SIZE);
        segment.bytes[from + left] ^= (byte) bit;
        line.bitsTurned.incrementAndGet();
        int count = write(segment, from, left + 1);
        left = chance.below(bytesMax);
        return count;
    }
}
