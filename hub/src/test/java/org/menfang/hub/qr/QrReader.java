package org.menfang.hub.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Reads QR codes from pictures, as a gate's camera would.
public final class QrReader {
    private QrReader() {}

    /// The text of the code in a PNG.
    public static String read(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return text(new RGBLuminanceSource(width, height, pixels));
    }

    /// The text of the code that a terminal shows, light on dark.
    public static String readTerminal(List<String> lines) {
        int zoom = 4;
        int width = lines.getFirst().length();
        int height = lines.size() * 2;
        int[] pixels = new int[width * zoom * height * zoom];
        for (int y = 0; y < height * zoom; y++) {
            for (int x = 0; x < width * zoom; x++) {
                char letter = lines.get(y / zoom / 2).charAt(x / zoom);
                boolean upper = y / zoom % 2 == 0;
                boolean light = letter == '█' || letter == (upper ? '▀' : '▄');
                pixels[y * width * zoom + x] = light ? 0xFFFFFF : 0;
            }
        }
        return text(new RGBLuminanceSource(width * zoom, height * zoom, pixels));
    }

    /// In one of some seventy codes the reader takes a piece of the data for a corner, however
    /// clean the picture is. Then it is told that nothing but the code is in it.
    private static String text(RGBLuminanceSource picture) {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(picture));
        Map<DecodeHintType, ?> found =
                Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
        Map<DecodeHintType, ?> pure = Map.of(DecodeHintType.PURE_BARCODE, true);
        try {
            return decode(bitmap, found).or(() -> decode(bitmap, pure)).orElseThrow().getText();
        } catch (NoSuchElementException e) {
            throw new AssertionError("no code in the picture", e);
        }
    }

    private static Optional<Result> decode(BinaryBitmap picture, Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new QRCodeReader().decode(picture, hints));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
