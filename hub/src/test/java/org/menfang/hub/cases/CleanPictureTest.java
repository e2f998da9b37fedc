package org.menfang.hub.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.menfang.hub.cases.CleanPicture.Cleaning;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.page.Visit;
import org.menfang.vocabulary.Sha256;

class CleanPictureTest {
    private static byte[] clean(byte[] sent) {
        return assertInstanceOf(Cleaning.Clean.class, CleanPicture.of(sent)).jpeg();
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static void assertRefused(String why, byte[] sent) {
        assertEquals(new Cleaning.Refused("refused.cases." + why), CleanPicture.of(sent));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_picture_of_a_phone_becomes_a_jpeg_that_is_not_too_large(String format)
            throws IOException {
        BufferedImage made = read(clean(TestPictures.halves(4_400, 3_300, format)));
        assertEquals(CleanPicture.SIDE_PIXELS_MAX, made.getWidth());
        assertEquals(CleanPicture.SIDE_PIXELS_MAX * 3 / 4, made.getHeight());
    }

    @Test
    void where_it_was_taken_does_not_stay_in_it() {
        byte[] sent =
                TestPictures.withExif(
                        TestPictures.halves(400, 300, "jpeg"), 1, "GPS 31.2304N 121.4737E");
        assertTrue(text(sent).contains("GPS 31.2304N"));
        byte[] kept = clean(sent);
        assertFalse(text(kept).contains("GPS"));
        assertFalse(text(kept).contains("Exif"));
    }

    /// Where the red half of the upright picture is.
    @ParameterizedTest
    @CsvSource({
        "1, left",
        "2, right",
        "3, right",
        "4, left",
        "5, top",
        "6, top",
        "7, bottom",
        "8, bottom",
        "9, left"
    })
    void a_picture_stands_as_its_camera_was_held(int orientation, String red) throws IOException {
        BufferedImage made =
                read(
                        clean(
                                TestPictures.withExif(
                                        TestPictures.halves(400, 300, "jpeg"), orientation, "")));
        boolean side = red.equals("top") || red.equals("bottom");
        assertEquals(side ? 300 : 400, made.getWidth());
        int x = red.equals("left") ? 20 : red.equals("right") ? 380 : 150;
        int y = red.equals("top") ? 20 : red.equals("bottom") ? 380 : 150;
        int colour = made.getRGB(x, y);
        assertTrue(
                ((colour >> 16) & 0xFF) > 200 && (colour & 0xFF) < 60, Integer.toHexString(colour));
    }

    @Test
    void what_is_hidden_behind_a_picture_is_not_kept() {
        byte[] picture = TestPictures.halves(400, 300, "jpeg");
        byte[] polyglot = Arrays.copyOf(picture, picture.length + 64);
        byte[] hidden = "PK\3\4<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(hidden, 0, polyglot, picture.length, hidden.length);
        assertFalse(text(clean(polyglot)).contains("<script>"));
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_calls_itself() {
        assertRefused("picture-kind", "<html><script>".getBytes(StandardCharsets.UTF_8));
        assertRefused("picture-kind", new byte[0]);
        assertRefused("picture-kind", TestPictures.halves(40, 30, "gif"));
        assertRefused("picture-kind", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        assertRefused("picture-broken", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2});
        byte[] cut = Arrays.copyOf(TestPictures.halves(400, 300, "png"), 60);
        assertRefused("picture-broken", cut);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_read() throws IOException {
        assertRefused("picture-large", new byte[Visit.Upload.BYTES_MAX + 1]);
        int side = CleanPicture.SENT_SIDE_PIXELS_MAX;
        assertRefused("picture-large", blank(side + 1, 10));
        // A few kilobytes that become hundreds of megabytes.
        int height = CleanPicture.SENT_PIXELS_MAX / side + 1;
        assertRefused("picture-large", blank(side, height));
    }

    private static byte[] blank(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    @Test
    void no_garbage_throws() {
        byte[] good = TestPictures.withExif(TestPictures.halves(60, 40, "jpeg"), 6, "somewhere");
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] harmed = good.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                harmed[3 + random.nextInt(harmed.length - 3)] = (byte) random.nextInt(256);
            }
            CleanPicture.of(harmed);
        }
    }

    @Test
    void a_picture_lies_under_its_digest_for_this_program_alone(@TempDir Path folder)
            throws IOException {
        CasePictures pictures = new CasePictures(PictureShelf.open(folder.resolve("cases"), 0));
        byte[] sent = TestPictures.halves(400, 300, "jpeg");
        CasePictures.Keeping.Kept kept =
                assertInstanceOf(CasePictures.Keeping.Kept.class, pictures.keep(sent));
        assertEquals(Sha256.of(sent), kept.sent());
        assertEquals(kept.picture(), Sha256.of(pictures.read(kept.picture()).orElseThrow()));
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void a_full_disk_is_said(@TempDir Path folder) throws IOException {
        CasePictures pictures = new CasePictures(PictureShelf.open(folder, Long.MAX_VALUE / 2));
        assertEquals(
                new CasePictures.Keeping.Refused("refused.cases.no-room"),
                pictures.keep(TestPictures.halves(40, 30, "png")));
    }
}
