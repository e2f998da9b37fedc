package org.menfang.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one item from bytes that anybody may have written. It takes the deterministic form only,
/// so that two different texts of bytes are never the same item. Memory and time are bounded by the
/// limits: no length that is only promised is ever reserved.
public final class CborReader {
    private static final int REFUSED = -1;

    private final byte[] bytes;
    private final CborLimits limits;
    private int position;
    private int items;
    private CborFault fault = CborFault.TRUNCATED;

    private CborReader(byte[] bytes, CborLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /// Reads bytes that hold one item and nothing else.
    public static CborRead read(byte[] bytes, CborLimits limits) {
        if (bytes.length > limits.bytesMax()) {
            return new CborRead.Refused(CborFault.TOO_LONG, limits.bytesMax());
        }
        CborReader reader = new CborReader(bytes, limits);
        CborValue value = reader.item(0);
        if (value == null) {
            return new CborRead.Refused(reader.fault, reader.position);
        }
        return reader.position < bytes.length
                ? new CborRead.Refused(CborFault.TRAILING_BYTES, reader.position)
                : new CborRead.Read(value);
    }

    /// Null stands for a refusal here and in all methods below; `fault` says why.
    private @Nullable CborValue item(int depth) {
        if (++items > limits.itemsMax()) {
            return refuse(CborFault.TOO_MANY_ITEMS);
        }
        if (position >= bytes.length) {
            return refuse(CborFault.TRUNCATED);
        }
        int first = bytes[position++] & 0xFF;
        int type = first >> Head.TYPE_SHIFT;
        int info = first & Head.INFO_MASK;
        if (type == Head.SIMPLE) {
            return simple(info);
        }
        long argument = argument(type, info);
        if (argument == REFUSED) {
            return null;
        }
        return switch (type) {
            case Head.UNSIGNED -> new CborValue.Whole(argument);
            case Head.NEGATIVE -> new CborValue.Whole(-1 - argument);
            case Head.BYTES -> byteString(argument);
            case Head.TEXT -> text(argument);
            default ->
                    depth >= limits.depthMax()
                            ? refuse(CborFault.TOO_DEEP)
                            : container(type, argument, depth + 1);
        };
    }

    private @Nullable CborValue container(int type, long argument, int depth) {
        if (type == Head.TAG) {
            CborValue value = item(depth);
            return value == null ? null : new CborValue.Tagged(argument, value);
        }
        return type == Head.ARRAY ? array(argument, depth) : map(argument, depth);
    }

    private @Nullable CborValue simple(int info) {
        return switch (info) {
            case Head.FALSE -> new CborValue.Flag(false);
            case Head.TRUE -> new CborValue.Flag(true);
            case Head.NULL -> new CborValue.Null();
            case Head.INDEFINITE -> refuse(CborFault.INDEFINITE_LENGTH);
            default -> refuse(faultOfSimple(info));
        };
    }

    private static CborFault faultOfSimple(int info) {
        if (info > Head.EIGHT_BYTES_FOLLOW) {
            return CborFault.RESERVED;
        }
        return info >= Head.HALF_FLOAT ? CborFault.FLOAT : CborFault.SIMPLE_VALUE;
    }

    private long argument(int type, int info) {
        if (info < Head.ONE_BYTE_FOLLOWS) {
            return info;
        }
        if (info > Head.EIGHT_BYTES_FOLLOW) {
            boolean open = info == Head.INDEFINITE && type >= Head.BYTES && type <= Head.MAP;
            fault = open ? CborFault.INDEFINITE_LENGTH : CborFault.RESERVED;
            return REFUSED;
        }
        int length = 1 << (info - Head.ONE_BYTE_FOLLOWS);
        if (bytes.length - position < length) {
            fault = CborFault.TRUNCATED;
            return REFUSED;
        }
        long argument = 0;
        for (int i = 0; i < length; i++) {
            argument = (argument << Byte.SIZE) | (bytes[position++] & 0xFF);
        }
        return checkedArgument(argument, length);
    }

    private long checkedArgument(long argument, int length) {
        // Half the bytes would have been enough; a single byte could have stood in the head.
        boolean isShortest =
                length == 1
                        ? argument >= Head.ONE_BYTE_FOLLOWS
                        : argument >>> (length * Byte.SIZE / 2) != 0;
        if (!isShortest) {
            fault = CborFault.NOT_SHORTEST;
            return REFUSED;
        }
        if (argument < 0) {
            fault = CborFault.NUMBER_TOO_LARGE;
            return REFUSED;
        }
        return argument;
    }

    private @Nullable CborValue byteString(long length) {
        if (length > bytes.length - position) {
            return refuse(CborFault.TRUNCATED);
        }
        int from = position;
        position += (int) length;
        return new CborValue.Bytes(Arrays.copyOfRange(bytes, from, position));
    }

    private @Nullable CborValue text(long length) {
        if (length > bytes.length - position) {
            return refuse(CborFault.TRUNCATED);
        }
        ByteBuffer encoded = ByteBuffer.wrap(bytes, position, (int) length);
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(encoded)
                            .toString();
            position += (int) length;
            return new CborValue.Text(text);
        } catch (CharacterCodingException e) {
            return refuse(CborFault.NOT_UTF_8);
        }
    }

    private @Nullable CborValue array(long count, int depth) {
        List<CborValue> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            CborValue value = item(depth);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return new CborValue.Array(values);
    }

    private @Nullable CborValue map(long count, int depth) {
        List<CborValue.Entry> entries = new ArrayList<>();
        int lastKey = position;
        int lastKeyEnd = position;
        for (long i = 0; i < count; i++) {
            int start = position;
            CborValue key = item(depth);
            if (key == null) {
                return null;
            }
            if (i > 0 && compare(lastKey, lastKeyEnd, start) >= 0) {
                boolean known = entries.stream().anyMatch(entry -> entry.key().equals(key));
                return refuse(known ? CborFault.DUPLICATE_KEY : CborFault.KEYS_OUT_OF_ORDER);
            }
            lastKey = start;
            lastKeyEnd = position;
            CborValue value = item(depth);
            if (value == null) {
                return null;
            }
            entries.add(new CborValue.Entry(key, value));
        }
        return new CborValue.Map(entries);
    }

    /// The last key against the one that ends where we stand, byte by byte.
    private int compare(int lastKey, int lastKeyEnd, int key) {
        return Arrays.compareUnsigned(bytes, lastKey, lastKeyEnd, bytes, key, position);
    }

    private @Nullable CborValue refuse(CborFault why) {
        fault = why;
        return null;
    }
}
