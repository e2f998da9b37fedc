package org.menfang.hub.keep;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// Opens what a {@link SealingStream} has written.
public final class Seal {
    private Seal() {}

    /// Whether a file is sealed.
    public static boolean isOn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SealHeader.begins(in);
        }
    }

    /// Opens a sealed file into another one. Each chunk is written only once it is found to be
    /// genuine; where one is not, what was written so far is worth nothing.
    ///
    /// @throws SealException if it is damaged, or the key is another one
    public static void open(InputStream sealed, OutputStream out, BackupKey key)
            throws IOException {
        // Buffered, so that a look ahead tells the last chunk.
        BufferedInputStream in = new BufferedInputStream(sealed, SealHeader.CHUNK_BYTES);
        SealHeader header = SealHeader.read(in, key);
        byte[] chunk = new byte[SealHeader.CHUNK_BYTES + SealHeader.TAG_BYTES];
        boolean last = false;
        for (int number = 0; !last; number = Math.incrementExact(number)) {
            int length = in.readNBytes(chunk, 0, chunk.length);
            in.mark(1);
            last = in.read() < 0;
            if (!last) {
                in.reset();
            }
            out.write(open(header, number, last, chunk, length));
        }
    }

    private static byte[] open(
            SealHeader header, int number, boolean last, byte[] chunk, int length)
            throws SealException {
        try {
            return header.crypt(Cipher.DECRYPT_MODE, number, last, chunk, length);
        } catch (GeneralSecurityException e) {
            throw new SealException("it was changed or cut off (chunk " + number + ")");
        }
    }
}
