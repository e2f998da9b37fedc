package org.menfang.hub.qr;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The QR code of one text, with a light margin around it. A seventh of it may be dirty or creased.
public final class QrPicture {
    /// The margin that the standard asks for (ISO/IEC 18004), in modules.
    public static final int MARGIN_MODULES = 4;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private final QrCode code;

    private QrPicture(QrCode code) {
        this.code = code;
    }

    /// Empty if the text is too long for any QR code.
    public static Optional<QrPicture> of(String text) {
        try {
            return Optional.of(new QrPicture(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)));
        } catch (DataTooLongException e) {
            return Optional.empty();
        }
    }

    /// How large it is in the numbers of the standard, 1 to 40.
    public int version() {
        return code.version;
    }

    /// The length of a side in modules, with the margin.
    public int modules() {
        return code.size + 2 * MARGIN_MODULES;
    }

    /// A picture whose modules have this many pixels.
    public byte[] png(int pixelsAModule) {
        int side = modules() * pixelsAModule;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, isDark(x / pixelsAModule, y / pixelsAModule) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory: the other way would leave a file of its own in the temporary folder.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A picture that is sharp in every size, as a file of its own.
    public String svg() {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">
        <rect width="100%%" height="100%%" fill="#fff"/>
        <path d="%2$s"/>
        </svg>
        """
                .formatted(modules(), svgPath());
    }

    /// The dark modules as the path of a larger drawing, one unit a module.
    public String svgPath() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules(); y++) {
            for (int x = 0; x < modules(); x++) {
                int from = x;
                while (isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    int width = x - from;
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h').append(width).append("v1h-").append(width).append('z');
                }
            }
        }
        return path.toString();
    }

    /// For a terminal with light letters on a dark ground: two modules in each letter.
    public String terminal() {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < modules(); y += 2) {
            for (int x = 0; x < modules(); x++) {
                boolean above = isDark(x, y);
                // Below the last line there is no light.
                boolean below = y + 1 >= modules() || isDark(x, y + 1);
                text.append(above ? (below ? ' ' : '▄') : (below ? '▀' : '█'));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// Outside of the code, everything is light.
    private boolean isDark(int x, int y) {
        return code.getModule(x - MARGIN_MODULES, y - MARGIN_MODULES);
    }
}
