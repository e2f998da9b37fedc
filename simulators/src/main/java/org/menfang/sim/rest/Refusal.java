package org.menfang.sim.rest;

/// A request that cannot be carried out, and why. It never leaves this package.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    Reply reply() {
        return Reply.refused(status, String.valueOf(getMessage()));
    }
}
