package org.menfang.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.gate.evdev.KeyboardReaders;
import org.menfang.gate.hardware.ReaderListener;
import org.menfang.gate.linux.Errno;
import org.menfang.gate.linux.LinuxException;
import org.menfang.gate.linux.LinuxFile;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderPlan;
import org.menfang.vocabulary.ReaderId;

/// A USB reader that types, as the kernel shows one: plugged in, read, unplugged and plugged in
/// again.
@Timeout(300)
final class KeyboardInGuest {
    private static final Path EVENTS = Path.of("/dev/input/event0");
    private static final long GRAB = 0x40044590L;
    private static final long SET_EVENT_BIT = 0x40045564L;
    private static final long SET_KEY_BIT = 0x40045565L;
    private static final long SET_UP = 0x405C5503L;
    private static final long CREATE = 0x5501L;
    private static final int SETUP_BYTES = 92;
    private static final int NAME_AT = 8;
    private static final int EVENT_BYTES = 24;
    private static final int TYPE_KEY = 1;
    private static final int KEY_ENTER = 28;
    private static final int KEYS_MAX = 100;
    private static final String DIGITS = "1234567890";
    private static final int KEY_1 = 2;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void a_reader_is_grabbed_heard_unplugged_and_heard_again() throws Exception {
        ReaderPlan plan =
                new ReaderPlan(
                        new ReaderId("usb"),
                        "USB",
                        CardFormat.WIEGAND_34,
                        false,
                        false,
                        new ReaderConnection.Keyboard(EVENTS));
        try (KeyboardReaders readers = KeyboardReaders.connect(List.of(plan), listener())) {
            assertEquals("failed", next());
            try (LinuxFile reader = plugIn()) {
                assertEquals("recovered", next());
                assertNobodyElseHears();
                type(reader, "0000203307");
                assertEquals("card 0" + "0000000000000011" + "0001101000101011" + "0", next());
            }
            assertEquals("failed", next());
            try (LinuxFile reader = plugIn()) {
                assertEquals("recovered", next());
                type(reader, "12345");
                assertEquals("text 12345", next());
            }
            assertTrue(readers.areLive());
        }
    }

    private static void assertNobodyElseHears() throws LinuxException {
        try (LinuxFile other = LinuxFile.open(EVENTS, LinuxFile.Access.READ)) {
            LinuxException refused =
                    assertThrows(LinuxException.class, () -> other.ioctl("grab", GRAB, 1));
            assertTrue(refused.is(Errno.EBUSY), refused.toString());
        }
    }

    private static LinuxFile plugIn() throws LinuxException {
        LinuxFile reader = LinuxFile.open(Path.of("/dev/uinput"), LinuxFile.Access.READ_WRITE);
        reader.ioctl("have keys", SET_EVENT_BIT, TYPE_KEY);
        for (int code = 1; code < KEYS_MAX; code++) {
            reader.ioctl("have a key", SET_KEY_BIT, code);
        }
        ByteBuffer setup = direct(SETUP_BYTES);
        setup.put(NAME_AT, "reader".getBytes(StandardCharsets.US_ASCII));
        reader.ioctl("be a reader", SET_UP, setup);
        reader.ioctl("be plugged in", CREATE, 0);
        return reader;
    }

    private static void type(LinuxFile reader, String digits) throws LinuxException {
        for (int i = 0; i < digits.length(); i++) {
            strike(reader, KEY_1 + DIGITS.indexOf(digits.charAt(i)));
        }
        strike(reader, KEY_ENTER);
    }

    private static void strike(LinuxFile reader, int code) throws LinuxException {
        for (int value = 1; value >= 0; value--) {
            write(reader, TYPE_KEY, code, value);
            write(reader, 0, 0, 0);
        }
    }

    private static void write(LinuxFile reader, int type, int code, int value)
            throws LinuxException {
        ByteBuffer event = direct(EVENT_BYTES);
        event.putShort(16, (short) type).putShort(18, (short) code).putInt(20, value);
        assertEquals(EVENT_BYTES, reader.write(event));
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(120, TimeUnit.SECONDS));
    }

    private ReaderListener listener() {
        return new ReaderListener() {
            @Override
            public void onCard(ReaderId reader, CardBits bits) {
                heard.add("card " + bits.bits());
            }

            @Override
            public void onKey(ReaderId reader, Key key) {
                heard.add("key " + key);
            }

            @Override
            public void onText(ReaderId reader, String text) {
                heard.add("text " + text);
            }

            @Override
            public void onFailed(ReaderId reader, String why) {
                heard.add("failed");
            }

            @Override
            public void onRecovered(ReaderId reader) {
                heard.add("recovered");
            }
        };
    }
}
