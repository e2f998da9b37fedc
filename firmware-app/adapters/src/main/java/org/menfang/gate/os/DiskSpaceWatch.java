package org.menfang.gate.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;

/// Tells the controller when little room is left on the disk of the data folder, and when there is
/// enough again: once each. Its owner runs it now and then.
public final class DiskSpaceWatch implements Runnable {
    /// Below this the gate says so: room for about 400,000 events.
    public static final long FREE_BYTES_MIN = 200L * 1024 * 1024;

    /// It says that there is room again only with a quarter more, so that it does not chatter.
    private static final long ENOUGH_BYTES_MIN = FREE_BYTES_MIN / 4 * 5;

    private final FreeSpace freeSpace;
    private final Inbox inbox;
    private boolean low;

    DiskSpaceWatch(FreeSpace freeSpace, Inbox inbox) {
        this.freeSpace = freeSpace;
        this.inbox = inbox;
    }

    /// Watches the disk of a folder.
    public static DiskSpaceWatch of(Path folder, Inbox inbox) {
        return new DiskSpaceWatch(() -> Files.getFileStore(folder).getUsableSpace(), inbox);
    }

    @Override
    public void run() {
        long free = free();
        if (!low && free < FREE_BYTES_MIN) {
            low = true;
            inbox.offer(new Input.StorageLow(free));
        } else if (low && free >= ENOUGH_BYTES_MIN) {
            low = false;
            inbox.offer(new Input.StorageEnough(free));
        }
    }

    private long free() {
        try {
            return freeSpace.bytes();
        } catch (IOException e) {
            // A disk that cannot be asked has no room that we know of.
            return 0;
        }
    }

    /// Room on a disk.
    @FunctionalInterface
    interface FreeSpace {
        long bytes() throws IOException;
    }
}
