package org.menfang.hub.app;

/// Why the program cannot do what it was asked: words for a person, and the exit status.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    Refusal(int exitStatus, String message) {
        super(message);
        this.exitStatus = exitStatus;
    }

    int exitStatus() {
        return exitStatus;
    }
}
