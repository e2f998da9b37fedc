package org.menfang.sim.osdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.menfang.sim.time.Chance;

/// Somebody between panel and readers.
final class Interloper {
    /// How many replies it remembers.
    private static final int HEARD_REPLIES_MAX = 32;

    /// Of the triple that tells about security, in a report of capabilities.
    private static final int SECURITY_FUNCTION = 9;

    private static final int TRIPLE_BYTES = 3;
    private static final int CONTROL_AT = 4;

    private final Attack attack;
    private final Chance chance;
    private final List<byte[]> heard = new ArrayList<>();

    Interloper(Attack attack, Chance chance) {
        this.attack = attack;
        this.chance = chance;
    }

    /// What it says in the reader's place; empty if it lets the command pass.
    Optional<byte[]> forge(Packet command) {
        Packet.Envelope envelope = Packet.Envelope.answering(command.header());
        return switch (attack) {
            case Attack.HideSecurity _ when isChallenge(command) ->
                    Optional.of(
                            envelope.plain(
                                    ReplyCode.NAK, (byte) NakReason.UNKNOWN_SECURITY.code()));
            case Attack.ForgeCard(var card) when command.code() == CommandCode.POLL -> {
                Answer report = PdDevices.cardReport(card);
                yield Optional.of(envelope.plain(report.code(), report.data()));
            }
            case Attack.ForgeCard _,
                    Attack.HideSecurity _,
                    Attack.None _,
                    Attack.TurnBits _,
                    Attack.Replay _,
                    Attack.ForceDefaultKey _,
                    Attack.StripSecurity _ ->
                    Optional.empty();
        };
    }

    /// What the reader hears in place of a command.
    byte[] command(Packet command) {
        return switch (attack) {
            case Attack.TurnBits(int percent) -> turned(command.raw(), percent);
            case Attack.ForceDefaultKey _ -> withDefaultKey(command);
            case Attack.StripSecurity _ -> stripped(command);
            case Attack.None _, Attack.Replay _, Attack.HideSecurity _, Attack.ForgeCard _ ->
                    command.raw();
        };
    }

    /// What the panel hears in place of a reply.
    byte[] reply(Packet reply) {
        return switch (attack) {
            case Attack.TurnBits(int percent) -> turned(reply.raw(), percent);
            case Attack.Replay(int percent) -> replayed(reply, percent);
            case Attack.HideSecurity _ -> withoutSecurity(reply);
            case Attack.ForceDefaultKey _ -> withDefaultKey(reply);
            case Attack.None _, Attack.StripSecurity _, Attack.ForgeCard _ -> reply.raw();
        };
    }

    private static boolean isChallenge(Packet command) {
        return command.security()
                .filter(block -> block.type() == SecurityBlock.CHALLENGE)
                .isPresent();
    }

    private byte[] turned(byte[] raw, int percent) {
        byte[] changed = raw.clone();
        PacketCheck check = Header.read(raw, 0).check();
        if (chance.percent(percent)) {
            int at = chance.between(Header.BYTES, raw.length - check.bytes() - 1);
            changed[at] ^= (byte) (1 << chance.below(Byte.SIZE));
            check.repair(changed);
        }
        return changed;
    }

    private byte[] replayed(Packet reply, int percent) {
        byte[] said = reply.raw();
        boolean again = !heard.isEmpty() && chance.percent(percent);
        byte[] old = again ? chance.oneOf(heard).clone() : said;
        heard.add(said.clone());
        if (heard.size() > HEARD_REPLIES_MAX) {
            heard.removeFirst();
        }
        if (again) {
            int control = old[CONTROL_AT] & ~Header.SEQUENCE_BITS;
            old[CONTROL_AT] = (byte) (control | reply.header().sequence());
            Header.read(old, 0).check().repair(old);
        }
        return old;
    }

    private static byte[] withoutSecurity(Packet reply) {
        byte[] raw = reply.raw().clone();
        if (reply.security().isEmpty() && reply.code() == ReplyCode.CAPABILITIES) {
            int from = Header.BYTES + 1;
            for (int at = from; at + 2 < from + reply.data().length; at += TRIPLE_BYTES) {
                if (raw[at] == SECURITY_FUNCTION) {
                    raw[at + 1] = 0;
                    raw[at + 2] = 0;
                }
            }
            reply.header().check().repair(raw);
        }
        return raw;
    }

    /// The kind of key stands in the first byte of the block's data.
    private static byte[] withDefaultKey(Packet packet) {
        byte[] raw = packet.raw().clone();
        boolean namesKey =
                packet.security()
                        .filter(block -> !block.hasMac() && block.type() != SecurityBlock.FIRST_MAC)
                        .filter(block -> block.data().length > 0)
                        .isPresent();
        if (namesKey) {
            raw[Header.BYTES + SecurityBlock.BYTES_MIN] = SecurityBlock.DEFAULT_KEY;
            packet.header().check().repair(raw);
        }
        return raw;
    }

    private static byte[] stripped(Packet command) {
        return command.security().filter(SecurityBlock::hasMac).isPresent()
                ? Packet.Envelope.of(command.header()).plain(command.code(), command.data())
                : command.raw();
    }
}
