package org.menfang.gate.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Pictures on a pipe.
class PpmReaderTest {
    @Test
    void pictures_follow_each_other_and_may_change_their_size() throws IOException {
        PpmReader reader = reader("P6\n1 2\n255\nabcdefP6 1 1 255 xyz");
        assertTrue(reader.next());
        assertEquals("1 x 2", reader.width() + " x " + reader.height());
        assertArrayEquals("abcdef".getBytes(StandardCharsets.US_ASCII), reader.exchange(bytes("")));
        assertTrue(reader.next());
        assertEquals("1 x 1", reader.width() + " x " + reader.height());
        assertArrayEquals(bytes("xyz"), reader.exchange(bytes("")));
        assertFalse(reader.next());
    }

    @Test
    void what_is_not_a_picture_is_garbled() {
        String[] garbled = {
            "hello",
            "P5\n1 1\n255\nx",
            "P6\n0 1\n255\n",
            "P6\n1 x\n255\n",
            "P6\n99999 99999\n255\n",
            "P6\n123456 1\n255\n",
            "P6\n1 1\n65535\nxxxxxx",
            "P6\n1 1",
        };
        for (String stream : garbled) {
            assertThrows(PpmReader.GarbledStream.class, () -> reader(stream).next(), () -> stream);
        }
    }

    @Test
    void a_picture_that_breaks_off_is_an_end() {
        assertThrows(EOFException.class, () -> reader("P6\n2 2\n255\nabc").next());
    }

    private static PpmReader reader(String stream) {
        return new PpmReader(new ByteArrayInputStream(bytes(stream)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
