package org.menfang.gate.osdp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// What the panel asks a reader. Each knows its code and its data in the standard.
sealed interface PanelCommand {
    int code();

    byte[] data();

    /// What the reader has to tell.
    record Poll() implements PanelCommand {
        @Override
        public int code() {
            return 0x60;
        }

        @Override
        public byte[] data() {
            return new byte[0];
        }
    }

    /// Who the reader is.
    record Identify() implements PanelCommand {
        @Override
        public int code() {
            return 0x61;
        }

        @Override
        public byte[] data() {
            return new byte[1];
        }
    }

    /// What the reader can do.
    record AskCapabilities() implements PanelCommand {
        @Override
        public int code() {
            return 0x62;
        }

        @Override
        public byte[] data() {
            return new byte[1];
        }
    }

    /// Whether somebody opened the case, and whether the supply is fine.
    record AskLocalStatus() implements PanelCommand {
        @Override
        public int code() {
            return 0x64;
        }

        @Override
        public byte[] data() {
            return new byte[0];
        }
    }

    record AskInputs() implements PanelCommand {
        @Override
        public int code() {
            return 0x65;
        }

        @Override
        public byte[] data() {
            return new byte[0];
        }
    }

    record AskOutputs() implements PanelCommand {
        @Override
        public int code() {
            return 0x66;
        }

        @Override
        public byte[] data() {
            return new byte[0];
        }
    }

    /// Drives an output of the reader for good.
    record SetOutput(int output, boolean on) implements PanelCommand {
        private static final int OFF_FOR_GOOD = 1;
        private static final int ON_FOR_GOOD = 2;

        public SetOutput {
            if (output < 0 || output > 0xFF) {
                throw new IllegalArgumentException("an output from 0 to 255, not " + output);
            }
        }

        @Override
        public int code() {
            return 0x68;
        }

        @Override
        public byte[] data() {
            return new byte[] {(byte) output, (byte) (on ? ON_FOR_GOOD : OFF_FOR_GOOD), 0, 0};
        }
    }

    /// Lights the reader.
    ///
    /// @param now what it shows for a while; {@link Blink#NONE} for nothing
    /// @param during for how long; zero ends what it shows for a while
    /// @param rest what it shows from then on
    record Light(Blink now, Duration during, Blink rest) implements PanelCommand {
        private static final int CANCEL = 1;
        private static final int SET_FOR_A_WHILE = 2;
        private static final int SET_FOR_GOOD = 1;

        @Override
        public int code() {
            return 0x69;
        }

        @Override
        public byte[] data() {
            ByteBuffer data = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
            data.put((byte) 0).put((byte) 0);
            data.put((byte) (during.isZero() ? CANCEL : SET_FOR_A_WHILE));
            now.put(data);
            data.putShort((short) Tenths.of(during, 0xFFFF));
            data.put((byte) SET_FOR_GOOD);
            rest.put(data);
            return data.array();
        }
    }

    /// How a light shines: in one colour and then in another, again and again.
    record Blink(Colour one, Duration oneFor, Colour other, Duration otherFor) {
        static final Blink NONE = steady(Colour.BLACK);

        static Blink steady(Colour colour) {
            return new Blink(colour, Duration.ofMillis(500), colour, Duration.ofMillis(500));
        }

        static Blink of(Colour colour, Duration half) {
            return new Blink(colour, half, Colour.BLACK, half);
        }

        private void put(ByteBuffer data) {
            data.put((byte) Tenths.of(oneFor, 0xFF)).put((byte) Tenths.of(otherFor, 0xFF));
            data.put((byte) one.code).put((byte) other.code);
        }
    }

    /// The colours that every reader with a light of several colours has.
    enum Colour {
        BLACK(0),
        RED(1),
        GREEN(2),
        AMBER(3);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /// Lets the reader sound, or be still.
    ///
    /// @param times 1 to 255; 0 for silence
    record Sound(Duration on, Duration off, int times) implements PanelCommand {
        static final Sound SILENCE = new Sound(Duration.ZERO, Duration.ZERO, 0);

        private static final int NO_TONE = 1;
        private static final int USUAL_TONE = 2;

        public Sound {
            if (times < 0 || times > 0xFF) {
                throw new IllegalArgumentException("a sound from 0 to 255 times, not " + times);
            }
        }

        @Override
        public int code() {
            return 0x6A;
        }

        @Override
        public byte[] data() {
            return new byte[] {
                0,
                (byte) (times == 0 ? NO_TONE : USUAL_TONE),
                (byte) Tenths.of(on, 0xFF),
                (byte) Tenths.of(off, 0xFF),
                (byte) times
            };
        }
    }

    /// Gives the reader another address.
    record SetAddress(int address, int baud) implements PanelCommand {
        public SetAddress {
            if (address < 0 || address > OsdpPacket.ADDRESS_MAX) {
                throw new IllegalArgumentException("an address from 0 to 126, not " + address);
            }
        }

        @Override
        public int code() {
            return 0x6E;
        }

        @Override
        public byte[] data() {
            return ByteBuffer.allocate(5)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) address)
                    .putInt(baud)
                    .array();
        }
    }

    /// Gives the reader another key. Only ever sent encrypted.
    record SetKey(BaseKey key) implements PanelCommand {
        private static final int BASE_KEY = 1;

        @Override
        public int code() {
            return 0x75;
        }

        @Override
        public byte[] data() {
            return ByteBuffer.allocate(2 + BaseKey.BYTES)
                    .put((byte) BASE_KEY)
                    .put((byte) BaseKey.BYTES)
                    .put(key.bytes())
                    .array();
        }
    }

    /// Begins a secure channel.
    ///
    /// @param random 8 bytes
    @SuppressWarnings("ArrayRecordComponent") // It is sent, never compared.
    record Challenge(byte[] random) implements PanelCommand {
        @Override
        public int code() {
            return 0x76;
        }

        @Override
        public byte[] data() {
            return random;
        }
    }

    /// Shows the reader that the panel knows the key.
    @SuppressWarnings("ArrayRecordComponent") // It is sent, never compared.
    record Prove(byte[] cryptogram) implements PanelCommand {
        @Override
        public int code() {
            return 0x77;
        }

        @Override
        public byte[] data() {
            return cryptogram;
        }
    }

    /// The time unit of lights and sounds.
    final class Tenths {
        private static final long MILLIS = 100;

        private Tenths() {}

        static int of(Duration duration, int max) {
            return (int) Math.min(max, Math.ceilDiv(duration.toMillis(), MILLIS));
        }
    }
}
