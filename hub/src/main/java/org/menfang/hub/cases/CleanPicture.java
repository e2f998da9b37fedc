package org.menfang.hub.cases;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.menfang.hub.page.Visit;

/// Makes a picture that somebody sent into one that can be kept and shown.
///
/// Only its points are taken over, into a new JPEG: where it was taken, by whom and with which
/// phone is not, nor anything else that was hidden in the file.
public final class CleanPicture {
    /// The longer side of what is kept. A number plate can be read at it.
    public static final int SIDE_PIXELS_MAX = 2_048;

    /// The longer side of what is taken.
    public static final int SENT_SIDE_PIXELS_MAX = 12_000;

    /// All of what is taken: more than the phones of today make, and it fits into memory.
    public static final int SENT_PIXELS_MAX = 64_000_000;

    private static final float QUALITY = 0.85f;
    private static final byte[] JPEG_BEGINS = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// One at a time, so that many large pictures at once do not take all the memory.
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    /// What became of a picture.
    public sealed interface Cleaning {
        @SuppressWarnings("ArrayRecordComponent") // A file is handed over, never compared.
        record Clean(byte[] jpeg) implements Cleaning {}

        /// @param key of the text that says why
        record Refused(String key) implements Cleaning {}
    }

    private CleanPicture() {}

    /// @param sent a JPEG or PNG, whatever its name says
    public static Cleaning of(byte[] sent) {
        if (sent.length > Visit.Upload.BYTES_MAX) {
            return new Cleaning.Refused("refused.cases.picture-large");
        }
        if (!begins(sent, JPEG_BEGINS) && !begins(sent, PNG_BEGINS)) {
            return new Cleaning.Refused("refused.cases.picture-kind");
        }
        ONE_AT_A_TIME.lock();
        try {
            return clean(sent, begins(sent, PNG_BEGINS) ? "png" : "jpeg");
        } catch (IOException | RuntimeException e) {
            // The reader of the JDK answers a broken file with exceptions of many kinds.
            return new Cleaning.Refused("refused.cases.picture-broken");
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length
                && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static Cleaning clean(byte[] sent, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        // In memory: the other way would leave a file of its own in the temporary folder.
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > SENT_SIDE_PIXELS_MAX
                    || (long) width * height > SENT_PIXELS_MAX) {
                return new Cleaning.Refused("refused.cases.picture-large");
            }
            int step = Math.max(1, Math.max(width, height) / SIDE_PIXELS_MAX);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(0, param);
            return new Cleaning.Clean(write(upright(read, Orientation.of(sent))));
        } finally {
            reader.dispose();
        }
    }

    /// Turned as its camera meant it, and not larger than what is kept.
    private static BufferedImage upright(BufferedImage read, Orientation orientation) {
        double longer = Math.max(read.getWidth(), read.getHeight());
        double scale = Math.min(1, SIDE_PIXELS_MAX / longer);
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage made =
                orientation.turnsOnItsSide()
                        ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                        : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AffineTransform transform = orientation.upright(width, height);
        transform.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        Graphics2D graphics = made.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, made.getWidth(), made.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(read, transform, null);
        graphics.dispose();
        return made;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
