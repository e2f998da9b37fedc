package org.menfang.hub.app;

/// What the program's exit status says, to the service manager and to scripts. The numbers are
/// those of `sysexits.h`.
final class ExitStatus {
    static final int FINE = 0;
    static final int WRONG_USE = 64;

    /// A port, a folder or another thing that it needs is not there, or in use.
    static final int UNAVAILABLE = 69;

    static final int INTERNAL = 70;
    static final int STORAGE = 74;
    static final int BAD_FILE = 78;

    private ExitStatus() {}
}
