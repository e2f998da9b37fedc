package org.menfang.sim.bench;

/// What can be measured, as it is typed.
enum BenchName {
    decision,
    lock,
    ingest,
    backlog,
    drain,
    browser,
    district,
    start,
    reach,
    osdp,
    gpio,
    wiegand
}
