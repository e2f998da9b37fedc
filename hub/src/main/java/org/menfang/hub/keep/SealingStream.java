package org.menfang.hub.keep;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/// Seals what is written to it. Only {@link #close} writes the last chunk, without which nobody
/// opens the file.
public final class SealingStream extends OutputStream {
    private final OutputStream out;
    private final SealHeader header;
    private final byte[] chunk = new byte[SealHeader.CHUNK_BYTES];
    private int filled;
    private int number;
    private boolean closed;

    private SealingStream(OutputStream out, SealHeader header) {
        this.out = out;
        this.header = header;
    }

    /// Begins a sealed file.
    ///
    /// @param out is closed together with this
    public static SealingStream begin(OutputStream out, BackupKey key) throws IOException {
        return begin(out, key, BackupKey.ROUNDS);
    }

    /// @param rounds how often a guess has to be hashed
    static SealingStream begin(OutputStream out, BackupKey key, int rounds) throws IOException {
        SealHeader header = SealHeader.make(key, rounds, new SecureRandom());
        out.write(header.bytes());
        return new SealingStream(out, header);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            // A full chunk is written only when more comes: it may be the last one.
            if (filled == chunk.length) {
                writeChunk(false);
            }
            int more = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, more);
            filled += more;
            at += more;
            left -= more;
        }
    }

    private void writeChunk(boolean last) throws IOException {
        try {
            out.write(header.crypt(Cipher.ENCRYPT_MODE, number, last, chunk, filled));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
        number = Math.incrementExact(number);
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                writeChunk(true);
            }
        }
    }
}
