package org.menfang.sim.osdp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.MonotonicTime;
import org.menfang.sim.time.Chance;

/// A line with readers on it, and what is wrong with it. Bytes of the panel go in, and what the
/// readers say comes out; it moves neither time nor threads.
public final class SimulatedOsdpLine {
    /// Start, data and stop bits.
    private static final int BITS_A_BYTE = 10;

    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final List<SimulatedPd> readers;
    private final Supplier<MonotonicTime> clock;
    private final long seed;
    private final Chance chance;
    private final Wire wire;
    private final PacketScanner scanner = new PacketScanner();
    private LineTroubles troubles = LineTroubles.NONE;
    private Interloper interloper;
    private OptionalInt speed = OptionalInt.empty();

    /// @param seed what troubles and attacks draw their chance from
    public SimulatedOsdpLine(List<SimulatedPd> readers, Supplier<MonotonicTime> clock, long seed) {
        this.readers = List.copyOf(readers);
        this.clock = clock;
        this.seed = seed;
        this.chance = Chance.of(seed, "osdp line");
        this.wire = new Wire(chance);
        this.interloper = new Interloper(new Attack.None(), chance);
    }

    /// Bytes that go to the panel.
    ///
    /// @param at when the last of them is there
    @SuppressWarnings("ArrayRecordComponent") // Bytes are handed over, never compared.
    public record Sent(MonotonicTime at, byte[] bytes) {}

    public synchronized void begin(LineTroubles newTroubles) {
        troubles = newTroubles;
    }

    public synchronized void begin(Attack attack) {
        interloper = new Interloper(attack, Chance.of(seed, "osdp attack"));
    }

    /// From now on bytes take as long as at this speed, and readers with another one hear nothing.
    public synchronized void speed(int baud) {
        speed = OptionalInt.of(baud);
    }

    /// Takes bytes of the panel.
    public synchronized List<Sent> hear(byte[] bytes) {
        MonotonicTime now = clock.get();
        List<Sent> sent = new ArrayList<>();
        byte[] carried = bytes.length == 0 ? bytes : wire.carry(troubles, bytes);
        for (PacketScanner.Found found : scanner.hear(now, carried)) {
            answer(found).ifPresent(reply -> sent.add(send(now, found.raw().length, reply)));
        }
        return sent;
    }

    private Optional<byte[]> answer(PacketScanner.Found found) {
        Optional<Packet> command = found.whole() ? Packet.read(found.raw()) : Optional.empty();
        if (command.isEmpty()) {
            return ask(found);
        }
        Optional<byte[]> forged = interloper.forge(command.orElseThrow());
        if (forged.isPresent()) {
            return forged;
        }
        byte[] changed = interloper.command(command.orElseThrow());
        return ask(new PacketScanner.Found(changed, true))
                .map(reply -> Packet.read(reply).map(interloper::reply).orElse(reply));
    }

    private Optional<byte[]> ask(PacketScanner.Found found) {
        byte @Nullable [] said = null;
        for (SimulatedPd reader : readers) {
            if (speed.isEmpty() || speed.getAsInt() == reader.baud()) {
                Optional<byte[]> reply = reader.hear(found);
                if (reply.isPresent()) {
                    byte[] bytes = reply.orElseThrow();
                    said = said == null ? bytes : wire.collide(said, bytes);
                }
            }
        }
        return Optional.ofNullable(said);
    }

    private Sent send(MonotonicTime now, int commandBytes, byte[] reply) {
        Duration late = chance.percent(troubles.delayed()) ? troubles.delay() : Duration.ZERO;
        byte[] carried = wire.carry(troubles, reply);
        return new Sent(now.plus(onTheLine(commandBytes + carried.length)).plus(late), carried);
    }

    private Duration onTheLine(int bytes) {
        return speed.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos((long) bytes * BITS_A_BYTE * NANOS_A_SECOND / speed.getAsInt());
    }
}
