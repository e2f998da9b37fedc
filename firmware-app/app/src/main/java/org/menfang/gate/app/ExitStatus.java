package org.menfang.gate.app;

/// What the program's exit status says, to the service manager and to scripts. Numbers above 1 are
/// those of `sysexits.h`.
final class ExitStatus {
    static final int FINE = 0;

    /// Of the doctor: somebody has to look at something.
    static final int SOMETHING_TO_DO = 1;

    static final int WRONG_USE = 64;

    /// A device, a folder or another thing that it needs is not there, or in use.
    static final int UNAVAILABLE = 69;

    static final int INTERNAL = 70;
    static final int STORAGE = 74;
    static final int BAD_FILE = 78;

    private ExitStatus() {}
}
