package org.menfang.hub.app;

import java.io.IOException;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.device.PictureShelf;
import org.menfang.hub.loop.HubLoop;

/// What repairs and incidents stand on, beside the book.
///
/// @param pictures those that people sent
/// @param records what gates wrote
record CaseNeeds(CasePictures pictures, GateRecords records) {
    /// Room on the disk that pictures leave to others.
    private static final long DISK_FREE_BYTES_MIN = 256L * 1024 * 1024;

    static CaseNeeds of(DataFolder data, HubLoop loop) throws IOException {
        return new CaseNeeds(
                new CasePictures(PictureShelf.open(data.cases(), DISK_FREE_BYTES_MIN)),
                loop.records());
    }
}
