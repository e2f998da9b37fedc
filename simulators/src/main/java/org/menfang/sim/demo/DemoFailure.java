package org.menfang.sim.demo;

/// Why a demo cannot run, in words for a person.
public final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1L;

    DemoFailure(String why) {
        super(why);
    }

    DemoFailure(String why, Throwable cause) {
        super(why, cause);
    }
}
