package org.menfang.gate.gpio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How the structures of `linux/gpio.h` lie in memory: sizes and places in bytes, which are the
/// same on every machine, and the numbers of the requests, which follow from the sizes.
///
/// A test compares all of them with what the C compiler makes of the header.
final class GpioLayout {
    /// Bytes of a name, with the zero at its end.
    static final int NAME_BYTES = 32;

    /// `struct gpiochip_info`: name, label, lines.
    static final int CHIP_INFO_BYTES = 68;

    static final int CHIP_LABEL_AT = 32;
    static final int CHIP_LINES_AT = 64;

    /// `struct gpio_v2_line_info`: name, consumer, offset, num_attrs, flags, attrs, padding.
    static final int LINE_INFO_BYTES = 256;

    static final int LINE_INFO_CONSUMER_AT = 32;
    static final int LINE_INFO_OFFSET_AT = 64;
    static final int LINE_INFO_FLAGS_AT = 72;

    /// `struct gpio_v2_line_request`: offsets, consumer, config, num_lines, event_buffer_size,
    /// padding, fd.
    static final int REQUEST_BYTES = 592;

    static final int REQUEST_CONSUMER_AT = 256;
    static final int REQUEST_FLAGS_AT = 288;
    static final int REQUEST_ATTRIBUTE_COUNT_AT = 296;
    static final int REQUEST_ATTRIBUTES_AT = 320;
    static final int REQUEST_LINE_COUNT_AT = 560;
    static final int REQUEST_EVENTS_AT = 564;
    static final int REQUEST_DESCRIPTOR_AT = 588;

    /// `struct gpio_v2_line_config_attribute`: id, padding, value, mask of lines.
    static final int ATTRIBUTE_BYTES = 24;

    static final int ATTRIBUTE_VALUE_AT = 8;
    static final int ATTRIBUTE_MASK_AT = 16;

    /// `struct gpio_v2_line_values`: bits, mask.
    static final int VALUES_BYTES = 16;

    static final int VALUES_MASK_AT = 8;

    /// `struct gpio_v2_line_event`: timestamp_ns, id, offset, seqno, line_seqno, padding.
    static final int EVENT_BYTES = 48;

    static final int EVENT_ID_AT = 8;
    static final int EVENT_LINE_AT = 12;
    static final int EVENT_SEQUENCE_AT = 16;

    static final int EVENT_RISING = 1;

    static final long USED = 1;
    static final long INPUT = 1 << 2;
    static final long OUTPUT = 1 << 3;
    static final long EDGE_RISING = 1 << 4;
    static final long EDGE_FALLING = 1 << 5;
    static final long PULL_UP = 1 << 8;
    static final long PULL_DOWN = 1 << 9;
    static final long PULL_NONE = 1 << 10;

    static final int ATTRIBUTE_OUTPUT_VALUES = 2;
    static final int ATTRIBUTE_DEBOUNCE = 3;

    private static final long DIRECTION_READ = 2;
    private static final long DIRECTION_BOTH = 3;
    private static final int GPIO_TYPE = 0xB4;

    static final long GET_CHIP_INFO = request(DIRECTION_READ, 0x01, CHIP_INFO_BYTES);
    static final long GET_LINE_INFO = request(DIRECTION_BOTH, 0x05, LINE_INFO_BYTES);
    static final long GET_LINE = request(DIRECTION_BOTH, 0x07, REQUEST_BYTES);
    static final long GET_VALUES = request(DIRECTION_BOTH, 0x0E, VALUES_BYTES);
    static final long SET_VALUES = request(DIRECTION_BOTH, 0x0F, VALUES_BYTES);

    private GpioLayout() {}

    static ByteBuffer structure(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /// A name that ends with a zero.
    static String name(ByteBuffer structure, int at) {
        byte[] bytes = new byte[NAME_BYTES];
        structure.get(at, bytes);
        int length = 0;
        while (length < NAME_BYTES && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /// Writes a name, cut to what there is room for.
    static void putName(ByteBuffer structure, int at, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        structure.put(at, bytes, 0, Math.min(bytes.length, NAME_BYTES - 1));
    }

    /// The number of a request, as `_IOC` of `asm-generic/ioctl.h` makes it.
    private static long request(long direction, int number, int bytes) {
        return direction << 30 | (long) bytes << 16 | GPIO_TYPE << 8 | number;
    }
}
