package org.menfang.gate.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file in which SQLite writes ahead, looked at before SQLite does: from the first frame on
/// whose sum is wrong, SQLite takes all that follows for what a power cut left, and forgets it
/// without a word.
///
/// Each commit is on the disk before the next one begins. So a power cut leaves at most one commit
/// behind a broken frame; where there are more, the disk has changed what was committed.
final class LogFile {
    /// Larger ones are not looked at: they would be many times what SQLite lets one grow to.
    static final long BYTES_MAX = 64L * 1024 * 1024;

    private static final int HEADER_BYTES = 32;
    private static final int SUMMED_HEADER_BYTES = 24;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int SUMMED_FRAME_BYTES = 8;
    private static final int SMALLEST_FRAME_BYTES = FRAME_HEADER_BYTES + 512;
    private static final int MAGIC = 0x377f0682;
    private static final int PAGE_BYTES_MAX = 65_536;
    private static final int COMMITS_OF_A_POWER_CUT_MAX = 1;

    private final ByteBuffer bytes;
    private final ByteBuffer words;
    private final int pageBytes;
    private int sumA;
    private int sumB;

    private LogFile(byte[] content) {
        bytes = ByteBuffer.wrap(content);
        boolean bigEndian = (bytes.getInt(0) & 1) == 1;
        words =
                ByteBuffer.wrap(content)
                        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        pageBytes = bytes.getInt(8);
    }

    /// What is wrong with the file beside a database; empty if nothing is that a power cut does not
    /// do as well.
    static Optional<String> damageBeside(Path database) throws IOException {
        Path file = database.resolveSibling(database.getFileName() + "-wal");
        if (!Files.isRegularFile(file)
                || Files.size(file) <= HEADER_BYTES
                || Files.size(file) > BYTES_MAX) {
            return Optional.empty();
        }
        return new LogFile(Files.readAllBytes(file)).damage();
    }

    private Optional<String> damage() {
        boolean wholeHeader = (bytes.getInt(0) & ~1) == MAGIC && isPageSize() && headerIsRight();
        if (!wholeHeader) {
            // It is on the disk before the first frame is.
            return bytes.capacity() > HEADER_BYTES + SMALLEST_FRAME_BYTES
                    ? Optional.of("the head of the write-ahead log is damaged")
                    : Optional.empty();
        }
        int frameBytes = FRAME_HEADER_BYTES + pageBytes;
        int at = HEADER_BYTES;
        while (at + frameBytes <= bytes.capacity() && isOfThisLog(at) && frameIsRight(at)) {
            at += frameBytes;
        }
        int lost = 0;
        for (int later = at; later + frameBytes <= bytes.capacity(); later += frameBytes) {
            boolean commits = bytes.getInt(later + 4) != 0;
            lost += commits && isOfThisLog(later) ? 1 : 0;
        }
        return lost > COMMITS_OF_A_POWER_CUT_MAX
                ? Optional.of(lost + " commits in the write-ahead log are damaged")
                : Optional.empty();
    }

    private boolean isPageSize() {
        return pageBytes >= 512 && pageBytes <= PAGE_BYTES_MAX && Integer.bitCount(pageBytes) == 1;
    }

    private boolean headerIsRight() {
        sum(0, SUMMED_HEADER_BYTES);
        return sumA == bytes.getInt(24) && sumB == bytes.getInt(28);
    }

    private boolean isOfThisLog(int frame) {
        return bytes.getInt(frame + 8) == bytes.getInt(16)
                && bytes.getInt(frame + 12) == bytes.getInt(20);
    }

    private boolean frameIsRight(int frame) {
        sum(frame, SUMMED_FRAME_BYTES);
        sum(frame + FRAME_HEADER_BYTES, pageBytes);
        return sumA == bytes.getInt(frame + 16) && sumB == bytes.getInt(frame + 20);
    }

    /// Goes on with the sum that SQLite makes of all that it writes.
    private void sum(int from, int length) {
        for (int at = from; at < from + length; at += 8) {
            sumA += words.getInt(at) + sumB;
            sumB += words.getInt(at + 4) + sumA;
        }
    }
}
