package org.menfang.sim.proxy;

/// Which way bytes go.
enum Direction {
    TO_SERVER,
    TO_CLIENT
}
