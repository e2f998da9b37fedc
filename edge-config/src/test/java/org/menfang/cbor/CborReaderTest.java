package org.menfang.cbor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CborReaderTest {
    private static final CborLimits LIMITS = new CborLimits(64, 4, 20);
    private static final CborLimits WIDE = new CborLimits(1_000, 8, 100);

    @Test
    void the_examples_of_the_standard_are_items_or_have_their_fault() throws IOException {
        check("appendix-a.txt", WIDE);
    }

    @Test
    void each_fault_has_its_reason() throws IOException {
        check("faults.txt", LIMITS);
    }

    @Test
    void a_length_that_is_only_promised_reserves_nothing() {
        // 2^31 - 1 items of which none is there; the machine of the test would not hold them.
        assertEquals("!TRUNCATED", told(bytes("9a7fffffff"), LIMITS));
        assertEquals("!TRUNCATED", told(bytes("ba7fffffff"), LIMITS));
        assertEquals("!TRUNCATED", told(bytes("5a7fffffff"), LIMITS));
    }

    @Test
    void random_bytes_are_refused_or_are_what_the_writer_writes() {
        Random chance = new Random(1);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[chance.nextInt(40)];
            chance.nextBytes(bytes);
            if (CborReader.read(bytes, LIMITS) instanceof CborRead.Read(CborValue value)) {
                assertArrayEquals(bytes, CborWriter.write(value));
                read++;
            }
        }
        assertTrue(read > 1_000, "few were read: " + read);
    }

    @Test
    void what_is_written_is_read_again() {
        Random chance = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            CborValue value = RandomCbor.value(chance, 4);
            byte[] bytes = CborWriter.write(value);
            assertEquals(
                    new CborRead.Read(inOrder(value)),
                    CborReader.read(bytes, new CborLimits(100_000, 5, 10_000)),
                    () -> HexFormat.of().formatHex(bytes));
        }
    }

    @Test
    void a_changed_bit_never_makes_another_text_of_the_same_item() {
        Random chance = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = CborWriter.write(RandomCbor.value(chance, 3));
            bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
            CborLimits limits = new CborLimits(100_000, 4, 10_000);
            if (CborReader.read(bytes, limits) instanceof CborRead.Read(CborValue value)) {
                assertArrayEquals(bytes, CborWriter.write(value));
            }
        }
    }

    @Test
    void the_writer_refuses_what_no_reader_takes() {
        CborValue.Entry entry = CborValue.Entry.of(1, new CborValue.Null());
        assertThrows(
                IllegalArgumentException.class,
                () -> CborWriter.write(CborValue.Map.of(entry, entry)));
        assertThrows(IllegalArgumentException.class, () -> new CborValue.Text("\uD800"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CborValue.Tagged(-1, new CborValue.Null()));
    }

    private static CborValue inOrder(CborValue value) {
        return switch (CborReader.read(
                CborWriter.write(value), new CborLimits(100_000, 5, 10_000))) {
            case CborRead.Read(CborValue read) -> read;
            case CborRead.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private static void check(String table, CborLimits limits) throws IOException {
        for (String line : lines(table)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int gap = line.indexOf(' ');
            byte[] bytes = bytes(line.substring(0, gap));
            assertEquals(line.substring(gap).strip(), told(bytes, limits), line);
            if (CborReader.read(bytes, limits) instanceof CborRead.Read(CborValue value)) {
                assertArrayEquals(bytes, CborWriter.write(value), line);
            }
        }
    }

    private static String told(byte[] bytes, CborLimits limits) {
        return switch (CborReader.read(bytes, limits)) {
            case CborRead.Read(CborValue value) -> value.toString();
            case CborRead.Refused(CborFault fault, int _) -> "!" + fault;
        };
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static List<String> lines(String table) throws IOException {
        try (InputStream in = CborReaderTest.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
