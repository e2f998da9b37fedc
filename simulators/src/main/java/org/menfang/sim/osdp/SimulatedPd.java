package org.menfang.sim.osdp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;

/// An OSDP reader: it answers packets of a panel, and people act on it. Any thread may.
public final class SimulatedPd {
    /// After so long without a command it takes the panel for lost, and forgets what waits.
    static final Duration OFFLINE_AFTER = Duration.ofSeconds(8);

    private static final int NO_SEQUENCE = -1;
    private static final int SPEED_BYTES = 4;
    private static final Set<Integer> SPEEDS =
            Set.of(9_600, 19_200, 38_400, 57_600, 115_200, 230_400);

    /// What a reader with a key tells everybody.
    private static final Set<Integer> OPEN_COMMANDS =
            Set.of(CommandCode.IDENTITY, CommandCode.CAPABILITIES);

    private final PdPlan plan;
    private final Supplier<MonotonicTime> clock;
    private final PdSecrets secrets;
    private PdDevices devices;
    private Consumer<PdDeed> watcher = deed -> {};
    private int address;
    private int baud;
    private boolean plugged = true;
    private boolean answersBroken;
    private int busy;
    private int lastSequence = NO_SEQUENCE;
    private byte @Nullable [] lastReply;
    private MonotonicTime heardAt = MonotonicTime.START;
    private Runnable afterReply = () -> {};
    private long commands;
    private long repeats;
    private long refusals;

    /// @param clock what time it is
    /// @param randoms eight bytes that nobody can foresee, each time
    public SimulatedPd(PdPlan plan, Supplier<MonotonicTime> clock, Supplier<byte[]> randoms) {
        this.plan = plan;
        this.clock = clock;
        this.address = plan.address();
        this.baud = plan.baud();
        this.devices = new PdDevices(plan.parts());
        this.secrets =
                new PdSecrets(
                        plan.security(), plan.identity(), randoms, deed -> watcher.accept(deed));
    }

    /// Calls with everything that happens from now on.
    public synchronized void watch(Consumer<PdDeed> newWatcher) {
        watcher = newWatcher;
    }

    /// Holds a card before it. Without power nothing happens; without a panel it is forgotten soon.
    public synchronized void present(CardBits card) {
        act(() -> devices.report(card));
    }

    /// Presses keys, each reported by itself.
    ///
    /// @param keys digits, `*` and `#`
    public synchronized void press(String keys) {
        check(plan.parts().keypad(), "it has no keypad");
        check(keys.matches("[0-9*#]{1,32}"), "1 to 32 digits, * and #");
        keys.chars().forEach(key -> act(() -> devices.report(Character.toString(key))));
    }

    /// Presses keys so fast that one report tells of all.
    public synchronized void pressFast(String keys) {
        check(plan.parts().keypad(), "it has no keypad");
        check(keys.matches("[0-9*#]{1," + PdDevices.KEYS_MAX + "}"), "1 to 16 digits, * and #");
        act(() -> devices.report(keys));
    }

    /// Opens it, or closes it again.
    public synchronized void tamper(boolean on) {
        act(() -> devices.tamper(on));
    }

    /// Its supply becomes weak, or well again.
    public synchronized void powerFails(boolean on) {
        act(() -> devices.powerFails(on));
    }

    /// Something closes a contact at it, or opens it.
    public synchronized void input(int number, boolean on) {
        check(number >= 0 && number < plan.parts().inputs(), "no such input");
        act(() -> devices.input(number, on));
    }

    /// For so many commands it says that it is busy.
    public synchronized void busyFor(int count) {
        busy = count;
    }

    /// Whether it refuses packets with a wrong check in place of being silent.
    public synchronized void answerBroken(boolean answers) {
        answersBroken = answers;
    }

    /// Takes it from the line and its power. It forgets all but its key, address and speed.
    public synchronized void unplug() {
        plugged = false;
        secrets.endSession();
        devices = new PdDevices(plan.parts());
        lastSequence = NO_SEQUENCE;
        lastReply = null;
    }

    public synchronized void plug() {
        plugged = true;
    }

    public synchronized int address() {
        return address;
    }

    public synchronized int baud() {
        return baud;
    }

    public synchronized boolean isPlugged() {
        return plugged;
    }

    public synchronized PdSecurity security() {
        return secrets.security();
    }

    public synchronized boolean hasSession() {
        expire();
        return secrets.hasSession();
    }

    public synchronized boolean isOnline() {
        return plugged && lastSequence != NO_SEQUENCE && !isForgotten();
    }

    public synchronized LightColor light(int number) {
        return devices.light(number, clock.get());
    }

    public synchronized boolean isSounding() {
        return devices.isSounding(clock.get());
    }

    public synchronized boolean output(int number) {
        return devices.output(number, clock.get());
    }

    /// How many reports no poll has fetched yet.
    public synchronized int reportsWaiting() {
        return devices.reportsWaiting();
    }

    public synchronized PdCounts counts() {
        return new PdCounts(
                commands, repeats, refusals, secrets.sessions(), devices.reportsDropped());
    }

    /// Answers what was heard on the line.
    ///
    /// @return the bytes of its reply; empty if it says nothing
    synchronized Optional<byte[]> hear(PacketScanner.Found found) {
        Header header = found.header();
        boolean isMine = header.address() == address || header.address() == Header.BROADCAST;
        if (!plugged || header.reply() || !isMine) {
            return Optional.empty();
        }
        Packet.Envelope envelope = Packet.Envelope.answering(header);
        if (!found.whole()) {
            return answersBroken
                    ? Optional.of(refuse(envelope, NakReason.BAD_CHECK))
                    : Optional.empty();
        }
        expire();
        heardAt = clock.get();
        return Optional.of(answer(header, envelope, found.raw()));
    }

    private byte[] answer(Header header, Packet.Envelope envelope, byte[] raw) {
        if (busy > 0) {
            busy--;
            // It stands outside of sequence and session.
            return envelope.atSequence(0).plain(ReplyCode.BUSY);
        }
        int sequence = header.sequence();
        byte[] last = lastReply;
        if (sequence == 0) {
            secrets.endSession();
        } else if (sequence == lastSequence && last != null) {
            repeats++;
            return last;
        } else if (lastSequence == NO_SEQUENCE || sequence != next(lastSequence)) {
            return refuse(envelope, NakReason.UNEXPECTED_SEQUENCE);
        }
        lastSequence = sequence;
        afterReply = () -> {};
        byte[] reply = reply(envelope, raw);
        lastReply = reply;
        afterReply.run();
        return reply;
    }

    private byte[] reply(Packet.Envelope envelope, byte[] raw) {
        Optional<Packet> packet = Packet.read(raw);
        if (packet.isEmpty()) {
            return refuse(envelope, NakReason.BAD_LENGTH);
        }
        Packet command = packet.orElseThrow();
        Optional<SecurityBlock> security = command.security();
        if (security.isEmpty()) {
            return replyPlainly(envelope, command);
        }
        return switch (secrets.take(command)) {
            case PdSecrets.Taken.Refused(var reason) -> refuse(envelope, reason);
            case PdSecrets.Taken.Begun(var block, var answer) ->
                    envelope.withBlock(block, answer.code(), answer.data());
            case PdSecrets.Taken.Opened(var data) ->
                    secrets.seal(envelope, carryOut(command.code(), data));
        };
    }

    private byte[] replyPlainly(Packet.Envelope envelope, Packet command) {
        boolean isOpen =
                !(secrets.security() instanceof PdSecurity.Commissioned)
                        || OPEN_COMMANDS.contains(command.code());
        if (secrets.hasSession() || !isOpen) {
            secrets.endSession();
            return refuse(envelope, NakReason.SECURITY_NOT_MET);
        }
        Answer answer = carryOut(command.code(), command.data());
        return envelope.plain(answer.code(), answer.data());
    }

    private Answer carryOut(int code, byte[] data) {
        commands++;
        Answer answer = answerTo(code, data);
        if (answer.code() == ReplyCode.NAK) {
            refusals++;
            watcher.accept(new PdDeed.Refused(code + ": reason " + answer.data()[0]));
        }
        return answer;
    }

    private Answer answerTo(int code, byte[] data) {
        MonotonicTime now = clock.get();
        return switch (code) {
            case CommandCode.POLL -> told(devices.poll(now));
            case CommandCode.IDENTITY -> new Answer(ReplyCode.IDENTITY, plan.identity().report());
            case CommandCode.CAPABILITIES ->
                    plan.parts().capabilities(!(secrets.security() instanceof PdSecurity.None));
            case CommandCode.LOCAL_STATUS -> devices.localStatus();
            case CommandCode.INPUT_STATUS -> devices.inputStatus();
            case CommandCode.OUTPUT_STATUS -> devices.outputStatus(now);
            case CommandCode.READER_STATUS -> devices.readerStatus();
            case CommandCode.OUTPUT -> done("outputs", data, devices.setOutputs(now, data));
            case CommandCode.LED -> done("lights", data, devices.setLights(now, data));
            case CommandCode.BUZZER -> done("buzzer", data, devices.setBuzzer(now, data));
            case CommandCode.COMMUNICATION -> move(data);
            case CommandCode.KEY_SET -> secrets.setKey(data);
            case CommandCode.REPLY_SIZE, CommandCode.KEEP_ACTIVE ->
                    data.length == 2 ? Answer.ACK : Answer.nak(NakReason.BAD_LENGTH);
            case CommandCode.ABORT -> Answer.ACK;
            default -> Answer.nak(NakReason.UNKNOWN_COMMAND);
        };
    }

    /// The reply still goes out in the old way.
    private Answer move(byte[] data) {
        if (data.length != 1 + SPEED_BYTES) {
            return Answer.nak(NakReason.BAD_LENGTH);
        }
        int newAddress = Units.number(data, 0);
        int wished = Units.wide(data, 1) | (Units.wide(data, 3) << (2 * Byte.SIZE));
        if (newAddress >= Header.BROADCAST) {
            return Answer.nak(NakReason.UNABLE);
        }
        int newBaud = SPEEDS.contains(wished) ? wished : baud;
        afterReply =
                () -> {
                    address = newAddress;
                    baud = newBaud;
                    watcher.accept(new PdDeed.Moved(newAddress, newBaud));
                };
        return Answer.of(
                ReplyCode.COMMUNICATION,
                newAddress,
                newBaud,
                newBaud >> Byte.SIZE,
                newBaud >> (2 * Byte.SIZE),
                newBaud >> (3 * Byte.SIZE));
    }

    private Answer told(Answer report) {
        if (report.code() != ReplyCode.ACK) {
            watcher.accept(new PdDeed.Reported(report.name()));
        }
        return report;
    }

    private Answer done(String what, byte[] data, Answer answer) {
        if (answer.code() != ReplyCode.NAK) {
            watcher.accept(new PdDeed.Commanded(what + " " + Arrays.toString(data)));
        }
        return answer;
    }

    private byte[] refuse(Packet.Envelope envelope, NakReason reason) {
        refusals++;
        watcher.accept(new PdDeed.Refused(reason.toString()));
        return envelope.plain(ReplyCode.NAK, (byte) reason.code());
    }

    private void act(Runnable act) {
        if (plugged) {
            expire();
            act.run();
        }
    }

    private void expire() {
        if (isForgotten()) {
            secrets.endSession();
            devices.forgetReports();
        }
    }

    private boolean isForgotten() {
        return heardAt.plus(OFFLINE_AFTER).isBefore(clock.get());
    }

    private static int next(int sequence) {
        return sequence == Header.SEQUENCE_MAX ? 1 : sequence + 1;
    }

    private static void check(boolean holds, String demand) {
        if (!holds) {
            throw new IllegalArgumentException(demand);
        }
    }
}
