package org.menfang.hub.keep;

import java.nio.file.Path;

/// Where the hub is copied to by itself, every night.
///
/// @param folder better on another disk
/// @param copies how many are kept, 1 to {@link #COPIES_MAX}
/// @param pictures whether pictures are copied as well
/// @param keyFile holds the key that seals them; it is read anew each time
public record BackupPlan(Path folder, int copies, boolean pictures, Path keyFile) {
    public static final int COPIES_DEFAULT = 7;
    public static final int COPIES_MAX = 60;

    public BackupPlan {
        if (copies < 1 || copies > COPIES_MAX) {
            throw new IllegalArgumentException("1 to " + COPIES_MAX + " backups are kept");
        }
    }
}
