package org.menfang.hub.pass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.menfang.hub.qr.QrPicture;
import org.menfang.tls.PrivateFiles;

/// The files in which a QR code is handed on. Whoever has one has the pass, so nobody else reads
/// them.
public final class PassFiles {
    private static final int PIXELS_A_MODULE = 8;

    private PassFiles() {}

    /// Writes the text, the PNG and the SVG of a code beside each other.
    ///
    /// @return what was written
    public static List<Path> write(Path folder, String name, String text, QrPicture code)
            throws IOException {
        Path plain = PrivateFiles.folder(folder).resolve(name + ".txt");
        Path png = folder.resolve(name + ".png");
        Path svg = folder.resolve(name + ".svg");
        PrivateFiles.write(plain, text + "\n");
        PrivateFiles.write(png, code.png(PIXELS_A_MODULE));
        PrivateFiles.write(svg, code.svg());
        return List.of(plain, png, svg);
    }
}
