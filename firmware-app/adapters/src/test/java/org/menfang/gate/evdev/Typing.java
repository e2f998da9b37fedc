package org.menfang.gate.evdev;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Types text as a reader does: each key is pressed and let go within a millisecond, with shift
/// where it is needed.
final class Typing {
    private static final long STEP_MICROS = 1_000;
    private static final int CODES_MAX = 128;

    private long micros;

    Typing(long micros) {
        this.micros = micros;
    }

    long micros() {
        return micros;
    }

    void pause(long more) {
        micros += more;
    }

    /// The events of a text, in which a line feed is ENTER.
    List<KeyEvent> type(String text) {
        List<KeyEvent> events = new ArrayList<>();
        text.chars().forEach(sign -> type((char) sign, events));
        return events;
    }

    private void type(char sign, List<KeyEvent> events) {
        if (sign == '\n') {
            press(KeyMap.ENTER, events);
            return;
        }
        for (int code = 1; code < CODES_MAX; code++) {
            if (KeyMap.sign(code, false).filter(plain -> plain == sign).isPresent()) {
                press(code, events);
                return;
            }
            if (KeyMap.sign(code, true).filter(shifted -> shifted == sign).isPresent()) {
                events.add(key(KeyMap.LEFT_SHIFT, 1));
                press(code, events);
                events.add(key(KeyMap.LEFT_SHIFT, 0));
                return;
            }
        }
        throw new IllegalArgumentException("no key gives " + sign);
    }

    private void press(int code, List<KeyEvent> events) {
        events.add(key(code, 1));
        events.add(new KeyEvent(micros, KeyEvent.TYPE_SYNC, 0, 0));
        events.add(key(code, 0));
    }

    KeyEvent key(int code, int value) {
        micros += STEP_MICROS;
        return new KeyEvent(micros, KeyEvent.TYPE_KEY, code, value);
    }

    /// The events as the kernel writes them.
    static byte[] bytes(List<KeyEvent> events) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (KeyEvent event : events) {
            ByteBuffer one = ByteBuffer.allocate(KeyEvent.BYTES).order(ByteOrder.nativeOrder());
            if (KeyEvent.BYTES == 24) {
                one.putLong(event.micros() / 1_000_000).putLong(event.micros() % 1_000_000);
            } else {
                one.putInt((int) (event.micros() / 1_000_000))
                        .putInt((int) (event.micros() % 1_000_000));
            }
            one.putShort((short) event.type()).putShort((short) event.code()).putInt(event.value());
            all.writeBytes(one.array());
        }
        return all.toByteArray();
    }
}
