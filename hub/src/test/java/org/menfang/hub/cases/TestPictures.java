package org.menfang.hub.cases;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/// Pictures as phones make them.
public final class TestPictures {
    private TestPictures() {}

    /// Red to the left, blue to the right.
    public static byte[] halves(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// With an EXIF segment that tells how the camera was held, and where.
    public static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        tiff.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        tiff.writeBytes(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        tiff.writeBytes(new byte[] {0, 0, 0, 0});
        tiff.writeBytes(secret.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.size();
        made.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        made.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        made.writeBytes(tiff.toByteArray());
        made.write(jpeg, 2, jpeg.length - 2);
        return made.toByteArray();
    }
}
