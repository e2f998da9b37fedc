package org.menfang.sim.osdp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.menfang.gate.CardBits;
import org.menfang.gate.MonotonicTime;

/// What is to be seen, heard and touched at a reader, and what it has to report of it.
final class PdDevices {
    /// Most reports that wait for a poll.
    static final int REPORTS_MAX = 64;

    /// Most keys of one report.
    static final int KEYS_MAX = 16;

    /// The reader within the device.
    private static final int READER = 0;

    /// The bits of a card come with no statement about their parity.
    private static final int BITS_UNSPECIFIED = 0;

    private static final char CLEAR = '*';
    private static final char ENTER = '#';
    private static final int CLEAR_CODE = 0x7F;
    private static final int ENTER_CODE = 0x0D;

    private final List<Light> lights = new ArrayList<>();
    private final List<SwitchedOutput> outputs = new ArrayList<>();
    private final Buzzer buzzer = new Buzzer();
    private final boolean[] inputs;
    private final Deque<Answer> reports = new ArrayDeque<>();
    private byte[] outputsTold;
    private boolean tampered;
    private boolean powerFailed;
    private long reportsDropped;

    PdDevices(PdParts parts) {
        for (int i = 0; i < parts.lights(); i++) {
            lights.add(new Light());
        }
        for (int i = 0; i < parts.outputs(); i++) {
            outputs.add(new SwitchedOutput());
        }
        inputs = new boolean[parts.inputs()];
        outputsTold = new byte[parts.outputs()];
    }

    /// The oldest report that waits, or that an output has changed by itself.
    Answer poll(MonotonicTime now) {
        Answer waiting = reports.poll();
        if (waiting != null) {
            return waiting;
        }
        return Arrays.equals(outputsTold, outputStates(now)) ? Answer.ACK : outputStatus(now);
    }

    void report(CardBits card) {
        report(cardReport(card));
    }

    static Answer cardReport(CardBits card) {
        byte[] data = new byte[4 + (card.length() + Byte.SIZE - 1) / Byte.SIZE];
        data[0] = READER;
        data[1] = BITS_UNSPECIFIED;
        data[2] = (byte) card.length();
        data[3] = (byte) (card.length() >> Byte.SIZE);
        for (int i = 0; i < card.length(); i++) {
            if (card.bits().charAt(i) == '1') {
                data[4 + i / Byte.SIZE] |= (byte) (0x80 >> i % Byte.SIZE);
            }
        }
        return new Answer(ReplyCode.CARD_BITS, data);
    }

    void report(String keys) {
        byte[] data = new byte[2 + keys.length()];
        data[0] = READER;
        data[1] = (byte) keys.length();
        for (int i = 0; i < keys.length(); i++) {
            data[2 + i] = keyCode(keys.charAt(i));
        }
        report(new Answer(ReplyCode.KEYS, data));
    }

    void tamper(boolean on) {
        tampered = on;
        report(localStatus());
    }

    void powerFails(boolean on) {
        powerFailed = on;
        report(localStatus());
    }

    void input(int number, boolean on) {
        inputs[number] = on;
        report(inputStatus());
    }

    void forgetReports() {
        reports.clear();
    }

    Answer localStatus() {
        return Answer.of(ReplyCode.LOCAL_STATUS, bit(tampered), bit(powerFailed));
    }

    Answer inputStatus() {
        byte[] states = new byte[inputs.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = (byte) bit(inputs[i]);
        }
        return new Answer(ReplyCode.INPUT_STATUS, states);
    }

    Answer outputStatus(MonotonicTime now) {
        outputsTold = outputStates(now);
        return new Answer(ReplyCode.OUTPUT_STATUS, outputsTold.clone());
    }

    /// The reader within the device is there and well.
    Answer readerStatus() {
        return Answer.of(ReplyCode.READER_STATUS, 0);
    }

    Answer setLights(MonotonicTime now, byte[] data) {
        if (data.length == 0 || data.length % Light.RECORD_BYTES != 0) {
            return Answer.nak(NakReason.BAD_LENGTH);
        }
        for (int at = 0; at < data.length; at += Light.RECORD_BYTES) {
            int number = Units.number(data, at + 1);
            if (data[at] != READER || number >= lights.size()) {
                return Answer.nak(NakReason.UNABLE);
            }
            lights.get(number).command(now, data, at);
        }
        return Answer.ACK;
    }

    Answer setBuzzer(MonotonicTime now, byte[] data) {
        if (data.length != Buzzer.RECORD_BYTES) {
            return Answer.nak(NakReason.BAD_LENGTH);
        }
        if (data[0] != READER) {
            return Answer.nak(NakReason.UNABLE);
        }
        buzzer.command(now, data);
        return Answer.ACK;
    }

    Answer setOutputs(MonotonicTime now, byte[] data) {
        if (data.length == 0 || data.length % SwitchedOutput.RECORD_BYTES != 0) {
            return Answer.nak(NakReason.BAD_LENGTH);
        }
        for (int at = 0; at < data.length; at += SwitchedOutput.RECORD_BYTES) {
            int number = Units.number(data, at);
            if (number >= outputs.size() || !outputs.get(number).command(now, data, at)) {
                return Answer.nak(NakReason.UNABLE);
            }
        }
        return outputStatus(now);
    }

    LightColor light(int number, MonotonicTime now) {
        return lights.get(number).color(now);
    }

    boolean isSounding(MonotonicTime now) {
        return buzzer.isSounding(now);
    }

    boolean output(int number, MonotonicTime now) {
        return outputs.get(number).isOn(now);
    }

    int reportsWaiting() {
        return reports.size();
    }

    long reportsDropped() {
        return reportsDropped;
    }

    private void report(Answer answer) {
        if (reports.size() == REPORTS_MAX) {
            reportsDropped++;
        } else {
            reports.add(answer);
        }
    }

    private byte[] outputStates(MonotonicTime now) {
        byte[] states = new byte[outputs.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = (byte) bit(outputs.get(i).isOn(now));
        }
        return states;
    }

    private static byte keyCode(char key) {
        return switch (key) {
            case CLEAR -> (byte) CLEAR_CODE;
            case ENTER -> (byte) ENTER_CODE;
            default -> (byte) key;
        };
    }

    private static int bit(boolean on) {
        return on ? 1 : 0;
    }
}
