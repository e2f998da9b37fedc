package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.util.Arrays;
import java.util.List;
import org.menfang.gate.MonotonicTime;
import org.menfang.gate.osdp.FuzzedPanel;
import org.menfang.sim.osdp.PacketCheck;
import org.menfang.sim.osdp.PdPlan;
import org.menfang.sim.osdp.PdSecurity;
import org.menfang.sim.osdp.SimulatedOsdpLine;
import org.menfang.sim.osdp.SimulatedPd;

/// Bytes on the line of readers.
final class LineTargets {
    private static final byte START = 0x53;
    private static final int HEADER_BYTES = 5;
    private static final int CRC_BYTES = 2;
    private static final int SECURITY = 0x08;
    private static final int CRC = 0x04;
    private static final int ADDRESS_SHIFT = 4;
    private static final int ADDRESS_MAX = 0x03;

    private LineTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget("osdp-reader", LineTargets::take),
                new FuzzTarget("osdp-reader-framed", LineTargets::framed),
                new FuzzTarget("osdp-panel", FuzzedPanel::take),
                new FuzzTarget("osdp-panel-framed", FuzzedPanel::framed));
    }

    /// One reader of each kind, each alone, so that no two speak at once.
    private static void take(byte[] input) {
        List.of(
                        reader(0, new PdSecurity.Install()),
                        reader(1, new PdSecurity.None()),
                        reader(2, new PdSecurity.Commissioned(new byte[16])))
                .forEach(reader -> take(reader, input));
    }

    private static void take(SimulatedPd reader, byte[] input) {
        new SimulatedOsdpLine(List.of(reader), () -> MonotonicTime.START, 1)
                .hear(input)
                .forEach(sent -> hold(isReply(sent.bytes()), "a reply that is no packet"));
    }

    /// The first byte says how the packet begins; the rest is what stands between its header and
    /// its check, and then the same for one more, of the next number.
    private static void framed(byte[] input) {
        if (input.length < 2) {
            return;
        }
        int half = 1 + (input.length - 1) / 2;
        byte[] first = packet(input[0], 0, Arrays.copyOfRange(input, 1, half));
        byte[] second = packet(input[0], 1, Arrays.copyOfRange(input, half, input.length));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        take(both);
    }

    private static byte[] packet(byte how, int sequence, byte[] content) {
        byte[] packet = new byte[HEADER_BYTES + content.length + CRC_BYTES];
        packet[0] = START;
        packet[1] = (byte) ((how >> ADDRESS_SHIFT) & ADDRESS_MAX);
        packet[2] = (byte) packet.length;
        packet[3] = (byte) (packet.length >> Byte.SIZE);
        packet[4] = (byte) ((how & SECURITY) | CRC | sequence);
        System.arraycopy(content, 0, packet, HEADER_BYTES, content.length);
        PacketCheck.CRC.repair(packet);
        return packet;
    }

    private static boolean isReply(byte[] reply) {
        int length = Byte.toUnsignedInt(reply[2]) | (Byte.toUnsignedInt(reply[3]) << Byte.SIZE);
        return reply[0] == START && reply[1] < 0 && length == reply.length;
    }

    private static SimulatedPd reader(int address, PdSecurity security) {
        return new SimulatedPd(
                PdPlan.usual(address, security), () -> MonotonicTime.START, () -> new byte[8]);
    }
}
