package org.menfang.gate.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.menfang.gate.hardware.Frame;

/// Stills that OpenCV makes.
@Timeout(120)
class OpenCvStillsTest {
    /// One folder for all tests of this process: a native library is loaded once.
    private static final Path LIBRARY = Path.of("target", "opencv");

    private static final long KIB_GROWTH_MAX = 64 * 1024;

    @Test
    void a_large_frame_is_made_smaller_and_keeps_its_shape() throws IOException {
        BufferedImage picture = decoded(still(frame(2560, 1440, 0x00, 0x80, 0xff), "x"));
        assertEquals("1280 x 720", picture.getWidth() + " x " + picture.getHeight());
    }

    @Test
    void a_small_frame_keeps_its_size_and_its_colours() throws IOException {
        BufferedImage picture = decoded(still(frame(320, 240, 0x10, 0x80, 0xf0), "x"));
        assertEquals("320 x 240", picture.getWidth() + " x " + picture.getHeight());
        int colour = picture.getRGB(160, 200);
        assertTrue(Math.abs((colour >> 16 & 0xff) - 0xf0) < 8, "red is red");
        assertTrue(Math.abs((colour >> 8 & 0xff) - 0x80) < 8, "green is green");
        assertTrue(Math.abs((colour & 0xff) - 0x10) < 8, "blue is blue");
    }

    @Test
    void the_banner_is_light_text_on_a_dark_strip() throws IOException {
        BufferedImage picture =
                decoded(still(frame(640, 480, 0xff, 0xff, 0xff), "2026-11-22 21:03:07  north"));
        int light = 0;
        int dark = 0;
        for (int x = 0; x < 640; x++) {
            for (int y = 0; y < 24; y++) {
                int green = picture.getRGB(x, y) >> 8 & 0xff;
                light += green > 180 ? 1 : 0;
                dark += green < 70 ? 1 : 0;
            }
        }
        assertTrue(light > 300, "the text is there: " + light);
        assertTrue(dark > 8_000, "the strip is there: " + dark);
        assertTrue((picture.getRGB(320, 40) >> 8 & 0xff) > 240, "the rest is untouched");
    }

    @Test
    void thousands_of_pictures_take_no_more_room_than_hundreds() throws IOException {
        try (OpenCvStills stills = new OpenCvStills(LIBRARY)) {
            make(stills, 300);
            long before = residentKib();
            make(stills, 3_000);
            long growth = residentKib() - before;
            assertTrue(growth < KIB_GROWTH_MAX, "grew by " + growth + " KiB");
        }
    }

    @Test
    void the_library_lies_in_one_file_however_often_it_is_loaded() throws IOException {
        still(frame(32, 32, 1, 2, 3), "x");
        still(frame(32, 32, 1, 2, 3), "x");
        try (Stream<Path> files = Files.list(LIBRARY)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void after_closing_no_picture_is_made() {
        OpenCvStills stills = new OpenCvStills(LIBRARY);
        stills.close();
        assertThrows(IOException.class, () -> stills.make(frame(8, 8, 1, 2, 3), "x"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_reason_and_not_a_crash() {
        try (OpenCvStills stills = new OpenCvStills(Path.of("/proc/nowhere"))) {
            assertThrows(IOException.class, () -> stills.make(frame(8, 8, 1, 2, 3), "x"));
        }
    }

    private static void make(OpenCvStills stills, int count) throws IOException {
        Frame large = frame(1920, 1080, 1, 2, 3);
        Frame small = frame(640, 480, 4, 5, 6);
        for (int made = 0; made < count; made++) {
            // Sizes change, as they do when cameras share the maker.
            stills.make(made % 50 == 0 ? large : small, "picture " + made);
        }
    }

    private static byte[] still(Frame frame, String banner) throws IOException {
        try (OpenCvStills stills = new OpenCvStills(LIBRARY)) {
            return stills.make(frame, banner);
        }
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static Frame frame(int width, int height, int blue, int green, int red) {
        byte[] pixels = new byte[width * height * 3];
        byte[] pixel = {(byte) blue, (byte) green, (byte) red};
        for (int at = 0; at < pixels.length; at++) {
            pixels[at] = pixel[at % 3];
        }
        return new Frame(width, height, ByteBuffer.wrap(pixels));
    }

    /// What the whole process holds, native memory included.
    private static long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
