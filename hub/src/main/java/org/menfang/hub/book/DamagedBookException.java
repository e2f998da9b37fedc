package org.menfang.hub.book;

/// A stored log is not the one that was written: a line was changed, lost or put in.
public final class DamagedBookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedBookException(long seq, String why) {
        super("line " + seq + " of the hub's log " + why + "; restore a backup");
    }
}
